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
        var awaited = (await wakeUps.AllAsync(cancel)).Where(x => x.Kind == EscalationKind.StreamType)
            .ToDictionary(x => x.Stream, x => x.DueAt);
        var done = 0;
        foreach (var page in streams.Chunk(StreamsPerRead))
        {
            findings.AddRange(await CompareAsync(page, awaited, cancel));
            progress?.Invoke(done += page.Length, streams.Count);
        }

        return new(streams.Count, findings.Count, [.. findings.Take(MaxFindings)]);
    }

    private async Task<List<Finding>> CompareAsync(
        Guid[] streams, Dictionary<Guid, DateTimeOffset> awaited, CancellationToken cancel)
    {
        // Rows first: a stream that grows in between is read again below, so a writer at work is no finding.
        var rows = await RowsAsync(EscalationRow.Table, "key = any($1)", streams, cancel);
        var open = await RowsAsync(OpenItemRow.Table, "stream::text = any($1)", streams, cancel);
        var folded = await FoldAsync(streams, cancel);
        var findings = new List<Finding>();
        foreach (var (stream, memory) in folded)
        {
            var key = stream.ToString();
            var row = rows.GetValueOrDefault(key);
            if (row is not null && Version(row) != memory.Row.Version) continue;
            if (row != Write(memory.Row with { Id = stream }))
                findings.Add(new("queue row differs from its stream", key));
            var expected = Escalation.OpenItems(stream, memory.State)
                .Select(item => OpenItemRow.Of(stream, EscalationKind.StreamType, item)).ToList();
            if (expected.Any(item => open.GetValueOrDefault(item.Key) != Write(item)))
                findings.Add(new("open items differ from their stream", key));
            if (Escalation.NextWakeUp(memory.State) != (awaited.TryGetValue(stream, out var due) ? due : null))
                findings.Add(new("wake-up differs from its stream", key));
        }

        return findings;
    }

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

    private async Task<Dictionary<string, string>> RowsAsync(
        string table, string where, Guid[] streams, CancellationToken cancel)
    {
        await using var command = database.CreateCommand($"select key, doc from {table} where {where}");
        command.Parameters.AddWithValue(streams.Select(stream => stream.ToString()).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancel)) rows[reader.GetString(0)] = Normal(reader.GetString(1));
        return rows;
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

    private static long Version(string row) =>
        JsonSerializer.Deserialize<JsonElement>(row).GetProperty("version").GetInt64();
}

/// <summary>What a check found; nothing is how it must be.</summary>
public sealed record CheckReport(int Streams, int Count, IReadOnlyList<Finding> Findings);

/// <summary>One thing that does not hold, and of what.</summary>
public sealed record Finding(string What, string Of);
