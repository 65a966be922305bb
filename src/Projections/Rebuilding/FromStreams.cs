using Npgsql;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Rebuilding;

/// <summary>
/// Rows that are made from one stream alone: every stream is folded once, in as many parts at once as there are
/// processors; one that changes meanwhile is folded anew.
/// </summary>
public sealed class FromStreams(IEventLog log, InstitutionDatabase database) : IRebuilt
{
    /// <summary>Rows copied together: enough that a round trip is nothing, few enough for memory.</summary>
    private const int RowsTogether = 5_000;

    /// <summary>How many events are worked in before it is said.</summary>
    private const int EventsTogether = 1_000;

    private readonly StreamScan _scan = new(database.Pool);
    private long _position;

    public IReadOnlyList<string> Tables { get; } =
        [.. StreamReadModels.All.Select(kind => kind.Table), OpenItemRow.Table];

    public Task<long> CountAsync(RebuildRun run, CancellationToken cancel) => _scan.CountAsync(Kinds(run), cancel);

    public async Task FillAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel)
    {
        _position = await log.LastPositionAsync(cancel);
        var parts = await _scan.PartsAsync(Kinds(run), Environment.ProcessorCount, cancel);
        await Task.WhenAll(parts.Select(part => Task.Run(() => FillAsync(run, part, cancel), cancel)));
    }

    public async Task<long> CatchUpAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel)
    {
        var (kinds, changed, events) = (Kinds(run), new HashSet<Guid>(), 0);
        IReadOnlyList<StoredEvent> page;
        do
        {
            page = await log.ReadAllAsync(_position, StoreLimits.MaxEventsPerRead, cancel);
            if (page.Count > 0) _position = page[^1].Position;
            foreach (var happened in page.Where(happened => kinds.Contains(happened.StreamType)))
            {
                changed.Add(happened.Stream);
                events++;
            }
        }
        while (page.Count == StoreLimits.MaxEventsPerRead);

        if (changed.Count > 0) await FoldAnewAsync(run, changed, owner, cancel);
        run.Worked(events);
        return events;
    }

    public Task FinishAsync(RebuildRun run, NpgsqlConnection owner, CancellationToken cancel) =>
        CatchUpAsync(run, owner, cancel);

    private static HashSet<string> Kinds(RebuildRun run) =>
    [
        .. StreamReadModels.All.Where(kind => run.Has(kind.Table) || run.Has(OpenItemRow.Table))
            .Select(kind => kind.StreamType),
    ];

    private async Task FillAsync(RebuildRun run, (Guid From, Guid To) part, CancellationToken cancel)
    {
        await using var owner = run.Options.AsOwner("safeguard rebuild");
        await owner.OpenAsync(cancel);
        var (rows, waiting) = (run.Tables.ToDictionary(table => table, _ => new List<RowWrite>()), 0);
        await foreach (var (kind, stream, events) in _scan.ReadAsync(Kinds(run), part, _position, cancel))
        {
            foreach (var row in RowsOf(kind, stream, events))
            {
                if (run.Find(row.Table) is not { } table) continue;
                var together = rows[table];
                together.Add(row);
                if (together.Count < RowsTogether) continue;
                await table.CopyAsync(together, owner, cancel);
                together.Clear();
            }

            waiting += events.Count;
            if (waiting < EventsTogether) continue;
            run.Worked(waiting);
            waiting = 0;
        }

        foreach (var (table, together) in rows)
            if (together.Count > 0) await table.CopyAsync(together, owner, cancel);
        run.Worked(waiting);
    }

    private async Task FoldAnewAsync(
        RebuildRun run, IReadOnlyCollection<Guid> streams, NpgsqlConnection owner, CancellationToken cancel)
    {
        var events = EventCodec.DecodeSealed(await log.ReadStreamsAsync(streams, cancel));
        var rows = events.GroupBy(recorded => recorded.Stream)
            .SelectMany(stream => RowsOf(stream.First().Stored.StreamType, stream.Key, stream))
            .ToLookup(row => row.Table, StringComparer.Ordinal);
        foreach (var table in run.Tables)
        {
            if (table.Live == OpenItemRow.Table)
            {
                await using var gone = new NpgsqlCommand($"delete from {table.Name} where stream = any ($1)", owner);
                gone.Parameters.AddWithValue(streams.ToArray());
                await gone.ExecuteNonQueryAsync(cancel);
            }

            await table.PutAsync([.. rows[table.Live]], owner, cancel);
        }
    }

    private static IEnumerable<RowWrite> RowsOf(string kind, Guid stream, IEnumerable<Recorded> events)
    {
        var folded = StreamReadModels.All.First(one => one.StreamType == kind).Fold(stream, events);
        return folded.Rows.Concat(folded.Items);
    }
}
