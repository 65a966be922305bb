using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;

namespace Safeguard.Api.Import;

/// <summary>
/// The office's files over the wire: <c>POST /api/import?dryRun=</c> and the page at <c>/import</c>. All or nothing;
/// the
/// report names every bad row. Uploads stay in memory: a name has no place in a temporary file.
/// </summary>
public static class ImportEndpoints
{
    private const string Page = "/import";

    /// <summary>The page's field, and the name by which its one fault finds it.</summary>
    private const string Field = "files";

    private static readonly Access Office = Access.Only(Role.Coordinator, Role.Administrator);

    private static readonly FormOptions InMemory = new()
    {
        MemoryBufferThreshold = ImportLimits.MaxUploadBytes,
        MultipartBodyLengthLimit = ImportLimits.MaxUploadBytes,
    };

    public static void MapImport(this IEndpointRouteBuilder app)
    {
        app.MapPost("/api/import", PostAsync)
            .For(Office).WithName("import").WithTags("import")
            .WithSummary("Imports the office's CSV files, all or nothing; with dryRun it only says what it would do.")
            .Produces<ImportReport>().Produces<ImportReport>(422).Problems(400, 401, 403, 413);
        app.MapGet(Page, (HttpContext http, PageFrame frames) => Show(http, frames, new ImportView()))
            .For(Office).ExcludeFromDescription();
        app.MapPost(Page, SubmitAsync).For(Office).ExcludeFromDescription();
    }

    private static async Task<IResult> PostAsync(
        HttpContext http, Importing importing, string? dryRun, CancellationToken cancel)
    {
        var (files, problem) = await FilesAsync(http);
        if (problem is not null) return problem.ToResult();
        var report = await RunAsync(http, importing, files!, IsDry(dryRun), cancel);
        return Results.Json(report, ApiJson.Options, statusCode: report.IsGood ? 200 : 422);
    }

    private static async Task<IResult> SubmitAsync(
        HttpContext http, Importing importing, PageFrame frames, CancellationToken cancel)
    {
        var (files, problem) = await FilesAsync(http);
        if (problem is not null)
        {
            var refused = new Refused("import", [new(Field, problem.Detail)], FormBody.Typed(FormCollection.Empty));
            return Show(http, frames, new ImportView { Refused = refused }, problem.Status);
        }

        var dryRun = IsDry(http.Request.Form["dryRun"]);
        var report = await RunAsync(http, importing, files!, dryRun, cancel);
        return Show(http, frames, new ImportView { Report = report, DryRun = dryRun }, report.IsGood ? 200 : 422);
    }

    private static async Task<ImportReport> RunAsync(
        HttpContext http, Importing importing, IFormFileCollection files, bool dryRun, CancellationToken cancel)
    {
        var uploads = files.Select(file => (file.FileName, (Func<Stream>)file.OpenReadStream)).ToList();
        var source = await ImportDirectory.ReadAsync(uploads, cancel);
        // Once begun it is not called back: whether it was stored would not be known.
        return await importing.RunAsync(source, http.Caller(), dryRun, CancellationToken.None);
    }

    private static async Task<(IFormFileCollection? Files, Problem? Problem)> FilesAsync(HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return (null, Problem.Unreadable("Send the CSV files as multipart/form-data, each under its own name."));
        http.Features.Set<IFormFeature>(new FormFeature(http.Request, InMemory));
        try
        {
            var form = await http.Request.ReadFormAsync(http.RequestAborted);
            var files = form.Files.Where(file => file.FileName.Length > 0).ToList();
            return files.Count == 0
                ? (null, Problem.Unreadable("No file came. Choose the CSV files that your office exports."))
                : (form.Files, null);
        }
        catch (InvalidDataException)
        {
            return (null, Problem.Unreadable("The upload cannot be read, or is larger than 32 MB. Nothing was saved."));
        }
    }

    private static RazorComponentResult<ImportPage> Show(HttpContext http, PageFrame frames, ImportView view,
        int status = 200) =>
        PageResult.Show<ImportPage, ImportView>(frames.For(http), view, status);

    private static bool IsDry(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);
}
