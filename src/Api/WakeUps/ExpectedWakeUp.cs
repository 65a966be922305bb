using Safeguard.Domain;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
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

    public static ExpectedWakeUp OfSupporter(DirectorySnapshot known, PersonId person, DateTimeOffset now)
    {
        var stream = StreamIds.For(Supporter.StreamType, person.Value);
        var due = WakeSupporter.NextWakeUp(known.Institution.StandingFactsOf(person, now), now);
        return new(stream, known.VersionOf(stream), Supporter.StreamType, due);
    }

    public static ExpectedWakeUp OfGroup(DirectorySnapshot known, GroupId group)
    {
        var stream = StreamIds.For(SupervisionGroup.StreamType, group.Value);
        return new(
            stream, known.VersionOf(stream), SupervisionGroup.StreamType, known.Institution.GroupOf(group).NextWakeUp);
    }
}
