using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Rota;

/// <summary>One's own duty as a page.</summary>
public sealed class DutyPages(InstitutionDirectory directory, PageFrame frames, TimeProvider clock)
{
    public const string Address = "/duty";

    /// <summary>How far one's own shifts are shown: a term.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(84);

    public static void MapDutyPage(IEndpointRouteBuilder app) =>
        app.MapGet(Address, (HttpContext http, DutyPages pages) => pages.Show(http))
            .For(Access.Only(Role.SeniorMember)).ExcludeFromDescription();

    /// <summary>The page of the button "I am on duty".</summary>
    public static FormPage Page { get; } = new(
        (route, _) => $"confirmation-{route["shift"]}", (_, _) => Address,
        (http, refused, status) => Task.FromResult<IResult>(
            http.RequestServices.GetRequiredService<DutyPages>().Show(http, refused, status)));

    private RazorComponentResult<DutyPage> Show(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (institution, now, caller) = (directory.Present, clock.GetUtcNow(), http.Caller());
        var panels = caller.Roles.Where(grant => grant.Role == Role.SeniorMember)
            .Select(grant => grant.Panel).OfType<PanelId>().ToList();
        var view = new DutyView([.. panels.SelectMany(panel => Own(institution, panel, caller, now))
            .OrderBy(shift => shift.Starts).ThenBy(shift => shift.Panel, StringComparer.Ordinal)])
        {
            Panels = [.. panels.Select(panel => new PanelLink(panel.Value, institution.PanelName(panel)))],
            Refused = refused,
        };
        return PageResult.Show<DutyPage, DutyView>(frames.For(http), view, status);
    }

    private static IEnumerable<OwnShiftView> Own(
        Institution institution, PanelId panel, Caller caller, DateTimeOffset now)
    {
        var rota = institution.Rotas.GetValueOrDefault(panel, PanelRota.Unplanned);
        var context = institution.RotaContextFor(panel, caller, now);
        foreach (var shift in institution.Shifts(panel, now, now + Ahead))
        {
            var own = shift.Stretches().Where(stretch => stretch.Person == caller.Person
                && stretch.Ends > now).ToList();
            var may = ConfirmDuty.Decide(new(shift.Id), rota, context).Events.Count > 0;
            foreach (var (index, stretch) in own.Index())
            {
                yield return new OwnShiftView(
                    shift.Id.ToString(), panel.Value, institution.PanelName(panel), shift.Duty,
                    stretch.Starts, stretch.Ends, Beside(institution, panel, shift.Duty, stretch, now),
                    shift.Confirmed.Contains(caller.Person), MayConfirm: may && index == 0);
            }
        }
    }

    /// <summary>Who has the other duty at its beginning, or now where it has begun.</summary>
    private static string? Beside(
        Institution institution, PanelId panel, Duty duty, Stretch stretch, DateTimeOffset now)
    {
        var then = institution.DutyAt(panel, stretch.Starts > now ? stretch.Starts : now);
        return (duty == Duty.First ? then.Deputy : then.First) is { } other ? institution.PersonName(other) : null;
    }
}
