using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Audit;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>What an auditor found: <c>POST</c> and <c>GET /api/audit/findings</c>, and the form of the page.</summary>
public static class RecordFindingEndpoint
{
    private const string Form = "finding";

    public static void MapRecordFinding(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/audit/findings", async (HttpContext http, FindingRecording run, CancellationToken cancel) =>
        {
            var (body, problem) = await ApiJson.ReadFieldsAsync<FindingRequest>(http);
            if (problem is not null) return problem.ToResult();
            var (outcome, id) = await run.RecordAsync(http.Command() with { IfMatch = null }, body!);
            return outcome is Done
                ? ApiJson.Ok((await run.OfAsync(http.Caller(), cancel)).First(finding => finding.Id == id))
                : Respond.Of(http, outcome);
        }).For(DrawSampleEndpoint.Auditors).WithName("recordFinding").WithTags("audit")
            .WithSummary("Records what an auditor found in a record, or in one event of it.")
            .Takes<FindingRequest>().Produces<FindingAnswer>().Problems(400, 401, 403, 404, 413, 422);
        app.MapGet("/api/audit/findings", async (HttpContext http, FindingRecording run, CancellationToken cancel) =>
            ApiJson.Ok(new Listed<FindingAnswer>(await run.OfAsync(http.Caller(), cancel), Next: null)))
            .For(DrawSampleEndpoint.Auditors).WithName("listFindings").WithTags("audit")
            .WithSummary("The findings that the caller recorded, newest first.")
            .Produces<Listed<FindingAnswer>>().Problems(401, 403);
        app.MapPost("/audit/findings", async (HttpContext http, FindingRecording run, AuditListPages pages) =>
        {
            var form = await http.Request.FormAsync();
            var (outcome, _) = await run.RecordAsync(
                http.Command(form["command"]), FormBody.Read<FindingRequest>(form));
            if (outcome is Done) return Respond.SeeOther(AuditListPages.Findings);
            return outcome is Rejected { Rejection: NothingToFindIn nothing }
                ? await pages.FindingsAsync(
                    http, new(Form, [new("item", nothing.Detail)], FormBody.Typed(form), nothing.Code), 404)
                : RefusedForm.Of(Form, outcome, form) is var (refused, status)
                    ? await pages.FindingsAsync(http, refused, status)
                    : RefusedForm.ErrorFor(http, Problem.RoleMayNot);
        }).For(DrawSampleEndpoint.Auditors).ExcludeFromDescription();
    }
}

/// <summary>Records a finding, whoever asks by page or API.</summary>
public sealed class FindingRecording(
    AuditCommands audit, AuditReading records, InstitutionDirectory directory, TimeProvider clock)
{
    private const int MostEvents = 1_000_000;

    public async Task<(Outcome Outcome, Guid Id)> RecordAsync(CommandInfo info, RequestBody<FindingRequest> request)
    {
        var (body, now) = (request.Value, clock.GetUtcNow());
        var reading = new RequestReading(directory.Present, now);
        reading.Add(request.Faults);
        var id = string.IsNullOrWhiteSpace(body.Id) ? info.Id : reading.Id("id", body.Id);
        if (string.IsNullOrWhiteSpace(body.Item)) reading.Fault("item", "Give the code of the record, like 4T9Q.");
        int? number = string.IsNullOrWhiteSpace(body.Event) ? null : reading.Number("event", body.Event, 1, MostEvents);
        var kind = reading.OptionalChoice<FindingKind>("kind", body.Kind);
        var found = string.IsNullOrWhiteSpace(body.Item)
            ? null
            : await records.FindAsync(body.Item, info.Caller, CancellationToken.None);
        var events = found is { } item
            ? (await records.LookThroughAsync([item], now, CancellationToken.None))[0].Events.Count
            : 0;
        var command = new RecordFinding(id, found ?? default, kind, reading.Words(body.Words), number, events);
        var outcome = await audit.RunAsync(nameof(RecordFinding), info, (record, caller) =>
        {
            var decision = RecordFinding.Decide(command, record, caller);
            var isNamed = !string.IsNullOrWhiteSpace(body.Item);
            var refusal = !isNamed && decision.Rejection is NothingToFindIn ? null : decision.Rejection;
            return Unready.Or(refusal, reading, isUnversioned: false) is { } refused ? refused : decision;
        });
        return (outcome, id);
    }

    public async Task<IReadOnlyList<FindingAnswer>> OfAsync(Caller auditor, CancellationToken cancel) =>
    [
        .. (await audit.OfAsync(auditor.Person, cancel)).Where(recorded => recorded.Event is FindingRecorded)
            .Select(recorded => FindingAnswer.Of((FindingRecorded)recorded.Event, recorded)),
    ];
}

/// <param name="Id">The client's own id, so that sending twice records once.</param>
/// <param name="Item">The record: its short code, its id, or its kind and id.</param>
/// <param name="Kind">goodPractice, observation, concern or breach.</param>
/// <param name="Event">The number of the event that it is about; none for the record as a whole.</param>
public sealed record FindingRequest(
    string? Id = null, string? Item = null, string? Kind = null, string? Words = null, string? Event = null);

public sealed record FindingAnswer(
    Guid Id, string Item, FindingKind Kind, string? Words, int? Event, DateTimeOffset RecordedAt)
{
    public static FindingAnswer Of(FindingRecorded found, Recorded recorded) => new(
        found.Finding, found.Item.ToString(), found.Kind, found.Words.Text, found.Event,
        recorded.Stamp.RecordedAt);
}
