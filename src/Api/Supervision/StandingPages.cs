using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Directory;
using Safeguard.Projections.StandingBoard;

namespace Safeguard.Api.Supervision;

/// <summary>The standing board as a page: everyone for Coordinators, their own groups for supervisors.</summary>
public sealed class StandingPages(
    InstitutionDirectory directory, StandingRows rows, PageFrame frames, TimeProvider clock)
{
    private const string Address = "/standing";

    private static readonly Access Readers = Access.Only(Role.Supervisor, Role.Coordinator);

    public static void MapStandingPage(IEndpointRouteBuilder app)
    {
        app.MapGet(Address, (HttpContext http, StandingPages pages) => pages.ShowAsync(http))
            .For(Readers).ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        app.MapGet(Address + "/{id}/{**form}", (string id) => Respond.SeeOther(Address))
            .For(Readers).ExcludeFromDescription();
    }

    /// <summary>The page of a form about one supporter: back to the board, or the form again.</summary>
    public static FormPage Page(string form) => new(
        (route, _) => $"{form}-{((string)route["id"]!).ToLowerInvariant()}", (_, _) => Address,
        (http, refused, status) => http.RequestServices.GetRequiredService<StandingPages>()
            .ShowAsync(http, refused, status));

    private async Task<IResult> ShowAsync(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (institution, caller) = (directory.Present, http.Caller());
        var day = institution.CalendarAt(clock.GetUtcNow()).Day(clock.GetUtcNow());
        var about = refused is null ? null : http.Request.RouteValues["id"] as string;
        var board = await rows.ListAsync(
            new StandingFilter(Groups: ReadStandingEndpoints.GroupsOf(institution, caller)), day, after: null,
            StandingRows.MaxBoard, http.RequestAborted);
        var people = board.Select(row => (Row: row, row.On(day).Standing)).ToList();
        var counted = people.Where(entry => IsCounted(entry.Standing)).ToList();
        Standing? asked = Enum.TryParse<Standing>(http.Request.Query["standing"], ignoreCase: true, out var given)
            && Enum.IsDefined(given) ? given : null;
        var panel = http.Request.Query["panel"].ToString() is { Length: > 0 } named ? named : null;
        var chosen = people.Where(entry => about is not null
            ? string.Equals(entry.Row.Person.Value, about, StringComparison.OrdinalIgnoreCase)
            : (panel is null || entry.Row.Panel?.Value == panel)
                && (asked is null ? NeedsSomebody(entry.Row, entry.Standing) : entry.Standing == asked));
        var view = new StandingBoardView(
            counted.CountBy(entry => entry.Standing).ToDictionary(),
            PanelsOf(institution, counted),
            [.. chosen.OrderByDescending(entry => entry.Standing == Standing.Lapsed)
                .ThenBy(entry => entry.Row.On(day).Since).Select(entry => ViewOf(institution, entry.Row, day))])
        {
            Standing = asked?.ToString(),
            Panel = panel,
            PanelChoices = [.. institution.Panels.Select(known => new Choice(known.Id.Value, known.Name))],
            Unscheduled = UnscheduledFor(institution, caller, day),
            MayDecide = caller.Is(Role.Coordinator),
            // Only the form that asks for words is on the board whatever the state is.
            Refused = refused?.Form.StartsWith("suspendSupporter", StringComparison.Ordinal) == true
                ? refused : refused?.Homeless(),
        };
        return PageResult.Show<StandingPage, StandingBoardView>(frames.For(http), view, status);
    }

    /// <summary>Trainees and those who left are not supporters who stand anywhere.</summary>
    internal static bool IsCounted(Standing standing) => standing is not (Standing.InTraining or Standing.Left);

    /// <summary>Groups with members and without a session to come, of those that the reader sees.</summary>
    internal static IReadOnlyList<UnscheduledGroupView> UnscheduledFor(
        Institution institution, Caller caller, DateOnly day) =>
    [
        .. institution.Groups.Values
            .Where(known => known.Formed && !known.Members.IsEmpty
                && (caller.Is(Role.Coordinator) || known.Supervisor == caller.Person)
                && !known.ByDay.Exists(session => session.Day >= day && session.IsToCome))
            .OrderBy(known => known.Id.Value, StringComparer.Ordinal)
            .Select(known => new UnscheduledGroupView(
                known.Id.Value, known.Id.Value.ToUpperInvariant(),
                known.Supervisor is { } supervisor ? institution.PersonName(supervisor) : null, known.Members.Count)),
    ];

    private static bool NeedsSomebody(StandingRow row, Standing standing) =>
        standing is Standing.Overdue or Standing.Lapsed or Standing.Suspended
        || (IsCounted(standing) && row.AwaitsCoordinator);

    private static IReadOnlyList<PanelStandingView> PanelsOf(
        Institution institution, IReadOnlyList<(StandingRow Row, Standing Standing)> people) =>
    [
        .. people.GroupBy(entry => entry.Row.Panel)
            .Select(panel => new PanelStandingView(
                panel.Key?.Value ?? "", panel.Key is { } id ? institution.PanelName(id) : "No panel", panel.Count(),
                panel.Count(entry => entry.Standing == Standing.DueSoon),
                panel.Count(entry => entry.Standing == Standing.Overdue),
                panel.Count(entry => entry.Standing == Standing.Lapsed)))
            .OrderBy(panel => panel.Name, StringComparer.Ordinal),
    ];

    private static SupporterStandingView ViewOf(Institution institution, StandingRow row, DateOnly day)
    {
        var (standing, since) = row.On(day);
        return new(
            row.Person.Value, institution.PersonName(row.Person),
            row.Panel is { } panel ? institution.PanelName(panel) : "No panel",
            row.Group?.Value.ToUpperInvariant(), standing, since)
        {
            DueOn = row.DueOn,
            LapsesOn = row.LapsesOn,
            Awaits = row.AwaitsCoordinator,
            NothingScheduled = row.NothingScheduled,
        };
    }
}
