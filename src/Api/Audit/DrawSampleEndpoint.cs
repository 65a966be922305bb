using System.Security.Cryptography;
using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Audit;
using Safeguard.Projections.Audit;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Audit;

/// <summary>Records drawn at random: <c>POST</c> and <c>GET /api/audit/samples</c>, and the form of the page.</summary>
public static class DrawSampleEndpoint
{
    internal static readonly Access Auditors = Access.Only(Role.Auditor);

    private const string Form = "sample";

    public static void MapDrawSample(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/audit/samples", async (HttpContext http, SampleDrawing drawing, CancellationToken cancel) =>
        {
            var (body, problem) = await ApiJson.ReadFieldsAsync<SampleRequest>(http);
            if (problem is not null) return problem.ToResult();
            var (outcome, id) = await drawing.DrawAsync(http.Command() with { IfMatch = null }, body!);
            return outcome is Done
                ? ApiJson.Ok((await drawing.OfAsync(http.Caller(), cancel)).First(sample => sample.Id == id))
                : Respond.Of(http, outcome);
        }).For(Auditors).WithName("drawSample").WithTags("audit")
            .WithSummary("Draws records of a panel at random; the same seed over the same records draws the same.")
            .Takes<SampleRequest>().Produces<SampleAnswer>().Problems(400, 401, 403, 409, 413, 422);
        app.MapGet("/api/audit/samples", async (HttpContext http, SampleDrawing drawing, CancellationToken cancel) =>
            ApiJson.Ok(new Listed<SampleAnswer>(await drawing.OfAsync(http.Caller(), cancel), Next: null)))
            .For(Auditors).WithName("listSamples").WithTags("audit")
            .WithSummary("The samples that the caller drew, newest first.")
            .Produces<Listed<SampleAnswer>>().Problems(401, 403);
        app.MapPost("/audit/samples", async (HttpContext http, SampleDrawing drawing, AuditListPages pages) =>
        {
            var form = await http.Request.FormAsync();
            var (outcome, _) = await drawing.DrawAsync(
                http.Command(form["command"]), FormBody.Read<SampleRequest>(form));
            return outcome is Done ? Respond.SeeOther(AuditListPages.Samples)
                : RefusedForm.Of(Form, outcome, form) is var (refused, status)
                    ? await pages.SamplesAsync(http, refused, status)
                    : RefusedForm.ErrorFor(http, Problem.RoleMayNot);
        }).For(Auditors).ExcludeFromDescription();
    }
}

/// <summary>Draws a sample, whoever asks by page or API.</summary>
public sealed class SampleDrawing(
    AuditCommands audit, AuditedRows rows, InstitutionDirectory directory, TimeProvider clock)
{
    public async Task<(Outcome Outcome, Guid Id)> DrawAsync(CommandInfo info, RequestBody<SampleRequest> request)
    {
        var (body, reading) = (request.Value, new RequestReading(directory.Present, clock.GetUtcNow()));
        reading.Add(request.Faults);
        var id = string.IsNullOrWhiteSpace(body.Id) ? info.Id : reading.Id("id", body.Id);
        var panel = reading.OptionalPanel("panel", body.Panel);
        if (string.IsNullOrWhiteSpace(body.Panel)) reading.Fault("panel", "Choose a panel.");
        var seed = string.IsNullOrWhiteSpace(body.Seed)
            ? RandomNumberGenerator.GetInt32(int.MaxValue)
            : reading.Number("seed", body.Seed, 0, int.MaxValue);
        var size = reading.Number("size", body.Size, 1, DrawSample.MostDrawn);
        var (from, to) = (Needed("from", body.From), Needed("to", body.To));
        if (reading.Faults.Count > 0)
            return (new Rejected(new Unready(Problem.Unprocessable(reading.Faults))), id);
        var records = await rows.BegunAsync(panel!.Value, from, to, CancellationToken.None);
        var command = new DrawSample(id, panel.Value, seed, size, from, to, records);
        var outcome = await audit.RunAsync(
            nameof(DrawSample), info, (record, caller) => DrawSample.Decide(command, record, caller));
        return (outcome, id);

        DateTimeOffset Needed(string field, string? text)
        {
            if (string.IsNullOrWhiteSpace(text)) reading.Fault(field, "Give a day like 2026-11-20.");
            return reading.Moment(field, text) ?? default;
        }
    }

    public async Task<IReadOnlyList<SampleAnswer>> OfAsync(Caller auditor, CancellationToken cancel) =>
    [
        .. (await audit.OfAsync(auditor.Person, cancel)).Where(recorded => recorded.Event is SampleDrawn)
            .Select(recorded => SampleAnswer.Of((SampleDrawn)recorded.Event, recorded)),
    ];
}

/// <param name="Id">The client's own id, so that sending twice draws once.</param>
/// <param name="Seed">A whole number; one is made where none is given.</param>
/// <param name="From">The day or moment on which the period begins.</param>
/// <param name="To">The day or moment before which it ends.</param>
public sealed record SampleRequest(
    string? Id = null, string? Panel = null, string? Seed = null, string? Size = null, string? From = null,
    string? To = null);

/// <param name="OutOf">How many records there were to draw from.</param>
/// <param name="Items">What was drawn, in the order in which it was: kind and id.</param>
public sealed record SampleAnswer(
    Guid Id, PanelId Panel, int Seed, int Size, DateTimeOffset From, DateTimeOffset To, int OutOf,
    IReadOnlyList<string> Items, DateTimeOffset DrawnAt)
{
    public static SampleAnswer Of(SampleDrawn drawn, Recorded recorded) => new(
        drawn.Sample, drawn.Panel, drawn.Seed, drawn.Size, drawn.From, drawn.To, drawn.OutOf,
        [.. drawn.Items.Select(item => item.ToString())], recorded.Stamp.RecordedAt);
}
