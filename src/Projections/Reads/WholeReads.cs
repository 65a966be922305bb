using System.Runtime.CompilerServices;
using Npgsql;
using Safeguard.Domain.Access;
using Safeguard.EventStore;

namespace Safeguard.Projections.Reads;

/// <summary>
/// Who has read some records up to a position of the log, none left out: from the rows as far as they have been worked
/// in, and from the log after that. So a read model that is behind, or stands still, changes nothing of the answer.
/// </summary>
public sealed class WholeReads(NpgsqlDataSource database, IEventLog log, Positions positions)
{
    /// <summary>Oldest first, page by page; each page is a read of its own.</summary>
    public async IAsyncEnumerable<ReadRow> OfAsync(
        IReadOnlyCollection<ReadItem> items, long upTo, [EnumeratorCancellation] CancellationToken cancel)
    {
        var workedIn = Math.Min(upTo, await positions.ReadAsync(ReadRows.Name, cancel));
        var last = 0L;
        IReadOnlyList<ReadRow> page;
        do
        {
            page = await PageAsync(items, last, workedIn, cancel);
            foreach (var row in page) yield return row;
            if (page.Count > 0) last = page[^1].Position;
        }
        while (page.Count == StoreLimits.MaxEventsPerPage);

        for (var after = workedIn; after < upTo;)
        {
            var tail = await log.ReadAllAsync(after, StoreLimits.MaxEventsPerPage, cancel);
            if (tail.Count == 0) yield break;
            after = tail[^1].Position;
            var news = tail.Where(stored => stored.Position <= upTo && stored.Type == ReadRows.ReadName);
            foreach (var row in news.Select(ReadRows.Of).Where(row => items.Contains(row.Item))) yield return row;
        }
    }

    private async Task<IReadOnlyList<ReadRow>> PageAsync(
        IReadOnlyCollection<ReadItem> items, long after, long upTo, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            select position, kind, item, person, role, purpose, at from reads
            where item = any($1) and kind = any($2) and position > $3 and position <= $4 order by position limit $5
            """);
        command.Parameters.AddWithValue(items.Select(item => item.Id).ToArray());
        command.Parameters.AddWithValue(items.Select(item => item.Kind).ToArray());
        command.Parameters.AddWithValue(after);
        command.Parameters.AddWithValue(upTo);
        command.Parameters.AddWithValue(StoreLimits.MaxEventsPerPage);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var rows = new List<ReadRow>();
        while (await reader.ReadAsync(cancel))
            rows.Add(ReadRows.Row(reader, new(reader.GetString(1), reader.GetGuid(2)), 3));
        return rows;
    }
}
