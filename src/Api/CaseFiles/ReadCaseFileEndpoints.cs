using Safeguard.Api.Http;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.CaseFiles;

/// <summary><c>GET /api/case-files/{id}</c>, its <c>/history</c>, and <c>GET /api/case-files</c>.</summary>
public static class ReadCaseFileEndpoints
{
    public static void MapReadCaseFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/case-files/{id:guid}", OneAsync)
            .For(Access.Everyone).ShowsContent().WithName("readCaseFile").WithTags("case-files")
            .WithSummary("One case file with its timeline, as far as the caller may know it.")
            .Reads<CaseFileAnswer>();
        api.MapGet("/case-files/{id:guid}/history", HistoryAsync)
            .For(Access.Everyone).ShowsContent().WithName("readCaseFileHistory").WithTags("case-files")
            .WithSummary("The file as it was known at a moment: what had been recorded by then, and nothing else.")
            .Reads<CaseFileAnswer>();
        api.MapGet("/case-files", ListAsync)
            .For(Access.Everyone).WithName("listCaseFiles").WithTags("case-files")
            .WithSummary("Case files the caller may see, newest first. state is open, closed or a state's name.")
            .Produces<Listed<CaseFileItem>>().Problems(401, 422);
    }

    private static async Task<IResult> OneAsync(
        Guid id, HttpContext http, CaseFileReader reader, CancellationToken cancel)
    {
        if (await reader.FindAsync(id, http.Caller(), cancel) is not { } history) return Problem.NotThere.ToResult();
        http.Response.Headers.ETag = Respond.ETag(history.Version);
        return ApiJson.Ok(CaseFileAnswer.Of(history));
    }

    private static async Task<IResult> HistoryAsync(
        Guid id, HttpContext http, CaseFileReader reader, InstitutionDirectory directory, TimeProvider clock,
        string? asKnownAt, CancellationToken cancel)
    {
        var reading = new RequestReading(directory.Present, clock.GetUtcNow());
        var moment = reading.Moment("asKnownAt", asKnownAt);
        var history = await reader.FindAsync(id, http.Caller(), cancel);
        if (history is null) return Problem.NotThere.ToResult();
        if (reading.Faults.Count > 0) return Problem.Unprocessable(reading.Faults).ToResult();
        var known = moment is { } then ? history.AsKnownAt(then) : history;
        return known is null ? Problem.NotThere.ToResult() : ApiJson.Ok(CaseFileAnswer.Of(known));
    }

    private static async Task<IResult> ListAsync(
        HttpContext http, CaseFileLists lists, string? state, string? panel, string? mine, string? after,
        CancellationToken cancel)
    {
        if (!StateFilter.TryRead<CaseFileState>(state, out var open, out var named))
            return Problem.Unprocessable([new("state", "Say open, closed, or a state's name such as Resolved.")])
                .ToResult();
        if (!MomentCursor.TryRead(after, out var before))
            return Problem.Unprocessable([new("after", "Take the cursor from next, as it is.")]).ToResult();
        var isMine = string.Equals(mine, "true", StringComparison.OrdinalIgnoreCase);
        var (rows, next) = await lists.PageAsync(
            http.Caller(),
            new(open, named?.ToString(), isMine ? http.Caller().Person : null,
                panel is null ? null : new PanelId(panel.ToLowerInvariant()), before),
            cancel);
        return ApiJson.Ok(new Listed<CaseFileItem>(
            [.. rows.Select(CaseFileItem.Of)], next is null ? null : MomentCursor.Write(next.OpenedAt, next.Id)));
    }
}
