using Npgsql;
using Safeguard.Domain.CaseFiles;
using Safeguard.EventStore;
using Safeguard.Projections;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Health;

/// <summary>
/// Proves what must always hold: streams without gaps, positions in version order, everything open owned and awaited
/// (R4), and every read model equal to what its streams fold to, with no row too many. It may run while others write:
/// what differs because it changed meanwhile is looked at again.
/// </summary>
public sealed class Check(
    NpgsqlDataSource database, IEventLog log, EventCodec codec, WakeUpTable wakeUps, OpenItemRows items,
    FollowerCheck followers, StudentIndex students, TimeProvider clock)
{
    /// <summary>Findings named one by one; more are only counted.</summary>
    public const int MaxFindings = 100;

    private const int StreamsPerRead = 200;

    /// <summary>A stream that differs so often in a row differs: no writer is at work on it all the time.</summary>
    internal const int Looks = 4;

    internal static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    public async Task<CheckReport> RunAsync(Action<int, int>? progress, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var (what, sql) in Invariants.All)
        {
            await using var command = database.CreateCommand(sql);
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel)) findings.Add(new(what, reader.GetString(0)));
        }

        foreach (var late in await items.BreachesAsync(clock.GetUtcNow(), HealthEndpoints.WakeUpGrace, cancel))
            findings.Add(new("open item without owner or with a late wake-up", late.Key));
        findings.AddRange(await followers.RunAsync(cancel));
        var streams = new List<(StreamReadModels Kind, Guid Stream)>();
        foreach (var kind in StreamReadModels.All)
            streams.AddRange((await log.StreamsOfTypeAsync(kind.StreamType, cancel)).Select(stream => (kind, stream)));
        var done = 0;
        foreach (var page in streams.GroupBy(one => one.Kind).SelectMany(of => of.Chunk(StreamsPerRead)))
        {
            findings.AddRange(await CompareAsync(page[0].Kind, [.. page.Select(one => one.Stream)], cancel));
            progress?.Invoke(done += page.Length, streams.Count);
        }

        var institution = new InstitutionCheck(database, log, codec, wakeUps, clock);
        findings.AddRange(await institution.RunAsync(cancel));
        return new(streams.Count, findings.Count, [.. findings.Take(MaxFindings)]);
    }

    private async Task<IReadOnlyList<Finding>> CompareAsync(
        StreamReadModels kind, Guid[] streams, CancellationToken cancel)
    {
        var differing = await CompareOnceAsync(kind, streams, cancel);
        for (var look = 1; look < Looks && differing.Count > 0; look++)
        {
            await Task.Delay(BetweenLooks, cancel);
            var again = await CompareOnceAsync(kind, [.. differing.Select(found => found.Stream).Distinct()], cancel);
            differing = [.. again.Intersect(differing)];
        }

        return [.. differing.Select(found => new Finding(found.What, found.Stream.ToString()))];
    }

    private async Task<List<(string What, Guid Stream)>> CompareOnceAsync(
        StreamReadModels kind, Guid[] streams, CancellationToken cancel)
    {
        var open = await RowsAsync(
            OpenItemRow.Table, "stream::text", streams.Select(stream => stream.ToString()), cancel);
        var awaited = (await wakeUps.OfAsync(streams, cancel)).Where(x => x.Kind == kind.StreamType)
            .ToDictionary(x => x.Stream, x => x.DueAt);
        var events = await codec.DecodeAsync(await log.ReadStreamsAsync(streams, cancel), cancel);
        var differing = new List<(string, Guid)>();
        var folded = events.GroupBy(recorded => recorded.Stream)
            .Select(stream => (stream.Key, Rows: kind.Fold(stream.Key, stream))).ToList();
        var keys = folded.SelectMany(stream => stream.Rows.Rows).Select(row => row.Key);
        var rows = await RowsAsync(kind.Table, "key", keys, cancel);
        foreach (var (stream, expected) in folded)
        {
            var stillOpen = expected.Items.Select(row => (row.Key, SortedJson.Of(row.Doc!)));
            var present = open.Where(row => row.Key.StartsWith($"{stream}/", StringComparison.Ordinal))
                .Select(row => (row.Key, row.Value));
            if (expected.Rows.Any(row => rows.GetValueOrDefault(row.Key) != SortedJson.Of(row.Doc!)))
                differing.Add(($"row of {kind.Table} differs from its stream", stream));
            if (!present.ToHashSet().SetEquals(stillOpen))
                differing.Add(("open items differ from their stream", stream));
            if (expected.WakeUp != (awaited.TryGetValue(stream, out var due) ? due : null))
                differing.Add(("wake-up differs from its stream", stream));
        }

        if (kind.StreamType == CaseFileReadModels.StreamType)
            differing.AddRange(await StudentsAsync(events, cancel));
        return differing;
    }

    /// <summary>What was hashed under a key that has been replaced since is as good as new.</summary>
    private async Task<IEnumerable<(string What, Guid Stream)>> StudentsAsync(
        IReadOnlyList<Recorded> events, CancellationToken cancel)
    {
        var files = events.Select(recorded => recorded.Stream).Distinct().ToList();
        var said = events.Where(recorded => recorded.Event is StudentIdentified)
            .GroupBy(recorded => recorded.Stream)
            .ToDictionary(file => file.Key, file => (StudentIdentified)file.Last().Event);
        var stored = await RowsAsync(
            StudentIndex.Table, "key", files.Select(file => file.ToString()), cancel);
        return files.Where(file => stored.GetValueOrDefault(file.ToString()) is var row
                && (said.TryGetValue(file, out var words)
                    ? !students.RowsOf(file, words).Any(fitting => SortedJson.Of(fitting.Doc!) == row)
                    : row is not null))
            .Select(file => ($"row of {StudentIndex.Table} differs from its stream", file));
    }

    /// <summary>By key, each document in one order of keys: PostgreSQL keeps an order of its own.</summary>
    private async Task<Dictionary<string, string>> RowsAsync(
        string table, string column, IEnumerable<string> of, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"select key, doc from {table} where {column} = any($1)");
        command.Parameters.AddWithValue(of.ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel)) rows[reader.GetString(0)] = SortedJson.Of(reader.GetString(1));
        return rows;
    }
}

/// <summary>What a check found; nothing is how it must be.</summary>
public sealed record CheckReport(int Streams, int Count, IReadOnlyList<Finding> Findings);

/// <summary>One thing that does not hold, and of what.</summary>
public sealed record Finding(string What, string Of);
