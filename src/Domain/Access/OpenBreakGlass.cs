namespace Safeguard.Domain.Access;

/// <summary>
/// A Senior Member or Supervisor opens a record outside their scope, with a reason, for an hour (policy). Its owner and
/// the Coordinators are told at once, and one of them owes a review (R17). An Auditor, who reads by ids and roles, sees
/// the names of the people in it by the same way (R24).
/// </summary>
public sealed record OpenBreakGlass(Guid BreakGlass, ReadItem Item, Confidential? Reason)
{
    public static Decision<AccessEvent> Decide(OpenBreakGlass command, AccessHistory history, AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(history);
        ArgumentNullException.ThrowIfNull(context);
        var caller = context.Caller;
        if (!MayBreak(caller)) return new NotYoursToBreak();
        // Asked before whether there is anything: without a reason nobody learns that there is.
        if (command.Reason is null) return new ReasonNeeded();
        var facts = context.Items.GetValueOrDefault(command.Item);
        if (facts is null || facts.Conflicted.Contains(caller.Person)) return new NothingToOpen();
        if (facts.OwnOf.Contains(caller.Person)) return new YourOwnRecord();
        var isOpen = history.OpenUntil(command.Item, context.Now) is not null;
        if (facts.CallerReads || isOpen || history.EverOpened.Contains(command.BreakGlass))
            return Decision<AccessEvent>.AlreadySo;
        return new BreakGlassOpened(
            caller.Person, command.BreakGlass, command.Item, command.Reason, context.Now + context.Policy.BreakGlassFor,
            context.ReviewerOf(command.Item, caller.Person),
            context.Calendar.AfterWorkingDays(context.Now, context.Policy.ReviewBreakGlassWithinWorkingDays),
            Told(facts, context));
    }

    /// <summary>The roles that have this way at all. Whoever loses them loses what they opened with it.</summary>
    public static bool MayBreak(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return ReadsThrough(caller) || caller.Is(Role.Auditor);
    }

    /// <summary>Those who read the words through it; an Auditor sees names, and no words.</summary>
    public static bool ReadsThrough(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Is(Role.SeniorMember) || caller.Is(Role.Supervisor);
    }

    private static PersonId[] Told(ItemFacts facts, AccessContext context) =>
    [
        .. context.Coordinators.Prepend(facts.Owner).Distinct().Where(person =>
            person != context.Caller.Person && person != PersonId.System && !facts.IsKeptFrom(person)),
    ];
}

/// <summary>Neither a Senior Member nor a Supervisor, nor an Auditor.</summary>
public sealed record NotYoursToBreak() : Rejection(
    "breakGlass.notYours",
    Rule.R17,
    "Only Senior Members and Supervisors may open a record outside their scope, and Auditors to see names. Ask one.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>No reason was typed.</summary>
public sealed record ReasonNeeded : Rejection
{
    public ReasonNeeded()
        : base("breakGlass.reasonNeeded", Rule.R17, "Say why you need to read this now. It is read by others.") =>
        Missing = ["reason"];

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>
/// There is no such record, or a conflict of interest keeps it from the caller (R15): it looks alike.
/// </summary>
public sealed record NothingToOpen() : Rejection(
    "breakGlass.nothingToOpen",
    Rule.R17,
    "Either there is nothing under this code, or it is not yours to know. Check the code.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>They raised it themselves.</summary>
public sealed record YourOwnRecord() : Rejection(
    "breakGlass.own",
    Rule.R17,
    "You raised this yourself, so what others say about it is not shown to you. Look at your receipt.");
