using System.Text.Json;
using Npgsql;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Reads;

/// <summary>What is asked of the records that were opened outside somebody's scope.</summary>
public sealed class BreakGlassRows(NpgsqlDataSource database)
{
    /// <summary>Rows of one list: breaking glass is rare, and a hundred unreviewed is a scandal of its own.</summary>
    public const int PageSize = 100;

    public async Task<BreakGlassRow?> FindAsync(Guid id, CancellationToken cancel) =>
        (await ReadAsync("select doc from break_glass where key = $1", cancel, id.ToString())).SingleOrDefault();

    /// <summary>Not reviewed yet, soonest due first.</summary>
    public Task<IReadOnlyList<BreakGlassRow>> DueAsync(CancellationToken cancel) =>
        ReadAsync("select doc from break_glass where reviewed_at is null order by review_by, key limit $1", cancel,
            PageSize);

    /// <summary>Reviewed, the latest first.</summary>
    public Task<IReadOnlyList<BreakGlassRow>> ReviewedAsync(int limit, CancellationToken cancel) =>
        ReadAsync(
            "select doc from break_glass where reviewed_at is not null order by reviewed_at desc, key limit $1",
            cancel, limit);

    private async Task<IReadOnlyList<BreakGlassRow>> ReadAsync(
        string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<BreakGlassRow>();
        while (await reader.ReadAsync(cancel))
            rows.Add(JsonSerializer.Deserialize<BreakGlassRow>(reader.GetString(0), EventJson.Options)!);
        return rows;
    }
}
