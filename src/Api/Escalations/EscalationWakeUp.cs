using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>An escalation's clock: climbs the ladder, repeats, misses deadlines, reminds.</summary>
public sealed class EscalationWakeUp(EscalationCommands escalations) : IWakeUpHandler
{
    public string Kind => EscalationKind.StreamType;

    public async Task WakeAsync(Guid stream)
    {
        var info = new CommandInfo(Guid.CreateVersion7(), Caller.System, null);
        var outcome = await escalations.RunAsync(
            nameof(WakeEscalation), info, stream, (state, context) => WakeEscalation.Decide(new(), state, context));
        if (outcome is Stale) throw new InvalidOperationException("Others kept changing this escalation.");
    }
}
