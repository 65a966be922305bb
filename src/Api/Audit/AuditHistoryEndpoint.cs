using System.Text.Json.Nodes;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.Audit;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>A record with every event and both clocks, as it was known at any moment.</summary>
public static class AuditHistoryEndpoint
{
    public static void MapAuditHistory(this IEndpointRouteBuilder api) =>
        api.MapGet("/audit/history/{stream}", ReadAsync)
            .For(DrawSampleEndpoint.Auditors).WithName("readAuditHistory").WithTags("audit")
            .WithSummary("Every event of an urgent contact, case file or referral by ids and roles, as known then.")
            .Produces<AuditHistoryAnswer>().Problems(401, 403, 404, 422);

    private static async Task<IResult> ReadAsync(
        string stream, HttpContext http, AuditReading records, InstitutionDirectory directory, TimeProvider clock,
        string? asKnownAt, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var reading = new RequestReading(directory.Present, now);
        var moment = reading.Moment("asKnownAt", asKnownAt) ?? now;
        if (await records.ReadAsync(stream, http.Caller(), cancel) is not { } record)
            return Problem.NotThere.ToResult();
        if (reading.Faults.Count > 0) return Problem.Unprocessable(reading.Faults).ToResult();
        var known = record.At(moment);
        return ApiJson.Ok(AuditHistoryAnswer.Of(known, await records.KeptWithAsync(known, cancel)));
    }
}

/// <summary>A record as it was known at a moment. Before anything was known it has no state.</summary>
/// <param name="Known">How many of its events had been recorded by then.</param>
/// <param name="LeftOut">How many were recorded later.</param>
/// <param name="PolicyVersion">The policy in force then; 0 before any was adopted.</param>
/// <param name="Because">From which events each of these follows.</param>
/// <param name="Duty">Who was on duty for its panel.</param>
/// <param name="Standing">The supporter's, by what was known.</param>
/// <param name="Kept">What else was kept with it then, each with its own history: <c>referral:0198f0c2-…</c>.</param>
/// <param name="Behind">Events of the institution from which duty, standing and policy follow.</param>
/// <param name="Events">Oldest first, each with its own facts beside the common ones; never a word or a name.</param>
public sealed record AuditHistoryAnswer(
    string Item, DateTimeOffset AsKnownAt, int Known, int LeftOut, int PolicyVersion, string? State, Band? Band,
    PanelId? Panel, PersonId? Owner, DateTimeOffset? NextWakeUp, AuditBecause Because, OnDuty? Duty,
    AuditStanding? Standing, IReadOnlyList<AuditDeadline> Deadlines, IReadOnlyList<string> Kept,
    IReadOnlyList<JsonObject> Behind, IReadOnlyList<JsonObject> Events)
{
    public static AuditHistoryAnswer Of(KnownAt known, IEnumerable<ReadItem> kept)
    {
        var grounds = AuditGrounds.Of(known);
        return new(
            known.Item.ToString(), Moments.Cut(known.Moment), known.Events.Count, known.LeftOut, known.PolicyVersion,
            known.State, known.Escalation?.Band, known.Panel, known.Owner, known.NextWakeUp,
            AuditBecause.Of(known.Because, grounds), known.Duty,
            known is { Standing: { } standing, Supporter: { } supporter }
                ? new(supporter, standing.Standing, standing.Since)
                : null,
            [.. known.Deadlines.Entries.Select(entry => AuditDeadline.Of(known, entry))],
            [.. kept.Select(item => item.ToString())], [.. grounds.Events.Select(AuditGrounds.Json)],
            [.. known.Events.Select(AuditedEvent.Of)]);
    }
}

public sealed record AuditStanding(PersonId Person, Standing Standing, DateOnly Since);

/// <summary>One deadline, met, missed or running.</summary>
/// <param name="Which">What was due: AcknowledgeBy, RespondBy, Question …</param>
/// <param name="Part">The question or other part; absent for the record itself.</param>
/// <param name="State">met, missed or running.</param>
/// <param name="LateBySeconds">By how much it was late when it was met, or is late still.</param>
/// <param name="SetBy">The number of the event that set it.</param>
/// <param name="EndedBy">The number of the event that met or ended it.</param>
/// <param name="ExplainedBy">The number of the event that gives the reason.</param>
public sealed record AuditDeadline(
    string Item, string Which, Guid? Part, DateTimeOffset DueBy, string State, long? LateBySeconds, int SetBy,
    DateTimeOffset? EndedAt, int? EndedBy, int? MissedBy, int? ExplainedBy)
{
    public const string Met = "met";
    public const string Missed = "missed";
    public const string Running = "running";

    public static AuditDeadline Of(KnownAt known, DeadlineEntry entry) => new(
        known.Item.ToString(), entry.Which, entry.Item, entry.DueBy,
        entry.IsMissed(known.Moment) ? Missed : entry.EndedBy is null ? Running : Met,
        (long?)entry.LateBy(known.Moment)?.TotalSeconds, entry.SetBy, entry.EndedAt, entry.EndedBy, entry.MissedBy,
        entry.ExplainedBy);
}
