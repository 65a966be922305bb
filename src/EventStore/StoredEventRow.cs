using Npgsql;

namespace Safeguard.EventStore;

/// <summary>A row of <c>mt_events e</c> and its stream's <c>s</c> as an event.</summary>
public static class StoredEventRow
{
    public const string Columns =
        "e.seq_id, e.id, e.stream_id, s.type, e.version, e.type, e.data, e.timestamp, e.user_name, e.headers, "
        + "e.correlation_id, e.causation_id";

    /// <param name="at">The first of its columns.</param>
    public static StoredEvent Read(NpgsqlDataReader row, int at) => new(
        row.GetInt64(at),
        row.GetGuid(at + 1),
        row.GetGuid(at + 2),
        row.GetString(at + 3),
        row.GetInt64(at + 4),
        row.GetString(at + 5),
        row.GetString(at + 6),
        row.Moment(at + 7),
        row.GetString(at + 8),
        row.TextOrNull(at + 9),
        row.TextOrNull(at + 10),
        row.TextOrNull(at + 11));
}
