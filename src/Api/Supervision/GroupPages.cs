using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>One supervision group as a page, for its supervisor and the Coordinators: attendance only (R16).</summary>
public sealed class GroupPages(InstitutionDirectory directory, PageFrame frames)
{
    public static void MapGroupPage(IEndpointRouteBuilder app)
    {
        app.MapGet("/groups/{id}", (HttpContext http, GroupPages pages) => pages.Show(http))
            .For(GroupReading.Readers).ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        app.MapGet("/groups/{id}/{**form}", (string id) => Results.Redirect($"/groups/{Uri.EscapeDataString(id)}"))
            .For(GroupReading.Readers).ExcludeFromDescription();
    }

    /// <summary>The page of a form: back to the group, or the form again.</summary>
    public static FormPage Page(Func<RouteValueDictionary, IFormCollection, string> form) => new(
        form,
        (route, _) => GroupReading.AddressOf(SupervisionChange.GroupOf(route)),
        (http, refused, status) => Task.FromResult(
            http.RequestServices.GetRequiredService<GroupPages>().Show(http, refused, status)));

    private IResult Show(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (institution, frame) = (directory.Present, frames.For(http));
        if (institution.GroupFor(http) is not { } group) return RefusedForm.ErrorFor(http, Problem.NotThere);
        var isTheirs = refused is null || HoldsForm(group, http.Request.RouteValues);
        var view = ViewOf(institution, group, frame.Clock) with
        {
            MayOpenPeople = http.Caller().Is(Role.Coordinator),
            Refused = isTheirs ? refused : refused!.Homeless(),
        };
        return PageResult.Show<GroupPage, GroupView>(frame, view, status);
    }

    /// <summary>
    /// A session that was cancelled or held meanwhile is not moved or cancelled on this page any more.
    /// </summary>
    private static bool HoldsForm(SupervisionGroup group, RouteValueDictionary route) =>
        !route.ContainsKey("session")
        || group.Sessions.GetValueOrDefault(SupervisionChange.IdOf(route, "session")) is { IsToCome: true };

    private static GroupView ViewOf(Institution institution, SupervisionGroup group, PageClock clock)
    {
        var members = institution.ByName(group.Members);
        var latest = HeatMaps.Latest(group, clock.Today);
        return new(
            GroupReading.AddressOf(group.Id), group.Id.Value.ToUpperInvariant(),
            HeatMaps.Of(institution, members, latest, clock.Today))
        {
            Supervisor = group.Supervisor is { } supervisor ? institution.PersonName(supervisor) : null,
            Members =
            [
                .. institution.StandingFactsOf(members, clock.Now).Select(facts => MemberOf(
                    institution.PersonName(facts.Person), facts, latest, clock)),
            ],
            Earlier = HeatMaps.ByTerm(institution, members, group.ByDay.Except(latest), clock.Today),
            ToCome =
            [
                .. group.ByDay.Where(session => session.IsToCome)
                    .Select(session => GroupReading.ViewOf(session, clock)),
            ],
            Past =
            [
                .. latest.Where(session => !session.IsToCome).Reverse()
                    .Select(session => GroupReading.ViewOf(session, clock)),
            ],
            Tasks = group.Tasks.Count,
        };
    }

    private static MemberView MemberOf(
        string name, StandingFacts facts, IReadOnlyList<SupervisionSession> latest, PageClock clock)
    {
        var marks = latest.Where(session => session.Register is not null)
            .Select(session => HeatMaps.Mark(facts.Supporter, facts.Person, session, clock.Today))
            .Where(mark => mark != HeatMark.Elsewhere).ToList();
        return new(
            facts.Person.Value, name, StandingOf.At(facts, clock.Now),
            marks.Count(mark => mark is HeatMark.Attended or HeatMark.MadeUp), marks.Count);
    }
}
