using System.Globalization;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Audit;

/// <summary>Deadlines met and missed in a period: <c>GET /api/audit/deadlines?from=&amp;to=&amp;panel=</c>.</summary>
public static class AuditDeadlinesEndpoint
{
    public static void MapAuditDeadlines(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit/deadlines", async (
            HttpContext http, DeadlineAudit audit, string? from, string? to, string? panel, string? after,
            CancellationToken cancel) =>
        {
            var (asked, faults) = audit.Read(from, to, panel, after);
            if (faults.Count > 0) return Problem.Unprocessable(faults).ToResult();
            var page = await audit.OfAsync(http.Caller(), asked, cancel);
            return ApiJson.Ok(new Listed<AuditDeadline>(page.Shown, page.Next));
        }).For(DrawSampleEndpoint.Auditors).WithName("listDeadlines").WithTags("audit")
            .WithSummary("Deadlines that fell due in a period, met and missed, with by how much and what explains it.")
            .Produces<Listed<AuditDeadline>>().Problems(401, 403, 422);
}

/// <summary>Finds the deadlines of a period, for a page or the API.</summary>
public sealed class DeadlineAudit(
    AuditedRows rows, AuditReading records, InstitutionDirectory directory, TimeProvider clock)
{
    public const int PageSize = 100;

    /// <summary>Looked back over where no period is given.</summary>
    private static readonly TimeSpan Week = TimeSpan.FromDays(7);

    /// <summary>A debrief can fall due a while after its record is closed.</summary>
    private static readonly TimeSpan AfterClosing = TimeSpan.FromDays(31);

    public (DeadlinesAsked Asked, IReadOnlyList<Pages.Kit.Fault> Faults) Read(
        string? from, string? to, string? panel, string? after)
    {
        var now = clock.GetUtcNow();
        var reading = new RequestReading(directory.Present, now);
        var end = reading.Moment("to", to) ?? now;
        var begin = reading.Moment("from", from) ?? end - Week;
        if (end <= begin) reading.Fault("to", "The period ends before it begins. Give a later end.");
        var scope = reading.OptionalPanel("panel", panel);
        var skip = string.IsNullOrEmpty(after) ? 0 : reading.Number("after", after, 0, int.MaxValue);
        return (new(begin, end, scope, skip), reading.Faults);
    }

    public async Task<DeadlinesFound> OfAsync(Caller auditor, DeadlinesAsked asked, CancellationToken cancel)
    {
        var items = await rows.OpenDuringAsync(asked.Panel, asked.From - AfterClosing, asked.To, cancel);
        var known = await records.LookThroughAsync(items, clock.GetUtcNow(), cancel);
        var found =
            (from record in known
             from entry in record.Deadlines.Entries
             where entry.DueBy >= asked.From && entry.DueBy < asked.To
             orderby entry.DueBy, record.Item.Id
             select (record.Item, Deadline: AuditDeadline.Of(record, entry))).ToList();
        var page = found.Skip(asked.Skip).Take(PageSize).ToList();
        await records.RecordAsync(auditor, [.. page.Select(line => line.Item)]);
        var next = asked.Skip + page.Count;
        return new(
            [.. page.Select(line => line.Deadline)], [.. page.Select(line => line.Item)],
            found.Count(line => line.Deadline.State == AuditDeadline.Met),
            found.Count(line => line.Deadline.State == AuditDeadline.Missed),
            next < found.Count ? next.ToString(CultureInfo.InvariantCulture) : null);
    }
}

/// <param name="Skip">Deadlines on the pages before.</param>
public sealed record DeadlinesAsked(DateTimeOffset From, DateTimeOffset To, PanelId? Panel, int Skip);

/// <param name="Items">The record of each one shown, in the same order.</param>
/// <param name="Met">Of all of the period, not of the page alone.</param>
public sealed record DeadlinesFound(
    IReadOnlyList<AuditDeadline> Shown, IReadOnlyList<ReadItem> Items, int Met, int Missed, string? Next);
