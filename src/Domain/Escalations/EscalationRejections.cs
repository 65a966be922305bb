namespace Safeguard.Domain.Escalations;

/// <summary>There is no such escalation, or it is not the caller's to know: the two look alike.</summary>
public sealed record NoSuchEscalation() : Rejection(
    "escalation.notThere", Rule.None, "Either there is nothing here, or it is not yours to know.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>No role of the caller may do this.</summary>
public sealed record NotInYourRole(Rule Rule, string Detail) : Rejection("escalation.role", Rule, Detail)
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>The raiser sees the receipt only, and takes no part in the answer (R5, R18).</summary>
public sealed record OwnEscalation() : Rejection(
    "escalation.own",
    Rule.R5,
    "You raised this, so someone else takes it. From your receipt you can add something or say that it got worse.");

/// <summary>
/// The request leaves out words that it cannot do without; each is named in <see cref="Rejection.Missing"/>.
/// </summary>
public sealed record WordsMissing : Rejection
{
    public WordsMissing(Rule rule, params IReadOnlyList<string> missing)
        : base("escalation.wordsMissing", rule, "Nothing was saved. Fill in what is missing and send it again.") =>
        Missing = missing;

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>Nobody in the programme goes by that id.</summary>
public sealed record PersonUnknown() : Rejection(
    "escalation.personUnknown", Rule.None, "We don't know this person. Choose someone from the programme.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

/// <summary>
/// The person named may not be given this: their role, their own escalation, or a conflict. It never says which,
/// because a conflict is the Coordinator's to know (R15).
/// </summary>
public sealed record PersonCannotTakeIt() : Rejection(
    "escalation.cannotTake", Rule.R5, "This person can't take it. Choose a Senior Member, or ask the Coordinators.");

/// <summary>Somebody else has it.</summary>
public sealed record HeldByAnother : Rejection
{
    public HeldByAnother(DateTimeOffset? since)
        : base(
            "escalation.alreadyAcknowledged",
            Rule.R5,
            "Someone else has it. If it should be you, ask them to pass it on to you by name.") =>
        Since = since;
}

/// <summary>Nobody has it yet, so there is nobody to ask and nothing to hand back.</summary>
public sealed record NobodyHasIt : Rejection
{
    public NobodyHasIt()
        : base(
            "escalation.nobodyHasIt", Rule.R5, "Nobody has it yet. Press \u201cI have it\u201d to take it yourself.") =>
        Missing = ["acknowledgement"];
}

/// <summary>Only the one who has it can give it away.</summary>
public sealed record NotTheOwner() : Rejection(
    "escalation.notOwner", Rule.R4, "Only the person who has it can do this. Ask them, or ask the Coordinators.");

/// <summary>Nobody has spoken with the student yet.</summary>
public sealed record NoContactYet : Rejection
{
    public NoContactYet()
        : base("escalation.noContact", Rule.R3, "First speak with the student and record the contact.") =>
        Missing = ["contact"];
}

/// <summary>It is closed: it has to be reopened before anything is added to its answer.</summary>
public sealed record EscalationIsClosed : Rejection
{
    public EscalationIsClosed(DateTimeOffset? since)
        : base("escalation.closed", Rule.R3, "This urgent contact is closed. Reopen it first, and paging starts again.")
    {
        Since = since;
        Missing = ["state"];
    }
}
