using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Escalations;

/// <summary>
/// The raise form (R1): for everyone signed in, those who left included. It holds nothing that can expire.
/// </summary>
public sealed class RaisePages(InstitutionDirectory directory, PageFrame frames)
{
    public static void MapRaisePage(IEndpointRouteBuilder app) =>
        app.MapGet("/raise", (HttpContext http, RaisePages pages) => pages.Empty(http))
            .For(Access.EvenAfterLeaving).ExcludeFromDescription();

    /// <summary>
    /// The one page that the asking browser may keep: Back after sending then has the id that was sent as well as the
    /// words, and what is sent from there arrives at the same urgent contact. Asked for anew it is always fetched.
    /// </summary>
    private RazorComponentResult<RaiseEscalationPage> Empty(HttpContext http)
    {
        http.Response.Headers.CacheControl = "private, max-age=0";
        return Show(http, Guid.CreateVersion7().ToString(), refused: null, 200);
    }

    /// <summary>Back with everything that was typed, under the same id: sent again it is still the same one.</summary>
    public IResult Refused(HttpContext http, IFormCollection typed, Problem problem)
    {
        if (!ErrorAnswer.WantsPage(http)) return problem.ToResult();
        var fault = new Fault("what", problem.Status == 413
            ? "This is longer than can be sent at once: say the most important first, and add the rest afterwards"
            : "Write a few words, or press Emergency now");
        var again = new Refused("raise", [fault], FormBody.Typed(typed))
        {
            Heading = "Nothing has been sent yet",
        };
        return Show(http, typed["id"].ToString(), again, problem.Status);
    }

    private RazorComponentResult<RaiseEscalationPage> Show(HttpContext http, string id, Refused? refused, int status)
    {
        var (institution, frame) = (directory.Present, frames.For(http));
        var own = institution.Person(http.Caller().Person)?.OwnPanel;
        var view = new RaiseView(
            id,
            own is { } panel ? institution.PanelName(panel) : null,
            own is { } scope && institution.DutyAt(scope, frame.Clock.Now).First is not null,
            [.. institution.Panels.Select(open => new Choice(open.Id.Value, open.Name))])
        {
            Refused = refused,
        };
        return PageResult.Show<RaiseEscalationPage, RaiseView>(frame, view, status);
    }
}
