using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>How supervision was kept to: <c>GET /api/supervision/compliance</c>, as JSON or as CSV (R9, R25).</summary>
public static class ReadComplianceEndpoint
{
    public const string Address = "/api/supervision/compliance";

    public static void MapReadCompliance(this IEndpointRouteBuilder app) =>
        app.MapGet(Address, Read)
            .For(Access.Only(Role.Coordinator, Role.Auditor)).WithName("readCompliance").WithTags("supervision")
            .WithSummary("How supervision was kept to in a term, by panel, without small counts. Without a term the "
                + "one that began last; format=csv for a spreadsheet.")
            .Produces<ComplianceReport>().Problems(401, 403, 422);

    private static IResult Read(
        HttpContext http, InstitutionDirectory directory, ComplianceReports reports, TimeProvider clock, string? term,
        string? format)
    {
        var reading = new RequestReading(directory.Present, clock.GetUtcNow());
        var report = reports.Of(term);
        if (report is null) reading.Fault("term", "Choose one of the terms that the programme has set.");
        var isCsv = CsvChoice.IsCsv(http.Request, format);
        IReadOnlyList<Fault> faults = isCsv is null ? [.. reading.Faults, CsvChoice.Fault] : reading.Faults;
        if (faults.Count > 0) return Problem.Unprocessable(faults).ToResult();
        return isCsv == true ? CsvChoice.Answer(CsvOf(report!)) : ApiJson.Ok(report!);
    }

    /// <summary>Slugs, numbers and words of ours: nothing in it needs a quotation mark (RFC 4180).</summary>
    private static string CsvOf(ComplianceReport report)
    {
        const string Head =
            "panel,active,current_throughout,overdue_once,lapsed_once,sessions_offered,sessions_attended";
        return string.Concat(
            [
                $"{Head}\r\n",
                .. report.Items.Select(line => Row(line.Panel?.Value ?? "", line)), Row("total", report.Total),
            ]);

        static string Row(string name, ComplianceLine line) =>
            $"{name},{string.Join(',', line.Counts.Select(count => count.Words))}\r\n";
    }
}
