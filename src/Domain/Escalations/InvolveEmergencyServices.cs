namespace Safeguard.Domain.Escalations;

/// <summary>
/// 999 or campus security was called. Anybody who may know of it says so, the raiser too; what was shared is owed as a
/// record before it can close (R3, R7).
/// </summary>
/// <param name="Service">Which service, as a stable word (<c>999</c>, <c>campus-security</c>); never a name.</param>
public sealed record InvolveEmergencyServices(string? Service, Confidential? Note)
{
    public static Decision<EscalationEvent> Decide(
        InvolveEmergencyServices command, Escalation state, EscalationContext context)
    {
        if (EscalationAccess.Of(context.Caller, state, context.Cover.Conflicted) == Relation.None)
            return new NoSuchEscalation();
        if (string.IsNullOrWhiteSpace(command.Service)) return new WordsMissing(Rule.R7, "service");
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        return new EmergencyServicesInvolved(
            command.Service, command.Note, context.Now + context.Policy.DisclosureWithin);
    }
}
