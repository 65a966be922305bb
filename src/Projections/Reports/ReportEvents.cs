using Npgsql;
using Safeguard.Domain.Reports;
using Safeguard.Projections.Events;
using Safeguard.Projections.Rebuilding;

namespace Safeguard.Projections.Reports;

/// <summary>
/// What reports count, folded from the log as it stood at a moment: the rows that never lag say which streams began in
/// the period, and one question reads those events of theirs that are counted. Confidential fields stay sealed.
/// </summary>
public sealed class ReportEvents(NpgsqlDataSource database)
{
    /// <summary>Records counted for one report; what is above it is refused, never cut off.</summary>
    public const int MaxRecords = 20_000;

    /// <summary>Urgent contacts raised in the period, as they were known; null where they are too many.</summary>
    public Task<IReadOnlyList<UrgentContactCounted>?> UrgentContactsAsync(
        DateTimeOffset from, DateTimeOffset? until, DateTimeOffset asOf, CancellationToken cancel) =>
        FoldAsync<UrgentContactCounted>(
            ("escalation_queue", "raised_at"), (from, until, asOf), UrgentContactCounted.Events,
            (before, next) => UrgentContactCounted.Evolve(before, next.Event, next.Stamp.RecordedAt), cancel);

    /// <summary>Referrals offered in the period, as they were known; null where they are too many.</summary>
    public Task<IReadOnlyList<ReferralCounted>?> ReferralsAsync(
        DateTimeOffset from, DateTimeOffset? until, DateTimeOffset asOf, CancellationToken cancel) =>
        FoldAsync<ReferralCounted>(
            ("referrals", "offered_at"), (from, until, asOf), ReferralCounted.Events,
            (before, next) => ReferralCounted.Evolve(before, next.Event), cancel);

    /// <summary>
    /// Case files that were open then, and some that were not; null where they are too many. Left out from the start is
    /// what was closed before and never opened again.
    /// </summary>
    public Task<IReadOnlyList<CaseFileHeld>?> CaseFilesAsync(DateTimeOffset asOf, CancellationToken cancel) =>
        FoldAsync<CaseFileHeld>(
            ("(select * from case_files where open or moment(doc->>'closedAt') > $3) files", "opened_at"),
            (DateTimeOffset.UnixEpoch, null, asOf), CaseFileHeld.Events,
            (before, next) => CaseFileHeld.Evolve(before, next.Event), cancel);

    private async Task<IReadOnlyList<T>?> FoldAsync<T>(
        (string Rows, string Clock) began, (DateTimeOffset From, DateTimeOffset? Until, DateTimeOffset AsOf) asked,
        IReadOnlyList<Type> counted, Func<T?, Recorded, T?> evolve, CancellationToken cancel)
        where T : class
    {
        var (from, until, asOf) = asked;
        await using var connection = await database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(
            $"""
            with asked as materialized (
                select key::uuid as id from {began.Rows}
                where {began.Clock} >= $1 and {began.Clock} < $2 and {began.Clock} <= $3 limit $4)
            select '', {StreamScan.Columns} from asked join mt_events e on e.stream_id = asked.id
            where e.type = any ($5) and e.timestamp <= $3
            order by e.stream_id, e.version
            """,
            connection);
        command.Parameters.AddWithValue(from.ToUniversalTime());
        command.Parameters.AddWithValue((until ?? asOf.AddDays(1)).ToUniversalTime());
        command.Parameters.AddWithValue(asOf.ToUniversalTime());
        command.Parameters.AddWithValue(MaxRecords + 1);
        command.Parameters.AddWithValue(counted.Select(EventNames.Of).ToArray());
        var found = new List<T>();
        await foreach (var (_, _, events) in StreamScan.ByStreamAsync(command, cancel))
            if (events.Aggregate((T?)null, evolve) is { } one) found.Add(one);
        return found.Count > MaxRecords ? null : found;
    }
}
