using System.Text.Json;
using Npgsql;
using Safeguard.Projections.Events;

namespace Safeguard.Projections;

/// <summary>Reads rows whose columns are documents, with parameters by name.</summary>
internal static class JsonRows
{
    public static async Task<IReadOnlyList<T>> ReadAsync<T>(
        this NpgsqlDataSource database, string sql, IEnumerable<(string Name, object Value)> parameters,
        Func<NpgsqlDataReader, T> map, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var (name, value) in parameters)
        {
            if (value is NpgsqlParameter typed) typed.ParameterName = name;
            command.Parameters.Add(value as NpgsqlParameter ?? new NpgsqlParameter(name, value));
        }

        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancel)) rows.Add(map(reader));
        return rows;
    }

    /// <summary>The document in one column.</summary>
    public static T Doc<T>(this NpgsqlDataReader row, int column = 0) =>
        JsonSerializer.Deserialize<T>(row.GetString(column), EventJson.Options)!;
}
