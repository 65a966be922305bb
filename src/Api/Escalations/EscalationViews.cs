using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Escalations;

/// <summary>From one escalation as it was read to what its page shows.</summary>
public static class EscalationViews
{
    /// <summary>Entries of the story shown at first; the rest is one press away.</summary>
    private const int StoryShown = 100;

    public static EscalationView Of(EscalationHistory history, PageClock clock, bool wholeStory)
    {
        var (state, context, names) = (history.State, history.Context, Names(history));
        var story = EscalationStory.Tell(
            [.. history.Events.Select(recorded => new Happened((EscalationEvent)recorded.Event, recorded.Stamp))],
            new(names.Reader, history.Institution.PersonName, history.ShowsWords, context.Caller.Is(Role.Coordinator)),
            clock);
        var view = new EscalationView(
            history.Id.ToString(), state.Receipt[..4], history.Version, state.Band, state.State,
            state.Panel is { } panel ? history.Institution.PanelName(panel) : null, state.RaisedAt)
        {
            May = EscalationMoves.For(state, context),
            BeforeClosing = EscalationMoves.BeforeClosing(state, context)?.Detail,
            Owner = names.Subject(state.Owner),
            HeldBy = Holding.Of(history.Memory.Row, names),
            Promise = Promise.Of(RunningPromise.Of(state)),
            HandedOnAt = state.LapsesAt,
            Ladder = Ladder(history, names),
            RepeatEvery = state.Ladder.RepeatEvery,
            NextPageAt = state.NextPageAt,
            Transfer = state.TransferOfferedTo is { } to ? new(names.Of(to), to == names.Reader) : null,
            Missed = Missed(history),
            DisclosureBy = state.DisclosureBy,
            OpenUntil = history.OpenUntil,
            Debrief = state.Debrief is { } debrief ? new(names.Subject(debrief.Of), debrief.DueBy) : null,
            Timeline = wholeStory ? story : [.. story.Take(StoryShown)],
            Earlier = wholeStory ? 0 : Math.Max(0, story.Count - StoryShown),
        };
        return history.ShowsWords ? WithWords(view, history, names) : view;
    }

    private static EscalationView WithWords(EscalationView view, EscalationHistory history, Naming names)
    {
        var people = new PeopleChoices(history);
        return view with
        {
            Raiser = RaiserOf(history),
            Said = Saying.Of(history),
            Questions = OpenParts.Questions(history, names),
            Actions = OpenParts.Actions(history, names),
            People = view.Can(EscalationMove.AskQuestion) ? people.ToAsk : [],
            Owners = view.Can(EscalationMove.RecordAction) ? people.ToDo : [],
            Takers = view.Can(EscalationMove.Transfer) ? people.ToTake : [],
            Receivers = view.Can(EscalationMove.HandOver) ? people.ToCarryOn : [],
        };
    }

    private static Naming Names(EscalationHistory history) => new(history.Institution, history.Context.Caller.Person);

    private static RaiserView RaiserOf(EscalationHistory history)
    {
        var person = history.Institution.Person(history.State.Raiser);
        return new(
            history.Institution.PersonName(history.State.Raiser),
            person is { Roles: [var first, ..] } ? first.Role.Label() : "no role now",
            person?.Phone,
            [.. history.Raised.Facts.Select(ScreenWords.Fact).OfType<string>()]);
    }

    private static IReadOnlyList<RungView> Ladder(EscalationHistory history, Naming names)
    {
        var state = history.State;
        var answered = history.Events.LastOrDefault(recorded => recorded.Stamp.By == state.Owner
            && recorded.Event is Acknowledged or TransferAccepted or ContactMade { Counts: true });
        return
        [
            .. PlannedLadder.Of(state, history.Context).Select((step, place) => new RungView(
                step.Who, state.Ladder.Steps[place].After, step.At, [.. names.InOrder(step.People)], step.State,
                step.State == RungState.Answered ? answered?.Stamp.RecordedAt : null,
                place < state.Turns.Count ? state.Turns[place].Skipped : null)),
        ];
    }

    /// <summary>Deadlines that passed and nobody has explained, in the order in which they passed.</summary>
    private static IReadOnlyList<MissedView> Missed(EscalationHistory history)
    {
        var explained = history.Events.Select(recorded => recorded.Event).OfType<DeadlineExplained>()
            .Select(why => (why.Which, why.Item)).ToHashSet();
        return
        [
            .. history.Events.Select(recorded => recorded.Event).OfType<DeadlineMissed>()
                .Where(missed => !explained.Contains((missed.Which, missed.Item))
                    && history.State.Missed.Any(known => (known.Which, known.Item) == (missed.Which, missed.Item)))
                .GroupBy(missed => (missed.Which, missed.Item)).Select(same => same.Last())
                .Select(missed => new MissedView(missed.Which, missed.Item?.ToString(), missed.DueBy)),
        ];
    }
}

/// <summary>Who has an escalation now, and since when.</summary>
public static class Holding
{
    /// <summary>Null while nobody has it.</summary>
    public static Holder? Of(EscalationRow row, Naming names)
    {
        if (row.State is EscalationState.Raised or EscalationState.Reopened or EscalationState.Closed) return null;
        var since = row.AcknowledgedAt ?? row.ContactAt ?? row.RaisedAt;
        return new(names.Institution.PersonName(row.Owner), row.Owner == names.Reader, since);
    }
}
