using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.CaseFiles;
using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Reading;
using Safeguard.Api.Supervision;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Home;

/// <summary>Home, which says what waits for one person, and their account: <c>/</c> and <c>/account</c>.</summary>
public sealed class HomePages(
    EscalationRows rows, CaseFileRows files, ReferralRows referrals, OpenItemRows items, EscalationReader reader,
    InstitutionDirectory directory, PageFrame frames)
{
    /// <summary>Receipts on the home page; all of them are on a page of their own.</summary>
    private const int ReceiptsShown = 3;

    /// <summary>Questions answered straight from the home page; the rest are tasks that lead to their own.</summary>
    private const int QuestionsShown = 3;

    private static readonly TimeSpan DutiesAhead = TimeSpan.FromDays(28);
    private const int DutiesShown = 4;

    private static readonly Role[] Answerers = [Role.SeniorMember, Role.Coordinator, Role.Supervisor];

    /// <summary>Their home is about something else than what they raise.</summary>
    private static readonly Role[] Office = [Role.Coordinator, Role.Administrator, Role.Auditor, Role.DataProtection];

    public static void MapHomePages(IEndpointRouteBuilder app)
    {
        app.MapGet("/", (HttpContext http, HomePages pages, CancellationToken cancel) => pages.HomeAsync(http, cancel))
            .For(Access.EvenAfterLeaving).ShowsContent().ExcludeFromDescription();
        app.MapGet("/account", (HttpContext http, HomePages pages) => pages.Account(http))
            .For(Access.EvenAfterLeaving).ExcludeFromDescription();
    }

    private async Task<IResult> HomeAsync(HttpContext http, CancellationToken cancel)
    {
        var (institution, caller, frame) = (directory.Present, http.Caller(), frames.For(http));
        var person = institution.Person(caller.Person);
        var owed = await items.OwnedByAsync(caller.Person, cancel);
        Guid[] streams = [.. owed.Select(item => item.Stream).Distinct()];
        var about = await rows.FindAsync(streams, cancel);
        var aboutFiles = await files.FindAsync(streams, cancel);
        var aboutReferrals = await referrals.FindAsync(streams, cancel);
        var groups = caller.Is(Role.Supervisor)
            ? institution.GroupsFor(caller).Where(group => group.Supervisor == caller.Person).ToList() : [];
        var tasks = new HomeTasks(
            about.ToDictionary(row => row.Id), aboutFiles.ToDictionary(row => row.Id),
            aboutReferrals.ToDictionary(known => known.Row.Id), frame.Clock.Now);
        var view = new HomeView
        {
            Questions = await QuestionsAsync(owed, caller, cancel),
            Tasks =
            [
                .. await OffersAsync(caller.Person, cancel), .. owed.Select(tasks.Of).OfType<TaskLine>(),
                .. SupervisionTasks.Of(institution, groups, frame.Clock),
            ],
            CaseFiles = caller.Is(Role.Supporter) ? await CaseFilesAsync(institution, caller.Person, cancel) : null,
            Groups = [.. groups.Select(group => GroupListPages.LineOf(institution, group, frame.Clock))],
            Waiting = Answerers.Any(caller.Is) ? await WaitingAsync(caller, institution, cancel) : null,
            Duties = [.. Duties(institution, caller, frame.Clock.Now)],
            Standing = OwnStandingView.Of(institution, caller.Person, frame.Clock),
            Supervisor = person?.Supervisor is { } supervisor ? SupervisorOf(institution, supervisor) : null,
            Receipts = Office.Any(caller.Is) ? null : await ReceiptsAsync(caller.Person, cancel),
            Pages = [.. MenuItem.For([.. caller.Roles.Select(grant => grant.Role)]).Where(item => item.Address != "/")],
        };
        return PageResult.Show<HomePage, HomeView>(frame, view);
    }

    /// <summary>One stream each, and no more than a page has room for.</summary>
    private async Task<IReadOnlyList<AskedView>> QuestionsAsync(
        IReadOnlyList<OpenItemRow> owed, Caller caller, CancellationToken cancel)
    {
        var asked = new List<AskedView>();
        var streams = owed.Where(item => item.Kind == "question").Select(item => item.Stream).Distinct();
        foreach (var stream in streams.Take(QuestionsShown))
        {
            try
            {
                if (await reader.ReadAsync(stream, caller, cancel) is { } history)
                    asked.AddRange(AskedView.To(caller.Person, history));
            }
            catch (ReadNotRecordedException)
            {
                // They stand among the tasks as well, without a word of them.
                break;
            }
        }

        return asked;
    }

    private async Task<IEnumerable<TaskLine>> OffersAsync(PersonId person, CancellationToken cancel) =>
        (await files.OfferedToAsync(person, cancel)).Select(row =>
            new TaskLine($"Say whether you take {row.Code}", $"/case-files/{row.Id}"));

    private async Task<IReadOnlyList<CaseFileLine>> CaseFilesAsync(
        Institution institution, PersonId person, CancellationToken cancel) =>
        [.. (await files.OpenOfAsync(person, cancel)).Select(row => CaseFileLine.Of(row, institution, person))];

    private async Task<WaitingView> WaitingAsync(Caller caller, Institution institution, CancellationToken cancel)
    {
        var open = (await rows.OpenAsync(cancel)).VisibleTo(caller, institution);
        return new(
            open.Count(row => row.State is EscalationState.Raised or EscalationState.Reopened),
            open.Count(row => Holding.Of(row, new(institution, caller.Person)) is { You: true }),
            open.Count);
    }

    private async Task<IReadOnlyList<ReceiptLine>> ReceiptsAsync(PersonId person, CancellationToken cancel)
    {
        var raised = await rows.RaisedByAsync(person, ReceiptsShown, before: null, cancel);
        return [.. raised.Take(ReceiptsShown).Select(ReceiptLine.Of)];
    }

    private static IEnumerable<DutyLine> Duties(Institution institution, Caller caller, DateTimeOffset now) =>
        (from panel in QueueVisibility.PanelsOf(caller)
         from shift in institution.Shifts(panel, now, now + DutiesAhead)
         from stretch in shift.Stretches()
         where stretch.Person == caller.Person && stretch.Ends > now
         orderby stretch.Starts
         let what = shift.Duty == Duty.First ? "First on duty for" : "Deputy for"
         select new DutyLine(
             $"{what} {institution.PanelName(panel)}", stretch.Starts, stretch.Ends,
             shift.Confirmed.Contains(caller.Person)))
        .Take(DutiesShown);

    private static SupervisorView SupervisorOf(Institution institution, PersonId supervisor)
    {
        var known = institution.Person(supervisor);
        return new(institution.PersonName(supervisor), known?.Phone, known?.Email);
    }

    internal RazorComponentResult<AccountPage> Account(HttpContext http, string? calendarAddress = null)
    {
        var institution = directory.Present;
        var person = institution.Person(http.Caller().Person)!;
        return PageResult.Show<AccountPage, AccountView>(frames.For(http), new(
            institution.PersonName(person.Id), person.Email, person.Phone,
            [.. person.Roles.Select(grant => grant.Panel is { } panel
                ? $"{grant.Role.Label()}, {institution.PanelName(panel)}"
                : grant.Role.Label())],
            person.Supervisor is { } supervisor ? institution.PersonName(supervisor) : null,
            person.Group?.Value.ToUpperInvariant())
        {
            HasCalendar = institution.People[person.Id].CalendarLink is not null,
            CalendarAddress = calendarAddress,
            HasLeft = person.LeftAt is not null,
        });
    }
}
