using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Reads;

/// <summary>
/// Who has read what (R17). Follows the log with a position of its own: one row an event, so that the same events give
/// the same rows however often they are worked in.
/// </summary>
public sealed class ReadRows(NpgsqlDataSource database)
{
    public const string Name = "reads";

    /// <summary>Rows on one page of the list.</summary>
    public const int PageSize = 100;

    /// <summary>The kind of event that it follows.</summary>
    internal const string ReadName = "record_read";

    /// <summary>A page of an item's reads, newest first; one row more says that there is a next.</summary>
    /// <param name="before">The position of the last of the page before; null for the first page.</param>
    public async Task<IReadOnlyList<ReadRow>> OfAsync(ReadItem item, long? before, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select position, person, role, purpose, at from reads
            where item = $1 and kind = $2 and position < $3 order by position desc limit $4
            """);
        command.Parameters.AddWithValue(item.Id);
        command.Parameters.AddWithValue(item.Kind);
        command.Parameters.AddWithValue(before ?? long.MaxValue);
        command.Parameters.AddWithValue(PageSize + 1);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<ReadRow>();
        while (await reader.ReadAsync(cancel)) rows.Add(Row(reader, item, 1));
        return rows;
    }

    /// <param name="at">
    /// The first of the columns person, role, purpose and at; the position is the first of all.
    /// </param>
    internal static ReadRow Row(NpgsqlDataReader reader, ReadItem item, int at) => new(
        reader.GetInt64(0), item, new(reader.GetString(at)),
        reader.IsDBNull(at + 1) ? null : Enum.Parse<Role>(reader.GetString(at + 1)),
        Enum.Parse<ReadPurpose>(reader.GetString(at + 2)), reader.GetFieldValue<DateTimeOffset>(at + 3));

    /// <summary>Everybody who has read it, whoever read last first.</summary>
    public async Task<IReadOnlyList<ReaderRow>> ReadersOfAsync(ReadItem item, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select person, purpose, count(*), max(at) from reads where item = $1 and kind = $2
            group by person, purpose order by max(at) desc, person limit $3
            """);
        command.Parameters.AddWithValue(item.Id);
        command.Parameters.AddWithValue(item.Kind);
        command.Parameters.AddWithValue(PageSize);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<ReaderRow>();
        while (await reader.ReadAsync(cancel))
        {
            rows.Add(new(
                new(reader.GetString(0)), Enum.Parse<ReadPurpose>(reader.GetString(1)), reader.GetInt64(2),
                reader.GetFieldValue<DateTimeOffset>(3)));
        }

        return rows;
    }

    /// <summary>Every row after a position up to another, in order: to compare with what the events say.</summary>
    public async Task<IReadOnlyList<ReadRow>> BetweenAsync(long after, long to, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select position, kind, item, person, role, purpose, at from reads
            where position > $1 and position <= $2 order by position
            """);
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(to);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<ReadRow>();
        while (await reader.ReadAsync(cancel))
            rows.Add(Row(reader, new(reader.GetString(1), reader.GetGuid(2)), 3));
        return rows;
    }

    /// <summary>What these events make of the table.</summary>
    public static IReadOnlyList<ReadRow> RowsOf(IEnumerable<StoredEvent> events) =>
        [.. events.Where(stored => stored.Type == ReadName).Select(Of)];

    /// <summary>Works events into the rows, on a connection that has a transaction open.</summary>
    public static Task WorkAsync(
        IReadOnlyList<StoredEvent> events, NpgsqlConnection connection, CancellationToken cancel) =>
        WorkAsync(events, Name, connection, cancel);

    /// <summary>The same into a table beside the live one.</summary>
    internal static async Task WorkAsync(
        IReadOnlyList<StoredEvent> events, string table, NpgsqlConnection connection, CancellationToken cancel)
    {
        var rows = RowsOf(events);
        if (rows.Count == 0) return;
        await using var store = new NpgsqlCommand(
            $"insert into {table} (position, kind, item, person, role, purpose, at) " +
            "select * from unnest($1, $2, $3, $4, $5, $6, $7) on conflict (position) do nothing",
            connection);
        Add(NpgsqlDbType.Bigint, row => row.Position);
        Add(NpgsqlDbType.Text, row => row.Item.Kind);
        Add(NpgsqlDbType.Uuid, row => row.Item.Id);
        Add(NpgsqlDbType.Text, row => row.Person.Value);
        Add(NpgsqlDbType.Text, row => row.Role?.ToString());
        Add(NpgsqlDbType.Text, row => row.Purpose.ToString());
        Add(NpgsqlDbType.TimestampTz, row => row.At);
        await store.ExecuteNonQueryAsync(cancel);

        void Add<T>(NpgsqlDbType type, Func<ReadRow, T> column) => store.Parameters.Add(
            new NpgsqlParameter { Value = rows.Select(column).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | type });
    }

    /// <summary>Pure: the same event gives the same row.</summary>
    internal static ReadRow Of(StoredEvent stored)
    {
        var read = JsonSerializer.Deserialize<RecordRead>(stored.Json, EventJson.Options)!;
        var headers = stored.Headers is null
            ? null
            : JsonSerializer.Deserialize<EventHeaders>(stored.Headers, EventJson.Options);
        return new(stored.Position, read.Item, read.Person, headers?.Role, read.Purpose, stored.RecordedAt);
    }
}
