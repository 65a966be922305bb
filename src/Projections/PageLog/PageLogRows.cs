using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.PageLog;

/// <summary>When somebody was last paged, and when a page to them last failed: is this person reachable?</summary>
/// <param name="FailedAt">When a page could last not be handed over by mail; null when every one was.</param>
public sealed record PageLogRow(PersonId Person, DateTimeOffset? PagedAt, DateTimeOffset? FailedAt)
{
    /// <summary>Pure: the same events give the same row.</summary>
    public PageLogRow Apply(EscalationEvent happened, DateTimeOffset at) => happened switch
    {
        PageSent => this with { PagedAt = at },
        PageFailed => this with { FailedAt = at },
        _ => this,
    };
}

/// <summary>
/// Follows the log with a position of its own, on whichever node holds its lock. It runs behind by milliseconds; a page
/// that it cannot work in stops it, visibly, and it skips nothing.
/// </summary>
public sealed class PageLogRows(NpgsqlDataSource database)
{
    public const string Name = "page_log";

    /// <summary>The kinds of event that it follows.</summary>
    internal static readonly IReadOnlyList<string> Follows = [SentName, FailedName];

    private const string SentName = "page_sent";
    private const string FailedName = "page_failed";

    public async Task<PageLogRow?> FindAsync(PersonId person, CancellationToken cancel)
    {
        await using var command = database.CreateCommand("select doc from page_log where person = $1");
        command.Parameters.AddWithValue(person.Value);
        return await command.ExecuteScalarAsync(cancel) is string doc
            ? JsonSerializer.Deserialize<PageLogRow>(doc, EventJson.Options)
            : null;
    }

    /// <summary>Works events into the rows, on a connection that has a transaction open.</summary>
    public static Task WorkAsync(
        IReadOnlyList<StoredEvent> events, NpgsqlConnection connection, CancellationToken cancel) =>
        WorkAsync(events, Name, connection, cancel);

    /// <summary>The same into a table beside the live one.</summary>
    internal static async Task WorkAsync(
        IReadOnlyList<StoredEvent> events, string table, NpgsqlConnection connection, CancellationToken cancel)
    {
        var pages = PagesIn(events).ToList();
        var people = pages.SelectMany(page => People(page.Event)).Distinct().ToList();
        if (people.Count == 0) return;
        var rows = await LoadAsync(people, table, connection, cancel);
        foreach (var (happened, at) in pages) Apply(rows, happened, at);
        await using var store = new NpgsqlCommand(
            $"insert into {table} (person, doc) select * from unnest($1, $2) " +
            "on conflict (person) do update set doc = excluded.doc",
            connection);
        store.Parameters.AddWithValue(people.Select(person => person.Value).ToArray());
        store.Parameters.Add(new NpgsqlParameter
        {
            Value = people.Select(person => JsonSerializer.Serialize(rows[person], EventJson.Options)).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        await store.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Works events into rows in memory: a rebuild, to compare with what is stored.</summary>
    public static void Fold(IReadOnlyList<StoredEvent> events, Dictionary<PersonId, PageLogRow> rows)
    {
        foreach (var (happened, at) in PagesIn(events)) Apply(rows, happened, at);
    }

    /// <summary>Every row, and the position up to which they hold, read together.</summary>
    public async Task<(long Position, IReadOnlyList<PageLogRow> Rows)> ReadAsync(CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select coalesce((select last_seq_id from mt_event_progression where name = $1), 0),
                (select coalesce(jsonb_agg(doc order by person), '[]') from page_log)
            """);
        command.Parameters.AddWithValue(Name);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var rows = JsonSerializer.Deserialize<IReadOnlyList<PageLogRow>>(reader.GetString(1), EventJson.Options)!;
        return (reader.GetInt64(0), rows);
    }

    private static IEnumerable<(EscalationEvent Event, DateTimeOffset At)> PagesIn(IEnumerable<StoredEvent> events) =>
        events.Where(row => row.Type is SentName or FailedName).Select(row => (Read(row), row.RecordedAt));

    private static void Apply(Dictionary<PersonId, PageLogRow> rows, EscalationEvent happened, DateTimeOffset at)
    {
        foreach (var person in People(happened))
            rows[person] = rows.GetValueOrDefault(person, new(person, null, null)).Apply(happened, at);
    }

    private static async Task<Dictionary<PersonId, PageLogRow>> LoadAsync(
        List<PersonId> people, string table, NpgsqlConnection connection, CancellationToken cancel)
    {
        var rows = people.ToDictionary(person => person, person => new PageLogRow(person, null, null));
        await using var command = new NpgsqlCommand($"select doc from {table} where person = any($1)", connection);
        command.Parameters.AddWithValue(people.Select(person => person.Value).ToArray());
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            var row = JsonSerializer.Deserialize<PageLogRow>(reader.GetString(0), EventJson.Options)!;
            rows[row.Person] = row;
        }

        return rows;
    }

    private static EscalationEvent Read(StoredEvent row) =>
        (EscalationEvent)JsonSerializer.Deserialize(row.Json, EventNames.TypeOf(row.Type), EventJson.Options)!;

    private static IReadOnlyList<PersonId> People(EscalationEvent happened) => happened switch
    {
        PageSent page => page.To,
        PageFailed page => page.To,
        _ => [],
    };
}
