namespace Safeguard.Domain.Escalations;

/// <summary>
/// A page could not be handed over on a channel. It is written down; the ladder never waits for it (R1, R5).
/// </summary>
/// <param name="Channel">As a stable word: <c>email</c>.</param>
/// <param name="Fault">What went wrong, in words that hold no address and no name.</param>
public sealed record RecordPageFailure(IReadOnlyList<PersonId> To, string Channel, string Fault)
{
    public static Decision<EscalationEvent> Decide(
        RecordPageFailure command, Escalation state, EscalationContext context) =>
        state.IsOpen
            ? new PageFailed(command.To, command.Channel, command.Fault)
            : Decision<EscalationEvent>.AlreadySo;
}
