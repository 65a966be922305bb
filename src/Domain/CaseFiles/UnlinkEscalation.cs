namespace Safeguard.Domain.CaseFiles;

/// <summary>An urgent contact of this file is closed, in the same transaction; it is in the way no more (R3).</summary>
public sealed record UnlinkEscalation(Guid Escalation)
{
    public static Decision<CaseFileEvent> Decide(UnlinkEscalation command, CaseFile state, CaseFileContext context) =>
        state.Escalations.Any(linked => linked.Id == command.Escalation && linked.IsOpen)
            ? new EscalationUnlinked(command.Escalation)
            : Decision<CaseFileEvent>.AlreadySo;
}
