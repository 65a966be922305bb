namespace Safeguard.Domain.Escalations;

/// <summary>
/// What was shared or decided not to be shared, with whom, why, with or without consent, and who decided. It never asks
/// for consent: sharing in an emergency does not wait (R7).
/// </summary>
/// <param name="DecidedBy">Null for the caller.</param>
public sealed record RecordDisclosure(
    Guid Id,
    bool Shared,
    Confidential? What,
    Confidential? ToWhom,
    Confidential? Why,
    bool WithConsent,
    bool TrustedContact,
    PersonId? DecidedBy)
{
    public static Decision<EscalationEvent> Decide(
        RecordDisclosure command, Escalation state, EscalationContext context)
    {
        if (EscalationAccess.RefuseUnlessReader(state, context, "record what was shared") is { } refusal)
            return refusal;
        if (state.Settled.Contains(command.Id)) return Decision<EscalationEvent>.AlreadySo;
        if (Unsaid(command).ToList() is { Count: > 0 } unsaid) return new WordsMissing(Rule.R7, unsaid);
        if (command.DecidedBy is not null && context.Named is null) return new PersonUnknown();
        return new DisclosureRecorded(
            command.Id,
            command.Shared,
            command.What!,
            command.ToWhom!,
            command.Why!,
            command.WithConsent,
            command.TrustedContact,
            command.DecidedBy ?? context.Caller.Person);
    }

    private static IEnumerable<string> Unsaid(RecordDisclosure command)
    {
        if (command.What is null) yield return "what";
        if (command.ToWhom is null) yield return "toWhom";
        if (command.Why is null) yield return "why";
    }
}
