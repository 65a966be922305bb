using System.Runtime.CompilerServices;
using System.Text.Json;
using Npgsql;
using Safeguard.Domain;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Rebuilding;

/// <summary>
/// Whole streams of some kinds, one after the other, read in one go: no round trip a stream and no more than one stream
/// in memory. Confidential fields stay sealed.
/// </summary>
internal sealed class StreamScan(NpgsqlDataSource database)
{
    /// <summary>What <see cref="ByStreamAsync"/> reads of an event <c>e</c>, behind the kind of its stream.</summary>
    internal const string Columns =
        "e.stream_id, e.seq_id, e.version, e.type, e.data, e.timestamp, e.user_name, e.headers";

    private const string Sql =
        $"""
        select s.type, {Columns} from mt_streams s join mt_events e on e.stream_id = s.id
        where s.type = any ($1) and s.id >= $2 and s.id < $3 and e.seq_id <= $4
        order by e.stream_id, e.version
        """;

    /// <summary>After every id that there is.</summary>
    private static readonly Guid End = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    /// <summary>Events of these kinds that there are, as the streams' versions say.</summary>
    public async Task<long> CountAsync(IReadOnlyCollection<string> kinds, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select coalesce(sum(version), 0)::bigint from mt_streams where type = any ($1)");
        command.Parameters.AddWithValue(kinds.ToArray());
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>Where to cut the streams so that each part holds about as many.</summary>
    public async Task<IReadOnlyList<(Guid From, Guid To)>> PartsAsync(
        IReadOnlyCollection<string> kinds, int parts, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select id from (
                select id, row_number() over (order by id) - 1 as place, (count(*) over () + $2 - 1) / $2 as size
                from mt_streams where type = any ($1)) cut
            where place > 0 and place % size = 0 order by id
            """);
        command.Parameters.AddWithValue(kinds.ToArray());
        command.Parameters.AddWithValue(parts);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var cuts = new List<Guid> { Guid.Empty };
        while (await reader.ReadAsync(cancel)) cuts.Add(reader.GetGuid(0));
        return [.. cuts.Zip([.. cuts.Skip(1), End])];
    }

    /// <param name="upTo">Nothing behind this position is read.</param>
    public async IAsyncEnumerable<(string Kind, Guid Stream, IReadOnlyList<Recorded> Events)> ReadAsync(
        IReadOnlyCollection<string> kinds, (Guid From, Guid To) part, long upTo,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(Sql, connection) { CommandTimeout = 0 };
        command.Parameters.AddWithValue(kinds.ToArray());
        command.Parameters.AddWithValue(part.From);
        command.Parameters.AddWithValue(part.To);
        command.Parameters.AddWithValue(upTo);
        await foreach (var whole in ByStreamAsync(command, cancel)) yield return whole;
    }

    /// <summary>What a question answers with, a stream at a time.</summary>
    /// <param name="command">Asks for a kind and <see cref="Columns"/>, the events of a stream together.</param>
    internal static async IAsyncEnumerable<(string Kind, Guid Stream, IReadOnlyList<Recorded> Events)> ByStreamAsync(
        NpgsqlCommand command, [EnumeratorCancellation] CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var (kind, stream, events) = ("", Guid.Empty, new List<Recorded>());
        while (await reader.ReadAsync(cancel))
        {
            var next = reader.GetGuid(1);
            if (next != stream)
            {
                if (events.Count > 0) yield return (kind, stream, events);
                (kind, stream, events) = (reader.GetString(0), next, []);
            }

            events.Add(Decode(reader, kind, stream));
        }

        if (events.Count > 0) yield return (kind, stream, events);
    }

    /// <summary>As the codec decodes what stays sealed, from the bytes and without a copy of the text.</summary>
    private static Recorded Decode(NpgsqlDataReader row, string kind, Guid stream)
    {
        var (name, at, by) = (row.GetString(4), row.GetFieldValue<DateTimeOffset>(6), row.GetString(7));
        var headers = row.IsDBNull(8)
            ? null
            : JsonSerializer.Deserialize<EventHeaders>(row.GetFieldValue<byte[]>(8), EventJson.Options);
        return new(
            new(row.GetInt64(2), Guid.Empty, stream, kind, row.GetInt64(3), name, "", at, by, null, null, null),
            JsonSerializer.Deserialize(row.GetFieldValue<byte[]>(5), EventNames.TypeOf(name), EventJson.Options)!,
            new Stamp(new(by), headers?.Role, at, headers?.OccurredAt ?? at, headers?.Policy ?? 0));
    }
}
