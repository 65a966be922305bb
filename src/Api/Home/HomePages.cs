using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Reading;
using Safeguard.Api.Supervision;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Home;

/// <summary>Home, which says what waits for one person, and their account: <c>/</c> and <c>/account</c>.</summary>
public sealed class HomePages(
    EscalationRows rows, OpenItemRows items, EscalationReader reader, InstitutionDirectory directory, PageFrame frames)
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
        var about = await rows.FindAsync([.. owed.Select(item => item.Stream).Distinct()], cancel);
        var tasks = new HomeTasks(about.ToDictionary(row => row.Id));
        var view = new HomeView
        {
            Questions = await QuestionsAsync(owed, caller, cancel),
            Tasks = [.. owed.Select(tasks.Of).OfType<TaskLine>()],
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

    private RazorComponentResult<AccountPage> Account(HttpContext http)
    {
        var institution = directory.Present;
        var person = institution.Person(http.Caller().Person)!;
        return PageResult.Show<AccountPage, AccountView>(frames.For(http), new(
            institution.PersonName(person.Id), person.Email, person.Phone,
            [.. person.Roles.Select(grant => grant.Panel is { } panel
                ? $"{grant.Role.Label()}, {institution.PanelName(panel)}"
                : grant.Role.Label())],
            person.Supervisor is { } supervisor ? institution.PersonName(supervisor) : null,
            person.Group?.Value.ToUpperInvariant()));
    }
}

/// <summary>
/// What somebody owes, as lines that say the verb first and lead to where it is done. Never a word of what was said.
/// </summary>
internal sealed class HomeTasks(IReadOnlyDictionary<Guid, EscalationRow> about)
{
    /// <summary>Null for what the home page shows in another place: questions have their own form there.</summary>
    public TaskLine? Of(OpenItemRow item)
    {
        if (item.Kind == BreakGlass.ReviewKind)
            return new("Review why somebody opened a record outside their scope", BreakGlassPages.Reviews,
                item.NextWakeUp);
        if (!about.TryGetValue(item.Stream, out var row)) return null;
        var (address, code) = ($"/escalations/{row.Id}", row.ShortCode);
        return item.Kind switch
        {
            "escalation" => new($"{Verb(row)} urgent contact {code}", address, row.Promise?.By),
            "question" => new($"Answer a question on urgent contact {code}", address, item.NextWakeUp),
            "action" => new($"Do what was agreed on urgent contact {code}", address, item.NextWakeUp),
            "debrief" => new($"Talk with whoever raised urgent contact {code}", "/debriefs", row.Debrief?.DueBy),
            _ => null,
        };
    }

    private static string Verb(EscalationRow row) => row.State switch
    {
        EscalationState.Raised or EscalationState.Reopened => "Answer",
        EscalationState.Acknowledged => "Speak with the student of",
        EscalationState.ContactMade => "Look in again on",
        _ => "Finish the record of",
    };
}
