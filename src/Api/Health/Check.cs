using System.Text.Json;
using Npgsql;
using Safeguard.Api.Escalations;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Health;

/// <summary>
/// Proves what must always hold: streams without gaps, positions in version order, everything open owned and awaited
/// (R4), and every row of a read model equal to what its stream folds to.
/// </summary>
public sealed class Check(
    NpgsqlDataSource database, IEventLog log, EventCodec codec, WakeUpTable wakeUps, OpenItemRows items,
    TimeProvider clock)
{
    /// <summary>Findings named one by one; more are only counted.</summary>
    public const int MaxFindings = 100;

    private const int StreamsPerRead = 200;

    /// <summary>
    /// How often a stream is looked at before a difference counts: somebody may write between two reads of one look.
    /// </summary>
    private const int Looks = 5;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    private static readonly (string What, string Sql)[] Invariants =
    [
        ("stream version is not its last event's",
            """
            select s.id::text from mt_streams s
            left join (select stream_id, max(version) as last from mt_events group by stream_id) e on e.stream_id = s.id
            where s.version is distinct from coalesce(e.last, 0) limit 100
            """),
        ("stream has a gap in its versions",
            """
            select stream_id::text from mt_events group by stream_id
            having count(*) <> max(version) or min(version) <> 1 limit 100
            """),
        ("positions are not in version order",
            """
            select distinct stream_id::text from (
                select stream_id, seq_id, lag(seq_id) over (partition by stream_id order by version) as before
                from mt_events) ordered
            where before >= seq_id limit 100
            """),
        ("row of a stream that is not there",
            """
            select r.key from (
                select key, key::uuid as stream from escalation_queue
                union all select key, stream from open_items
                union all select kind || '/' || stream, stream from wake_ups where kind = 'escalation') r
            where not exists (select from mt_streams s where s.id = r.stream) limit 100
            """),
    ];

    public async Task<CheckReport> RunAsync(Action<int, int>? progress, CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var (what, sql) in Invariants)
        {
            await using var command = database.CreateCommand(sql);
            command.CommandTimeout = 0;
            await using var reader = await command.ExecuteReaderAsync(cancel);
            while (await reader.ReadAsync(cancel)) findings.Add(new(what, reader.GetString(0)));
        }

        var now = clock.GetUtcNow();
        foreach (var late in await items.BreachesAsync(now, HealthEndpoints.WakeUpGrace, cancel))
            findings.Add(new("open item without owner or with a late wake-up", late.Key));
        var streams = await log.StreamsOfTypeAsync(EscalationKind.StreamType, cancel);
        var done = 0;
        foreach (var page in streams.Chunk(StreamsPerRead))
        {
            findings.AddRange(await DifferencesAsync(page, cancel));
            progress?.Invoke(done += page.Length, streams.Count);
        }

        return new(streams.Count, findings.Count, [.. findings.Take(MaxFindings)]);
    }

    /// <summary>What still differs when it has been looked at again: a writer at work is no finding.</summary>
    private async Task<IReadOnlyList<Finding>> DifferencesAsync(Guid[] streams, CancellationToken cancel)
    {
        var found = await CompareAsync(streams, cancel);
        for (var look = 1; look < Looks && found.Count > 0; look++)
        {
            await Task.Delay(BetweenLooks, cancel);
            found = await CompareAsync([.. found.Select(difference => difference.Stream).Distinct()], cancel);
        }

        return [.. found.Select(difference => new Finding(difference.What, difference.Stream.ToString()))];
    }

    private async Task<IReadOnlyList<(Guid Stream, string What)>> CompareAsync(
        Guid[] streams, CancellationToken cancel)
    {
        var keys = streams.Select(stream => stream.ToString()).ToArray();
        var rows = await RowsAsync(
            $"select key::uuid, doc from {EscalationRow.Table} where key = any($1)", keys, cancel);
        var open = await RowsAsync(
            $"select stream, doc from {OpenItemRow.Table} where stream = any($1)", streams, cancel);
        var awaited = (await wakeUps.OfAsync(streams, cancel)).Where(x => x.Kind == EscalationKind.StreamType)
            .ToDictionary(x => x.Stream, x => x.DueAt);
        var found = new List<(Guid, string)>();
        foreach (var (stream, memory) in await FoldAsync(streams, cancel))
        {
            if (!Same(rows[stream], [Write(memory.Row with { Id = stream })]))
                found.Add((stream, "queue row differs from its stream"));
            var expected = Escalation.OpenItems(stream, memory.State)
                .Select(item => Write(OpenItemRow.Of(stream, EscalationKind.StreamType, item)));
            if (!Same(open[stream], expected))
                found.Add((stream, "open items differ from their stream"));
            if (Escalation.NextWakeUp(memory.State) != (awaited.TryGetValue(stream, out var due) ? due : null))
                found.Add((stream, "wake-up differs from its stream"));
        }

        return found;
    }

    private static bool Same(IEnumerable<string> rows, IEnumerable<string> expected) =>
        rows.Order(StringComparer.Ordinal)
            .SequenceEqual(expected.Order(StringComparer.Ordinal), StringComparer.Ordinal);

    private async Task<Dictionary<Guid, EscalationMemory>> FoldAsync(Guid[] streams, CancellationToken cancel)
    {
        var folded = new Dictionary<Guid, EscalationMemory>();
        foreach (var recorded in await codec.DecodeAsync(await log.ReadStreamsAsync(streams, cancel), cancel))
        {
            var before = folded.GetValueOrDefault(recorded.Stream, EscalationMemory.NotRaised);
            folded[recorded.Stream] = EscalationMemory.Evolve(before, (EscalationEvent)recorded.Event, recorded.Stamp);
        }

        return folded;
    }

    private async Task<ILookup<Guid, string>> RowsAsync(string sql, object keys, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        command.Parameters.AddWithValue(keys);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(Guid Stream, string Doc)>();
        while (await reader.ReadAsync(cancel)) rows.Add((reader.GetGuid(0), Normal(reader.GetString(1))));
        return rows.ToLookup(row => row.Stream, row => row.Doc);
    }

    /// <summary>PostgreSQL keeps a document's own order of keys; both sides are written in one.</summary>
    private static string Write<T>(T row) => Normal(JsonSerializer.Serialize(row, EventJson.Options));

    private static string Normal(string json) => Sorted(JsonSerializer.Deserialize<JsonElement>(json));

    private static string Sorted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", value.EnumerateObject()
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"\"{property.Name}\":{Sorted(property.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", value.EnumerateArray().Select(Sorted)) + "]",
        _ => value.GetRawText(),
    };
}

/// <summary>What a check found; nothing is how it must be.</summary>
public sealed record CheckReport(int Streams, int Count, IReadOnlyList<Finding> Findings);

/// <summary>One thing that does not hold, and of what.</summary>
public sealed record Finding(string What, string Of);
