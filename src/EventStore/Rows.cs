using Npgsql;
using NpgsqlTypes;

namespace Safeguard.EventStore;

/// <summary>What every small query here does with its parameters and rows.</summary>
internal static class Rows
{
    public static NpgsqlParameter<DateTime> Moment(DateTimeOffset moment) =>
        new() { TypedValue = AppendArrays.Stored(moment) };

    public static NpgsqlParameter<List<T>> Array<T>(NpgsqlDbType type, List<T> values) =>
        new() { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type };

    public static DateTimeOffset Moment(this NpgsqlDataReader row, int column) =>
        row.GetFieldValue<DateTimeOffset>(column);

    public static string? TextOrNull(this NpgsqlDataReader row, int column) =>
        row.IsDBNull(column) ? null : row.GetString(column);

    public static async Task<List<T>> ListAsync<T>(
        this NpgsqlCommand command, Func<NpgsqlDataReader, T> map, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(map(reader));
        return rows;
    }
}
