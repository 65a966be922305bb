using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>How supervision was kept to, panel by panel: <c>/standing/compliance</c> (R9, R25).</summary>
public sealed class CompliancePages(
    InstitutionDirectory directory, ComplianceReports reports, PageFrame frames)
{
    public static void MapCompliancePage(IEndpointRouteBuilder app) =>
        app.MapGet("/standing/compliance", (HttpContext http, CompliancePages pages) => pages.Show(http))
            .For(Access.Only(Role.Coordinator, Role.Auditor)).ExcludeFromDescription();

    private RazorComponentResult<CompliancePage> Show(HttpContext http)
    {
        var institution = directory.Present;
        var view = new ComplianceView(
            [.. institution.Terms.Select(known => known.Name)],
            reports.Of(http.Request.Query["term"]) ?? reports.Of(term: null))
        {
            Panels = institution.Programme.Panels.ToDictionary(known => known.Key, known => known.Value.Name),
        };
        return PageResult.Show<CompliancePage, ComplianceView>(frames.For(http), view);
    }
}

/// <param name="Terms">Their names, in order.</param>
/// <param name="Report">Null before any term is set.</param>
public sealed record ComplianceView(IReadOnlyList<string> Terms, ComplianceReport? Report)
{
    public IReadOnlyDictionary<PanelId, string> Panels { get; init; } = new Dictionary<PanelId, string>();

    public string NameOf(PanelId? panel) =>
        panel is { } known ? Panels.GetValueOrDefault(known, known.Value) : "No panel";
}
