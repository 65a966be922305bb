using Safeguard.Domain;
using Safeguard.EventStore;
using Safeguard.Projections.PageLog;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Health;

/// <summary>
/// The proof for read models that follow the log: none stands still or is past its end, and each is what the
/// events up to its own position make of it, with no row too many.
/// </summary>
public sealed class FollowerCheck(
    IEventLog log, ProjectionStates projections, Positions positions, PageLogRows pageLog, ReadRows reads)
{
    private const string Differs = "read model differs from the log";

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var findings = new List<Finding>();
        foreach (var known in await projections.ReadAsync(cancel))
        {
            if (known.Stopped) findings.Add(new("read model stands still", known.Name));
            if (known.Lag < 0) findings.Add(new("read model is past the end of the log", known.Name));
        }

        // The reads first: what is in that table is never changed, so whatever is worked in meanwhile comes after it.
        var read = await positions.ReadAsync(ReadRows.Name, cancel);
        var (paged, stored) = await pageLog.ReadAsync(cancel);
        var rebuilt = new Dictionary<PersonId, PageLogRow>();
        var after = 0L;
        while (after < Math.Max(read, paged))
        {
            var page = await log.ReadAllAsync(after, StoreLimits.MaxEventsPerRead, cancel);
            if (page.Count == 0) break;
            PageLogRows.Fold([.. page.TakeWhile(happened => happened.Position <= paged)], rebuilt);
            var to = Math.Min(read, page[^1].Position);
            var expected = ReadRows.RowsOf(page.TakeWhile(happened => happened.Position <= to));
            if (after < to && !expected.SequenceEqual(await reads.BetweenAsync(after, to, cancel)))
                findings.Add(new(Differs, $"{ReadRows.Name}, positions {after + 1} to {to}"));
            after = page[^1].Position;
        }

        if (!stored.Order(ByPerson).SequenceEqual(rebuilt.Values.Order(ByPerson)))
            findings.Add(new(Differs, PageLogRows.Name));
        return findings;
    }

    private static readonly Comparer<PageLogRow> ByPerson = Comparer<PageLogRow>.Create(
        (one, other) => string.CompareOrdinal(one.Person.Value, other.Person.Value));
}
