using Safeguard.Api.Http;
using Safeguard.Domain;

namespace Safeguard.Api.Reports;

/// <summary>The reports as JSON or as CSV: <c>GET /api/reports/{report}?term=&amp;asOf=&amp;format=</c>.</summary>
public static class ReadReportEndpoints
{
    public const string Address = "/api/reports";

    /// <summary>The programme office, and those who audit it.</summary>
    internal static Access Readers { get; } = Access.Only(Role.Coordinator, Role.Auditor);

    public static void MapReadReports(this IEndpointRouteBuilder app)
    {
        var name = "report";
        foreach (var slug in ReportBook.Slugs)
        {
            app.MapGet($"{Address}/{slug}", (
                HttpContext http, ReportBook book, string? term, string? asOf, string? format,
                CancellationToken cancel) => ReadAsync(http, book, slug, (term, asOf, format), cancel))
                .For(Readers).WithName($"{name}-{slug}").WithTags("reports")
                .WithSummary($"The report {slug}, without small counts, of a term and as known at the end of a day. "
                    + "Without a term the one that began last; without a day today; format=csv for a spreadsheet.")
                .Produces<Report>().Problems(401, 403, 422);
        }
    }

    private static async Task<IResult> ReadAsync(
        HttpContext http, ReportBook book, string slug, (string? Term, string? AsOf, string? Format) asked,
        CancellationToken cancel)
    {
        var (report, faults) = await book.CountAsync(book[slug], asked.Term, asked.AsOf, cancel);
        var isCsv = CsvChoice.IsCsv(http.Request, asked.Format);
        if (isCsv is null) faults = [.. faults, CsvChoice.Fault];
        if (report is null || faults.Count > 0) return Problem.Unprocessable(faults).ToResult();
        return isCsv == true ? CsvChoice.Answer(ReportCsv.Of(report)) : ApiJson.Ok(report);
    }
}
