using Npgsql;

namespace Safeguard.Simulation.Tests.Days;

/// <summary>What people would see on their pages, as far as it decides what they do next.</summary>
internal sealed partial class RandomDays
{
    private Task<List<Open>> OpenAsync() => ReadAsync(
        """
        select doc->>'kind', stream, (doc->>'item')::uuid, owner, doc->>'streamType' from open_items
        where doc->>'streamType' in ('case-file', 'referral', 'escalation') order by key
        """,
        row => new Open(row.GetString(0), row.GetGuid(1), row.GetGuid(2), row.GetString(3), row.GetString(4)));

    private Task<List<File>> FilesAsync() => ReadAsync(
        "select key::uuid, doc->>'state', doc->>'offeredTo' from case_files order by key",
        row => new File(row.GetGuid(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)));

    private sealed record Open(string Kind, Guid Stream, Guid Item, string Owner, string StreamType);

    private sealed record File(Guid Id, string State, string? OfferedTo);

    private async Task<List<T>> ReadAsync<T>(string sql, Func<NpgsqlDataReader, T> read)
    {
        await using var command = institution.Database.Pool.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }
}
