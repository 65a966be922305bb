using Safeguard.Api.Audit.Packs;
using Safeguard.Api.Http;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Audit;

/// <summary>A case's whole history as one ZIP: <c>GET /api/audit/exports/{stream}</c>.</summary>
public static class ExportCaseEndpoint
{
    public const string Address = "/api/audit/exports";

    private const string Zip = "application/zip";

    public static void MapExportCase(this IEndpointRouteBuilder app) =>
        app.MapGet($"{Address}/{{stream}}", ReadAsync)
            .For(DrawSampleEndpoint.Auditors).WithName("exportCase").WithTags("audit")
            .WithSummary("The whole history of a case as a ZIP of JSON, CSV, a page to print and a manifest of hashes, "
                + "by ids and roles. With the position of an earlier one, that one again.")
            .Produces(200, contentType: Zip).Problems(401, 403, 404, 422);

    private static async Task<IResult> ReadAsync(
        string stream, HttpContext http, CasePacks packs, InstitutionDirectory directory, TimeProvider clock,
        long? position, CancellationToken cancel)
    {
        var taken = await packs.TakeAsync(stream, http.Caller(), position, cancel);
        if (taken.Pack is { } pack)
            return Results.Stream(output => pack.WriteAsync(output, http.RequestAborted), Zip, pack.FileName);
        if (taken.Fault == PackFault.NoSuchCase) return Problem.NotThere.ToResult();
        var reading = new RequestReading(directory.Present, clock.GetUtcNow());
        reading.Fault("position", "Take the position from the manifest of an earlier pack of this case.");
        return Problem.Unprocessable(reading.Faults).ToResult();
    }
}
