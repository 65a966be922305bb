using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.Rota;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Rota;

/// <summary>A rota's clock: alarms for gaps and for duties that nobody confirmed (R12).</summary>
public sealed class RotaWakeUp(
    InstitutionCommands commands, InstitutionDirectory directory, WakeUpTable wakeUps, TimeProvider clock)
    : IWakeUpHandler
{
    public string Kind => PanelRota.StreamType;

    public async Task WakeAsync(Guid stream)
    {
        var panel = await PanelAsync(stream);
        var info = new CommandInfo(Guid.CreateVersion7(), Caller.System, null);
        var outcome = await commands.RunAsync(nameof(WakeRota), info, change =>
            change.RotaAsync(panel, (rota, context) => WakeRota.Decide(new(), rota, context)));
        if (outcome is Stale) throw new InvalidOperationException("Others kept changing this rota.");
        if (outcome is Done { Changed: false }) await MoveOnAsync(panel);
    }

    private async Task<PanelId> PanelAsync(Guid stream)
    {
        var isKnown = directory.VersionOf(stream) > 0;
        if (!isKnown) await directory.CatchUpAsync(CancellationToken.None);
        return directory.Present.Rotas.Keys.First(panel =>
            StreamIds.For(PanelRota.StreamType, panel.Value) == stream);
    }

    /// <summary>Nothing was to be said: people or policy changed since. The row waits for the next moment.</summary>
    private async Task MoveOnAsync(PanelId panel)
    {
        var expected = ExpectedWakeUp.OfRota(directory.Snapshot, panel, clock.GetUtcNow());
        await wakeUps.RepairAsync(
            expected.Stream, expected.Version, expected.Kind, expected.DueAt, CancellationToken.None);
    }
}
