using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Reading;

/// <summary>
/// A Coordinator says what they made of it: <c>POST /api/break-glass/{id}/review</c> and the form of the page.
/// </summary>
public static class ReviewBreakGlassEndpoint
{
    private static readonly Access Reviewers = Access.Only(Role.Coordinator);

    public static void MapReviewBreakGlass(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/break-glass/{id:guid}/review", async (Guid id, HttpContext http, BreakGlassReviewing run) =>
        {
            var (body, problem) = await ApiJson.ReadFieldsAsync<BreakGlassReviewRequest>(http);
            return problem is null
                ? Respond.Of(http, await run.ReviewAsync(http.Command() with { IfMatch = null }, id, body!))
                : problem.ToResult();
        }).For(Reviewers).WithName("reviewBreakGlass").WithTags("break-glass")
            .WithSummary("Says whether opening a record outside one's scope was justified; said once.")
            .Takes<BreakGlassReviewRequest>().Changes();
        app.MapPost("/break-glass/{id:guid}/review", async (Guid id, HttpContext http, BreakGlassReviewing run,
            BreakGlassPages pages) =>
        {
            var form = await http.Request.FormAsync();
            var outcome = await run.ReviewAsync(
                http.Command(form["command"]), id, FormBody.Read<BreakGlassReviewRequest>(form));
            if (outcome is Done) return Respond.SeeOther(BreakGlassPages.Reviews);
            return RefusedForm.Of($"review-{id}", outcome, form) is var (refused, status)
                ? await pages.ReviewsAsync(http, refused, status)
                : RefusedForm.ErrorFor(http, Problem.NotThere);
        }).For(Reviewers).ShowsContent().ExcludeFromDescription();
    }
}

/// <summary>Reviews what somebody opened, in that person's own stream.</summary>
public sealed class BreakGlassReviewing(
    AccessCommands access, BreakGlassRows rows, StreamMemory memory, InstitutionDirectory directory,
    TimeProvider clock)
{
    public async Task<Outcome> ReviewAsync(CommandInfo info, Guid id, RequestBody<BreakGlassReviewRequest> request)
    {
        if (await rows.FindAsync(id, CancellationToken.None) is not { } row)
            return new Rejected(new NoSuchBreakGlass());
        var reading = new RequestReading(directory.Present, clock.GetUtcNow());
        var command = new ReviewBreakGlass(
            id, reading.OptionalChoice<BreakGlassOutcome>("outcome", request.Value.Outcome),
            reading.Words(request.Value.Words));
        reading.Add(request.Faults);
        var stream = AccessKind.StreamOf(row.Person);
        await memory.LoadFreshAsync(AccessKind.Kind, stream, CancellationToken.None);
        return await access.RunAsync(nameof(ReviewBreakGlass), info, stream, (history, context) =>
        {
            var decision = ReviewBreakGlass.Decide(command, history, context);
            return Unready.Or(decision.Rejection, reading, isUnversioned: false) is { } refused ? refused : decision;
        });
    }
}

/// <param name="Outcome">justified, notJustified or needsFollowUp.</param>
/// <param name="Words">Why.</param>
public sealed record BreakGlassReviewRequest(string? Outcome = null, string? Words = null);
