using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Reports;

/// <summary>What the reports answer, and each of them as a page: <c>/reports</c>, <c>/reports/{report}</c>.</summary>
public sealed class ReportPages(ReportBook book, PageFrame frames)
{
    public const string Address = "/reports";

    public static void MapReportPages(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext http, ReportPages pages) => pages.List(http))
            .For(ReadReportEndpoints.Readers).ExcludeFromDescription();
        foreach (var slug in ReportBook.Slugs)
            app.MapGet($"{Address}/{slug}", (HttpContext http, ReportPages pages) => pages.ShowAsync(http, slug))
                .For(ReadReportEndpoints.Readers).ExcludeFromDescription();
    }

    private RazorComponentResult<ReportsPage> List(HttpContext http) =>
        PageResult.Show<ReportsPage, ReportsView>(
            frames.For(http),
            new([.. book.All.Select(offer => new ReportLink(offer.Slug, offer.Title, offer.Question))]));

    private async Task<IResult> ShowAsync(HttpContext http, string slug)
    {
        var (query, offer) = (http.Request.Query, book[slug]);
        var (report, faults) = await book.CountAsync(offer, query["term"], query["asOf"], http.RequestAborted);
        var view = new ReportView(
            new(offer.Slug, offer.Title, offer.Question),
            offer.HasPeriod ? [.. book.Terms.Select(term => term.Name)] : [], report)
        {
            Faults = faults,
            AsOf = query["asOf"],
        };
        return PageResult.Show<ReportPage, ReportView>(
            frames.For(http), view, report is null ? 422 : 200);
    }
}

/// <param name="Question">What it answers.</param>
public sealed record ReportLink(string Slug, string Title, string Question);

public sealed record ReportsView(IReadOnlyList<ReportLink> Reports);

/// <param name="Terms">To choose from; none where the report is of one day.</param>
/// <param name="Report">Null where it could not be told: see the faults.</param>
public sealed record ReportView(ReportLink About, IReadOnlyList<string> Terms, Report? Report)
{
    public IReadOnlyList<Fault> Faults { get; init; } = [];

    /// <summary>As typed, where it could not be read.</summary>
    public string? AsOf { get; init; }

    public string? DayField => Report?.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? AsOf;

    /// <summary>The same report for a spreadsheet.</summary>
    public string CsvAddress =>
        $"{ReadReportEndpoints.Address}/{About.Slug}?format=csv&asOf={DayField}"
        + (Report?.Term is { } term ? $"&term={Uri.EscapeDataString(term)}" : "");
}
