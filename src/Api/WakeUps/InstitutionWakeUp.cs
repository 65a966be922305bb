using System.Collections.Concurrent;
using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.WakeUps;

/// <summary>The clock of one kind of the institution's own streams, which are named by a slug.</summary>
/// <param name="command">What is decided when one falls due, for traces and metrics.</param>
public abstract class InstitutionWakeUp(
    string kind, string command, InstitutionCommands commands, InstitutionDirectory directory, WakeUpTable wakeUps)
    : IWakeUpHandler
{
    private readonly ConcurrentDictionary<Guid, string> _slugs = new();

    public string Kind => kind;

    public async Task WakeAsync(Guid stream)
    {
        var slug = await SlugAsync(stream);
        var info = CommandInfo.ByTheProduct();
        var outcome = await commands.RunAsync(command, info, change => DecideAsync(change, slug));
        if (outcome is Stale) throw new InvalidOperationException($"Others kept changing what {kind} rests on.");
        if (outcome is not Done { Changed: false }) return;
        // Nothing was to be said: what it rests on changed since. The row waits for the next moment.
        var expected = Expected(directory.Snapshot, slug);
        await wakeUps.RepairAsync(
            expected.Stream, expected.Version, expected.Kind, expected.DueAt, CancellationToken.None);
    }

    /// <summary>The slugs of every stream of this kind.</summary>
    protected abstract IEnumerable<string> Slugs(Institution institution);

    protected abstract Task<Rejection?> DecideAsync(InstitutionChange change, string slug);

    protected abstract ExpectedWakeUp Expected(DirectorySnapshot known, string slug);

    private async Task<string> SlugAsync(Guid stream)
    {
        if (_slugs.TryGetValue(stream, out var known)) return known;
        if (directory.VersionOf(stream) == 0) await directory.CatchUpAsync(CancellationToken.None);
        foreach (var slug in Slugs(directory.Present)) _slugs[StreamIds.For(kind, slug)] = slug;
        return _slugs[stream];
    }
}
