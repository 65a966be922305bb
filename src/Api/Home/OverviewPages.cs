using Safeguard.Api.Escalations;
using Safeguard.Api.Health;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Paging;
using Safeguard.Api.Reading;
using Safeguard.Api.Reports;
using Safeguard.Api.Rota;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Api.Supervision;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Reads;
using Safeguard.Projections.StandingBoard;

namespace Safeguard.Api.Home;

/// <summary>The coordinators' overview as a page: everything in it is read at the moment it is asked for.</summary>
public sealed class OverviewPages(
    InstitutionDirectory directory, EscalationRows queue, StandingRows standings, Watchdog watchdog, Outbox outbox,
    Positions positions, BreakGlassRows glasses, ReadItemKinds kinds, MailSettings mail, ReportBook reports,
    PageFrame frames, TimeProvider clock)
{
    private const string Address = "/overview";

    /// <summary>How far cover is shown here; the page of gaps looks further.</summary>
    private const int CoverDays = 7;

    public static void MapOverviewPage(IEndpointRouteBuilder app) =>
        app.MapGet(Address, (HttpContext http, OverviewPages pages) => pages.ShowAsync(http))
            .For(Access.Only(Role.Coordinator)).ExcludeFromDescription();

    private async Task<IResult> ShowAsync(HttpContext http)
    {
        var (institution, now, cancel) = (directory.Present, clock.GetUtcNow(), http.RequestAborted);
        var frame = frames.For(http);
        var open = (await queue.OpenAsync(cancel)).VisibleTo(http.Caller(), institution);
        var debriefs = await queue.DebriefsOwedAsync(of: null, cancel);
        var breaches = await watchdog.BreachesAsync(cancel);
        var letters = await outbox.CountsAsync(cancel);
        var stops = await positions.StopsAsync(cancel);
        var opened = await BreakGlassPages.KnownToAsync(
            http.Caller(), await glasses.DueAsync(cancel), kinds, cancel);
        var board = await standings.ListAsync(
            new StandingFilter(), frame.Clock.Today, after: null, StandingRows.MaxBoard, cancel);
        var stand = board.CountBy(row => row.On(frame.Clock.Today).Standing).ToDictionary();
        var (inTime, _) = await reports.CountAsync(reports[ReportBook.ResponseTimes], term: null, asOf: null, cancel);
        var cover = CoverReading.Of(institution, institution.Panels, now, CoverDays);
        var alarms = new OverviewAlarms(institution, frame.Clock);
        var view = new OverviewView
        {
            Alarms =
            [
                .. OverviewAlarms.Breaches(breaches), .. alarms.Unanswered(open), .. alarms.NotSpokenWith(open),
                .. OverviewAlarms.BreakGlass(opened), .. alarms.Stopped(stops), .. alarms.NobodyOnDuty(),
                .. OverviewAlarms.Mail(letters, isOff: mail.Host is null), .. alarms.Unconfirmed(),
                .. alarms.Standing(),
                .. OverviewAlarms.Returned(board.Count(row => row is { AwaitsCoordinator: true, Status: null })),
                .. alarms.LateSupervision(),
                .. OverviewAlarms.Unscheduled(
                    StandingPages.UnscheduledFor(institution, http.Caller(), frame.Clock.Today)),
            ],
            Figures =
            [
                new(open.Count(row => row.MissedDeadlines > 0), "urgent contacts with a deadline missed", "/queue",
                    Tone.Alarm),
                new(open.Count(IsUnanswered), "nobody has yet", "/queue", Tone.Alarm),
                new(open.Count, "urgent contacts open", "/queue"),
                new(stand.GetValueOrDefault(Standing.Lapsed), "lapsed", "/standing?standing=Lapsed", Tone.Alarm),
                new(stand.GetValueOrDefault(Standing.Overdue), "overdue", "/standing?standing=Overdue", Tone.Warn),
                new(cover.Gaps.Sum(panel => panel.Gaps.Count), "gaps in cover, next 7 days", "/rota/gaps", Tone.Warn),
                new(debriefs.Count, "debriefs due", "/debriefs"),
            ],
            Cover = cover,
            Standings = StandingCounts(stand),
            InTime = inTime?.Tables.FirstOrDefault(table => table.Name == UrgentContactReports.Acknowledged),
            Week = WeekOf(institution, frame.Clock.Today),
        };
        return PageResult.Show<OverviewPage, OverviewView>(frame, view);
    }

    internal static bool IsUnanswered(EscalationRow row) => row is { AcknowledgedBy: null, ContactAt: null };

    private static IReadOnlyList<StandingBarView> StandingCounts(IReadOnlyDictionary<Standing, int> stand) =>
    [
        .. new[]
            {
                (Standing.Current, "fill-brand"), (Standing.DueSoon, "fill-soft"), (Standing.Overdue, "fill-warn"),
                (Standing.Lapsed, "fill-alarm"), (Standing.OnLeave, "fill-soft"), (Standing.StoodDown, "fill-soft"),
                (Standing.Suspended, "fill-alarm"),
            }
            .Select(bar => new StandingBarView(
                bar.Item1.Label(), stand.GetValueOrDefault(bar.Item1), $"/standing?standing={bar.Item1}", bar.Item2)),
    ];

    /// <summary>"Friday of week 6"; null outside term.</summary>
    private static string? WeekOf(Institution institution, DateOnly today) =>
        institution.Terms.FirstOrDefault(term => term.Holds(today)) is { } term
            ? $"{today.DayOfWeek} of week {((today.DayNumber - term.Starts.DayNumber) / 7) + 1}"
            : null;
}
