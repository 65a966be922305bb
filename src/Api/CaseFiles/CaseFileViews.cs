using Safeguard.Api.Escalations;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>From one case file as it was read to what its page shows.</summary>
internal static class CaseFileViews
{
    public static CaseFileView Of(CaseFileHistory history, PageClock clock, string? asked)
    {
        var (state, context) = (history.State, history.Context);
        var names = new Naming(history.Institution, context.Caller.Person);
        var may = CaseFileMoves.For(state, context);
        var view = new CaseFileView(history.Id.ToString(), state.Code, history.Version, state.State)
        {
            May = may,
            Owner = names.Subject(state.Owner),
            OwnerSince = state.OwnerSince,
            Panel = history.Institution.PanelName(state.Panel),
            Kind = state.Kind,
            NextWakeUp = CaseFile.NextWakeUp(state),
            NextWakeUpFor = CaseNextStep.AwaitedIn(state),
            Next = CaseNextStep.For(history, names, may),
            SpokenWith = state.SpokenWith,
            Contacts = state.Contacts.Count(contact => contact.Reached),
            Restricted = state.Restricted,
            LegalHold = state.LegalHold,
            ShowsWords = history.ShowsWords,
            OpenUntil = history.OpenUntil,
            OfferedTo = state.Offer is { } offer ? names.Of(offer.To) : null,
            DisclosureBy = state.DisclosureBy,
            Missed = Missed(history),
            Checks = state.IsOpen ? Checks(state, clock.Now) : [],
            Timeline = CaseFileStory.Tell(history, clock),
            NotTakingOn = context.NotTakingOn?.Detail,
            Asked = asked,
        };
        view = WithChoices(view, new CasePeople(history), history);
        return history.ShowsWords ? WithWords(view, history, names, clock) : view;
    }

    private static CaseFileView WithChoices(CaseFileView view, CasePeople people, CaseFileHistory history) => view with
    {
        People = view.Can(CaseFileMove.AskQuestion) || view.Can(CaseFileMove.Restrict) ? people.Anybody : [],
        Supporters = view.Can(CaseFileMove.HandOver) || view.Can(CaseFileMove.Reassign) ? people.Supporters : [],
        Senior = view.Can(CaseFileMove.Disclose) ? people.Senior : [],
        Services = view.Can(CaseFileMove.Signpost) ? ServiceChoices.Of(history.Institution, history.Context) : [],
    };

    private static CaseFileView WithWords(
        CaseFileView view, CaseFileHistory history, Naming names, PageClock clock)
    {
        var (state, caller) = (history.State, history.Context.Caller);
        var events = history.Events.Select(recorded => recorded.Event).ToList();
        return view with
        {
            Student = StudentAnswer.Of(state.Identity),
            Consents =
            [
                .. state.Consents.Select(said =>
                    $"{Sentence.Capital(said.To.Label())}: {(said.Given ? "yes" : "no")}, {clock.Near(said.Since)}"),
            ],
            Readers = Readers(history, names),
            Questions =
            [
                .. state.Questions.Select(open => new CaseQuestionView(
                    open.Id.ToString(), names.Of(open.Of),
                    events.OfType<CaseQuestionAsked>().First(asked => asked.Question == open.Id).Words.Text,
                    history.Events.First(x => x.Event is CaseQuestionAsked asked && asked.Question == open.Id)
                        .Stamp.RecordedAt,
                    open.DueBy, true)),
            ],
            Actions =
            [
                .. state.Actions.Select(open => new CaseActionView(
                    open.Id.ToString(),
                    events.OfType<CaseActionRecorded>().First(recorded => recorded.Action == open.Id).What.Text,
                    names.Of(open.Owner), open.DueBy, true)),
            ],
            Goals =
            [
                .. events.OfType<GoalSet>().Select(set => new CaseGoalView(
                    set.Goal.ToString(), set.What.Text, set.By,
                    state.Goals.Any(goal => goal.Id == set.Goal && goal.IsMet))),
            ],
            SecondNames =
            [
                .. state.SecondNames.Select(owed => new SecondNameView(
                    owed.Disclosure.ToString(), owed.DueBy, SecondDisclosure.MayBe(caller, owed))),
            ],
            Correctable = Correctable(history, clock),
        };
    }

    /// <summary>Those who read it besides the reader: its owner, the supervisor, its urgent contacts' people.</summary>
    private static List<string> Readers(CaseFileHistory history, Naming names)
    {
        var (state, circle) = (history.State, history.Context.Circle);
        var readers = state.Restricted
            ? state.NamedReaders.Prepend(state.Owner)
            : new PersonId?[] { state.Owner, circle.OwnersSupervisor, state.Closing?.Of }
                .Concat(circle.Escalations.Select(escalation => escalation.SeniorMember)).OfType<PersonId>();
        return
        [
            .. names.InOrder(readers.Distinct().Where(person => !CaseFileAccess.IsConflicted(person, state, circle))),
        ];
    }

    private static IReadOnlyList<CloseCheck> Checks(CaseFile state, DateTimeOffset now)
    {
        var open = CloseCaseFile.StillOpen(state, now).ToHashSet(StringComparer.Ordinal);
        return
        [
            new("Its owner resolves it, with the record of the end", !open.Contains("state")),
            new("No question is open", !open.Contains("questions")),
            new("No urgent contact is open", !open.Contains("escalations")),
            new("Every referral has an outcome", !open.Contains("referrals")),
            new("Nothing that was to be done is overdue", !open.Contains("actions")),
            new("What was shared is written down", !open.Contains("disclosure") && !open.Contains("secondName")),
            new("Somebody other than its owner closes it", false),
        ];
    }

    /// <summary>Deadlines that passed and nobody has explained.</summary>
    private static IReadOnlyList<CaseMissedView> Missed(CaseFileHistory history)
    {
        var explained = history.Events.Select(recorded => recorded.Event).OfType<CaseDeadlineExplained>()
            .Select(why => (why.Which, why.Item)).ToHashSet();
        return
        [
            .. history.State.Missed.Where(missed => !explained.Contains((missed.Which, missed.Item)))
                .Select(missed => new CaseMissedView(missed.Which, missed.Item?.ToString(), missed.DueBy)),
        ];
    }

    /// <summary>Those the reader logged, and for its owner all, as they read now.</summary>
    private static IReadOnlyList<CorrectableContact> Correctable(CaseFileHistory history, PageClock clock)
    {
        var (state, person) = (history.State, history.Context.Caller.Person);
        return
        [
            .. from recorded in history.Events
               let logged = recorded.Event as ContactLogged
               where logged is not null && (logged.By == person || state.Owner == person)
               let corrected = history.Events.Select(x => x.Event).OfType<ContactCorrected>()
                   .LastOrDefault(correction => correction.Contact == logged.Contact)
               let mode = corrected?.Mode ?? logged.Mode
               let band = corrected is null ? logged.Band : corrected.Band
               select new CorrectableContact(
                   logged.Contact.ToString(),
                   $"The one of {clock.Day(corrected?.Day ?? logged.Day)}, {mode.Label().ToLowerInvariant()}",
                   mode.FieldValue(), corrected?.Minutes ?? logged.Minutes, (corrected?.Note ?? logged.Note).Text,
                   band?.ToString()),
        ];
    }
}
