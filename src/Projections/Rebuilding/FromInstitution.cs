using Npgsql;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;
using Safeguard.Projections.StandingBoard;

namespace Safeguard.Projections.Rebuilding;

/// <summary>
/// Rows that follow from the institution as a whole. There are as many as people, so they are made all at once, at the
/// end; what takes its time, folding the institution, is done before.
/// </summary>
public sealed class FromInstitution(IEventLog log, EventCodec codec, InstitutionDatabase database, TimeProvider clock)
    : IRebuilt, IDisposable
{
    private readonly InstitutionDirectory _folded = new(log, codec);

    public IReadOnlyList<string> Tables { get; } = [StandingRow.Table, OpenItemRow.Table];

    public Task<long> CountAsync(RebuildRun run, CancellationToken cancel) =>
        new StreamScan(database.Pool).CountAsync(InstitutionDirectory.StreamTypes, cancel);

    public async Task FillAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel)
    {
        await _folded.LoadAsync(cancel);
        run.Worked(_folded.Snapshot.Versions.Values.Sum());
    }

    public async Task<long> CatchUpAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel)
    {
        var before = _folded.Snapshot.Versions.Values.Sum();
        await _folded.CatchUpAsync(cancel);
        var events = _folded.Snapshot.Versions.Values.Sum() - before;
        run.Worked(events);
        return events;
    }

    public async Task FinishAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel)
    {
        await CatchUpAsync(run, owner, cancel);
        if (run.Find(StandingRow.Table) is { } standing)
            await standing.PutAsync(
                [.. InstitutionReadModels.StandingRows(_folded.Present, clock.GetUtcNow())], owner, cancel);
        if (run.Find(OpenItemRow.Table) is { } items)
            await items.PutAsync([.. InstitutionReadModels.ItemRows(_folded.Present)], owner, cancel);
    }

    public void Dispose() => _folded.Dispose();
}
