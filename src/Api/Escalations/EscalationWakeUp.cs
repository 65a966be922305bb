using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>An escalation's clock: climbs the ladder, repeats, misses deadlines, reminds.</summary>
public sealed class EscalationWakeUp(EscalationCommands escalations) : StreamWakeUp(EscalationKind.StreamType)
{
    protected override Task<Outcome> RunAsync(CommandInfo info, Guid stream) => escalations.RunAsync(
        nameof(WakeEscalation), info, stream, (state, context) => WakeEscalation.Decide(new(), state, context));
}
