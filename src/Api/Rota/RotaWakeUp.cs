using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Rota;

/// <summary>A rota's clock: alarms for gaps and for duties that nobody confirmed (R12).</summary>
public sealed class RotaWakeUp(
    InstitutionCommands commands, InstitutionDirectory directory, WakeUpTable wakeUps, TimeProvider clock)
    : InstitutionWakeUp(PanelRota.StreamType, nameof(WakeRota), commands, directory, wakeUps)
{
    protected override IEnumerable<string> Slugs(Institution institution) =>
        institution.Rotas.Keys.Select(panel => panel.Value);

    protected override Task<Rejection?> DecideAsync(InstitutionChange change, string slug) =>
        change.RotaAsync(new PanelId(slug), (rota, context) => WakeRota.Decide(new(), rota, context));

    protected override ExpectedWakeUp Expected(DirectorySnapshot known, string slug) =>
        ExpectedWakeUp.OfRota(known, new PanelId(slug), clock.GetUtcNow());
}
