using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Rota;

/// <summary>Every gap in cover as a page, for the programme office.</summary>
public sealed class CoverGapsPages(InstitutionDirectory directory, PageFrame frames, TimeProvider clock)
{
    private const string Address = "/rota/gaps";

    /// <summary>How far ahead one may look, in days; the first is what the page shows by itself.</summary>
    private static readonly int[] Lengths = [7, 28, 84];

    public static void MapCoverGapsPage(IEndpointRouteBuilder app) =>
        app.MapGet(Address, (HttpContext http, CoverGapsPages pages, string? days) => pages.Show(http, days))
            .For(Access.Only(Role.Coordinator, Role.Administrator)).ExcludeFromDescription();

    /// <summary>What a panel lacks for good, in words.</summary>
    public static string WordsOf(StandingWarning warning) => warning.Code switch
    {
        "panel.noSeniorMember" => "no Senior Member",
        "panel.noDeputy" => "nobody to be its Deputy",
        _ => "no rota",
    };

    private RazorComponentResult<CoverGapsPage> Show(HttpContext http, string? asked)
    {
        var institution = directory.Present;
        var wanted = int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var days = Lengths.Contains(wanted) ? wanted : Lengths[0];
        var view = new CoverGapsView(
            CoverReading.Of(institution, institution.Panels, clock.GetUtcNow(), days),
            [.. institution.StandingWarnings().Select(warning => new StandingWarningView(
                warning.Panel.Value, institution.PanelName(warning.Panel), WordsOf(warning)))])
        {
            Ahead = [.. Lengths.Where(length => length != days)
                .Select(length => new MenuItem($"{Address}?days={length}", $"Next {length} days"))],
        };
        return PageResult.Show<CoverGapsPage, CoverGapsView>(frames.For(http), view);
    }
}
