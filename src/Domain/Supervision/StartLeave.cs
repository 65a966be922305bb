namespace Safeguard.Domain.Supervision;

/// <summary>A supporter goes on leave: nothing new comes to them until they are back.</summary>
public sealed record StartLeave
{
    public static Decision<SupporterEvent> Decide(
        StartLeave command, PersonId person, Supporter supporter, SupervisionContext context)
    {
        if (SupporterAccess.RefusalOf(person, supporter, context) is { } refusal) return refusal;
        if (supporter.OnLeaveSince is not null) return Decision<SupporterEvent>.AlreadySo;
        return new LeaveStarted(person);
    }
}

/// <summary>Who decides about a supporter's own state.</summary>
internal static class SupporterAccess
{
    /// <summary>
    /// Themselves, their supervisor and the Coordinators; to anyone else there is no such supporter. Somebody who left
    /// is not a supporter any more.
    /// </summary>
    public static Rejection? RefusalOf(PersonId person, Supporter supporter, SupervisionContext context)
    {
        var isTheirs = context.IsOffice || context.Caller.Person == person || context.SupervisesOrTrained(person);
        if (!isTheirs || !supporter.Enrolled) return new SupporterUnknown();
        return supporter.LeftAt is null ? null : new SupporterHasLeft();
    }

    public static Rejection? OfficeRefusalOf(PersonId person, Supporter supporter, SupervisionContext context) =>
        RefusalOf(person, supporter, context) ?? (context.IsOffice ? null : new CoordinatorsDecide());
}

public sealed record CoordinatorsDecide() : Rejection(
    "supporter.coordinatorsOnly", Rule.R9, "Only a Coordinator decides this. Ask the programme office.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}
