namespace Safeguard.Domain.Escalations;

/// <summary>What a wake-up is for. In the order in which those of one moment are handled: paging comes first.</summary>
public enum WakeUpKind
{
    Page, AcknowledgeBy, RespondBy, Reminder, Lapse, Task, Disclosure, Question, Action, Debrief,
}

/// <param name="Item">The question or action; null for the escalation itself and its debrief.</param>
public sealed record WakeUp(WakeUpKind Kind, Guid? Item, DateTimeOffset At);

public sealed partial record Escalation
{
    /// <summary>
    /// The next moment at which something must happen without anybody asking; null when nothing is open any more. It
    /// follows from the stream alone, so that a rebuild finds the same.
    /// </summary>
    public static DateTimeOffset? NextWakeUp(Escalation state)
    {
        var pending = WakeUps(state);
        return pending.Count == 0 ? null : pending.Min(wakeUp => wakeUp.At);
    }

    /// <summary>
    /// Everything still open in the escalation, each with its one owner and its one next wake-up (R4).
    /// </summary>
    /// <param name="id">The escalation's own id, under which it and its debrief are listed.</param>
    public static IReadOnlyList<OpenItem> OpenItems(Guid id, Escalation state)
    {
        List<OpenItem> items = [];
        if (state.IsOpen)
            items.Add(new(id, "escalation", state.Owner, state.Panel, OwnWakeUps(state).Min(wakeUp => wakeUp.At)));
        foreach (var question in state.Questions)
            items.Add(new(question.Id, "question", question.Of, state.Panel, OfQuestion(state, question).At));
        foreach (var action in state.Actions)
            items.Add(new(action.Id, "action", action.Owner, state.Panel, OfAction(state, action).At));
        if (state.Debrief is { } debrief)
            items.Add(new(id, "debrief", debrief.Of, state.Panel, OfDebrief(state, debrief).At));
        return items;
    }

    /// <summary>Everything that waits for its moment, soonest first.</summary>
    internal static IReadOnlyList<WakeUp> WakeUps(Escalation state)
    {
        List<WakeUp> pending = [.. OwnWakeUps(state)];
        pending.AddRange(state.Questions.Select(question => OfQuestion(state, question)));
        pending.AddRange(state.Actions.Select(action => OfAction(state, action)));
        if (state.Debrief is { } debrief) pending.Add(OfDebrief(state, debrief));
        return [.. pending.OrderBy(wakeUp => wakeUp.At).ThenBy(wakeUp => wakeUp.Kind)];
    }

    private static IEnumerable<WakeUp> OwnWakeUps(Escalation state)
    {
        if (!state.IsOpen) yield break;
        if (state.NextPageAt is { } page) yield return new(WakeUpKind.Page, null, page);
        if (state.SeenAt is null && !state.HasMissed(Deadline.AcknowledgeBy, null, state.AcknowledgeBy))
            yield return new(WakeUpKind.AcknowledgeBy, null, state.AcknowledgeBy);
        if (state.ContactAt is null && !state.HasMissed(Deadline.RespondBy, null, state.RespondBy))
            yield return new(WakeUpKind.RespondBy, null, state.RespondBy);
        if (state.RemindAt is { } remind) yield return new(WakeUpKind.Reminder, null, remind);
        if (state.LapsesAt is { } lapse) yield return new(WakeUpKind.Lapse, null, lapse);
        if (state.TaskAt is { } task) yield return new(WakeUpKind.Task, null, task);
        if (state.DisclosureBy is { } disclosure && !state.HasMissed(Deadline.Disclosure, null, disclosure))
            yield return new(WakeUpKind.Disclosure, null, disclosure);
    }

    private static WakeUp OfQuestion(Escalation state, OpenQuestion question) => new(
        WakeUpKind.Question,
        question.Id,
        state.HasMissed(Deadline.Question, question.Id, question.DueBy)
            ? question.RemindedAt + state.Timings.FollowUpEvery
            : question.DueBy);

    private static WakeUp OfAction(Escalation state, OpenAction action) => new(
        WakeUpKind.Action,
        action.Id,
        action.DueBy is { } due && !state.HasMissed(Deadline.Action, action.Id, due)
            ? due
            : action.RemindedAt + state.Timings.FollowUpEvery);

    private static WakeUp OfDebrief(Escalation state, DebriefTask debrief) => new(
        WakeUpKind.Debrief,
        null,
        state.HasMissed(Deadline.Debrief, null, debrief.DueBy)
            ? state.DebriefRemindedAt + state.Timings.FollowUpEvery
            : debrief.DueBy);

    internal bool HasMissed(Deadline which, Guid? item, DateTimeOffset dueBy) =>
        Missed.Contains(new(which, item, dueBy));
}
