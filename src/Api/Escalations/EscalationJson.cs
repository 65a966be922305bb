using System.Text.Json.Nodes;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Escalations;

/// <summary>One escalation as the API tells it.</summary>
/// <param name="AcknowledgedBy">Who has it; absent while nobody has.</param>
/// <param name="What">The raiser's words; absent for those who may know the state only.</param>
/// <param name="Ladder">
/// Every rung: those tried with whom they paged, those to come with whom they would page now.
/// </param>
/// <param name="Timeline">
/// Everything that happened, oldest first, each with its own facts beside the common ones.
/// </param>
public sealed record EscalationAnswer(
    Guid Id, string ShortCode, EscalationState State, Band Band, PanelId? Panel, string? CaseFile, PersonId Raiser,
    PersonId Owner, PersonId? AcknowledgedBy, PersonId? TransferOfferedTo, DateTimeOffset RaisedAt,
    DateTimeOffset AcknowledgeBy, DateTimeOffset RespondBy, DateTimeOffset? ContactAt, DateTimeOffset? NextPageAt,
    DateTimeOffset? NextWakeUp, DateTimeOffset? ClosedAt, bool EmergencyNow, string? What, string? Where,
    Answers? Answers, IReadOnlyList<string> Facts, DateTimeOffset? DisclosureBy, DebriefTask? Debrief,
    IReadOnlyList<RungAnswer> Ladder, IReadOnlyList<QuestionAnswer> Questions, IReadOnlyList<ActionAnswer> Actions,
    IReadOnlyList<JsonObject> Timeline)
{
    public static EscalationAnswer Of(EscalationHistory history)
    {
        var (state, raised) = (history.State, history.Raised);
        var words = history.ShowsWords;
        var conflicts = history.Context.Caller.Is(Role.Coordinator);
        return new(
            history.Id, state.Receipt[..4], state.State, state.Band, state.Panel, state.CaseFile, state.Raiser,
            state.Owner, state.AcknowledgedBy, state.TransferOfferedTo, state.RaisedAt, state.AcknowledgeBy,
            state.RespondBy, state.ContactAt, state.NextPageAt, Escalation.NextWakeUp(state), state.ClosedAt,
            raised.EmergencyNow, words ? raised.What?.Text : null, words ? raised.Where?.Text : null,
            words ? raised.Answers : null, raised.Facts, state.DisclosureBy, state.Debrief,
            RungAnswer.All(history), QuestionAnswer.All(history), ActionAnswer.All(history),
            [.. history.Events.Where(recorded => conflicts || !TimelineItem.IsOfConflict(recorded.Event))
                .Select(recorded => TimelineItem.Of(recorded, words, conflicts))]);
    }
}

/// <param name="Rung">Its place, from 0; <c>who</c> says what it is made of.</param>
/// <param name="People">Whom it paged, or would page if its turn came now.</param>
/// <param name="At">When its turn came, comes, or would have come.</param>
/// <param name="Done">True once its turn has come: paged, answered or skipped.</param>
public sealed record RungAnswer(
    int Rung, Rung Who, RungState State, IReadOnlyList<PersonId> People, DateTimeOffset At, bool Done)
{
    public static IReadOnlyList<RungAnswer> All(EscalationHistory history) =>
        [.. PlannedLadder.Of(history.State, history.Context).Select((step, place) => new RungAnswer(
            place, step.Who, step.State, step.People, step.At,
            step.State is not (RungState.Waiting or RungState.Stopped)))];
}

public sealed record QuestionAnswer(Guid Id, PersonId Of, DateTimeOffset DueBy, string? Question)
{
    public static IReadOnlyList<QuestionAnswer> All(EscalationHistory history) =>
    [
        .. history.State.Questions.Select(open => new QuestionAnswer(
            open.Id, open.Of, open.DueBy,
            history.ShowsWords
                ? history.Events.Select(x => x.Event).OfType<QuestionAsked>().First(x =>
                    x.Question == open.Id).Words.Text
                : null)),
    ];
}

public sealed record ActionAnswer(Guid Id, PersonId Owner, DateTimeOffset? DueBy, string? What)
{
    public static IReadOnlyList<ActionAnswer> All(EscalationHistory history) =>
    [
        .. history.State.Actions.Select(open => new ActionAnswer(
            open.Id, open.Owner, open.DueBy,
            history.ShowsWords
                ? history.Events.Select(x => x.Event).OfType<ActionRecorded>().First(x => x.Action == open.Id).What.Text
                : null)),
    ];
}

/// <summary>
/// One event in a timeline: its name, its moments and who did it, then whatever else it holds. Words are plain for
/// those who may read them and absent for all others. That somebody has a conflict of interest is the Coordinators' to
/// know (R15): for everyone else who was left out is absent, and so is the reason for which it passed to another.
/// </summary>
public static class TimelineItem
{
    /// <summary>Says nothing but that somebody was left out for a conflict.</summary>
    public static bool IsOfConflict(object happened) => happened is PersonSkipped { Reason: SkipReason.Conflict };

    public static JsonObject Of(Recorded recorded, bool words, bool conflicts)
    {
        var item = new JsonObject
        {
            ["n"] = recorded.Version,
            ["event"] = recorded.Event.GetType().Name,
            ["at"] = Moments.Write(recorded.Stamp.RecordedAt),
            ["occurredAt"] = Moments.Write(recorded.Stamp.OccurredAt),
            ["by"] = recorded.Stamp.By.Value,
        };
        if (recorded.Stamp.Role is { } role) item["role"] = role.ToString();
        var body = PlainWords.Of(recorded.Event, words);
        foreach (var (name, value) in body.ToList())
        {
            if (value is null || item.ContainsKey(name)) continue;
            if (name == "reason" && !conflicts && PassedOnForConflict(recorded.Event)) continue;
            body.Remove(name);
            item[name] = value;
        }

        return item;
    }

    private static bool PassedOnForConflict(object happened) => happened
        is AcknowledgementLapsed { Reason: LapseReason.Conflict }
        or OwnerReassigned { Reason: LapseReason.Conflict }
        or ItemReassigned { Reason: LapseReason.Conflict }
        or CaseFileReassigned { Reason: CaseReassignment.Conflict }
        or CaseItemReassigned { Reason: CaseReassignment.Conflict };
}
