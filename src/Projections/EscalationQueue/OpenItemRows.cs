using System.Text.Json;
using Npgsql;
using Safeguard.Domain;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.EscalationQueue;

/// <summary>What is asked of the open items: everyone's own tasks, and the watchdog of R4.</summary>
public sealed class OpenItemRows(NpgsqlDataSource database)
{
    public const int PageSize = 100;

    /// <summary>What this person owes, soonest first.</summary>
    public Task<IReadOnlyList<OpenItemRow>> OwnedByAsync(PersonId owner, CancellationToken cancel) =>
        ReadAsync("select doc from open_items where owner = $1 order by next_wake_up limit $2", cancel, owner.Value,
            PageSize);

    /// <summary>Whatever is open, what wakes up first on top.</summary>
    public Task<IReadOnlyList<OpenItemRow>> FirstAsync(CancellationToken cancel) =>
        ReadAsync("select doc from open_items order by next_wake_up limit $1", cancel, PageSize);

    /// <summary>
    /// Everything this person owns, for those who take it over (R4): bounded far above any one person's load.
    /// </summary>
    public Task<IReadOnlyList<OpenItemRow>> AllOwnedByAsync(PersonId owner, CancellationToken cancel) =>
        ReadAsync("select doc from open_items where owner = $1 order by next_wake_up limit $2", cancel, owner.Value,
            10_000);

    /// <summary>
    /// What breaks R4: no owner, or only the product because nobody was there; no wake-up, or one later than the grace
    /// allows. Oldest first.
    /// </summary>
    public Task<IReadOnlyList<OpenItemRow>> BreachesAsync(DateTimeOffset now, TimeSpan grace,
        CancellationToken cancel) =>
        ReadAsync(
            "select doc from open_items where owner is null or owner = $3 or next_wake_up is null " +
            "or next_wake_up < $1 order by next_wake_up limit $2",
            cancel, now - grace, PageSize, PersonId.System.Value);

    /// <summary>
    /// Every stream of a type that has anything open, for the sweep: as many as are open at one time.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> StreamsAsync(string streamType, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            "select distinct stream from open_items where stream_type = $1");
        command.Parameters.AddWithValue(streamType);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var streams = new List<Guid>();
        while (await reader.ReadAsync(cancel)) streams.Add(reader.GetGuid(0));
        return streams;
    }

    /// <summary>Everything that these people own: nobody should, who has left (R4).</summary>
    public Task<IReadOnlyList<OpenItemRow>> OwnedByAnyAsync(
        IReadOnlyCollection<PersonId> owners, CancellationToken cancel) =>
        ReadAsync(
            "select doc from open_items where owner = any($1) order by next_wake_up limit $2",
            cancel, owners.Select(owner => owner.Value).ToArray(), 10_000);

    private async Task<IReadOnlyList<OpenItemRow>> ReadAsync(
        string sql, CancellationToken cancel, params object[] values)
    {
        await using var command = database.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<OpenItemRow>();
        while (await reader.ReadAsync(cancel))
            rows.Add(JsonSerializer.Deserialize<OpenItemRow>(reader.GetString(0), EventJson.Options)!);
        return rows;
    }
}
