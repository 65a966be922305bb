using Safeguard.Domain;
using Safeguard.Domain.Rota;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.WakeUps;

/// <summary>The wake-up that a stream should have at a version, by its events; no moment where none is due.</summary>
public sealed record ExpectedWakeUp(Guid Stream, long Version, string Kind, DateTimeOffset? DueAt)
{
    public static ExpectedWakeUp OfRota(DirectorySnapshot known, PanelId panel, DateTimeOffset now)
    {
        var stream = StreamIds.For(PanelRota.StreamType, panel.Value);
        var context = known.Institution.RotaContextFor(panel, Caller.System, now);
        var due = WakeRota.NextWakeUp(known.Institution.Rotas[panel], context);
        return new(stream, known.VersionOf(stream), PanelRota.StreamType, due);
    }
}
