using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain.CaseFiles;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// Tells a case file that an urgent contact with its code was raised, reopened or closed. A raise waits for nothing and
/// rests on no other stream (R1), so it only leaves a wake-up behind; a closed file opens again here (R3).
/// </summary>
public sealed class CaseLinkWakeUp(
    CaseFileCommands files, CaseFileRows rows, EscalationRows escalations, WakeUpTable wakeUps) : IWakeUpHandler
{
    public const string Name = "case-link";

    public string Kind => Name;

    public async Task WakeAsync(Guid stream)
    {
        var escalation = await escalations.FindAsync(stream, CancellationToken.None);
        if (escalation is null) return;
        if (escalation.CaseFile is { } code && await rows.FindByCodeAsync(code, CancellationToken.None) is { } file)
        {
            var info = CommandInfo.ByTheProduct();
            var outcome = await files.RunAsync(
                nameof(LinkEscalation), info, file.Id, (state, context) => escalation.Open
                    ? LinkEscalation.Decide(new(stream), state, context)
                    : UnlinkEscalation.Decide(new(stream), state, context));
            if (outcome is not Done) throw new InvalidOperationException("The case file could not be told.");
        }

        // Changed since: the newer append left a wake-up of its own, and this one leaves that alone.
        await wakeUps.RepairAsync(stream, escalation.Version, Name, null, CancellationToken.None);
    }
}
