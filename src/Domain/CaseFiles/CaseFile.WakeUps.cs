namespace Safeguard.Domain.CaseFiles;

/// <param name="Item">The question, action or other part; null for the file itself.</param>
/// <param name="IsDeadline">The deadline itself, rather than a reminder after it.</param>
internal sealed record CaseWakeUp(CaseDeadline Which, Guid? Item, DateTimeOffset At, bool IsDeadline);

public sealed partial record CaseFile
{
    /// <summary>
    /// The next moment at which something must happen without anybody asking; null when nothing is open any more. It
    /// follows from the stream alone, so that a rebuild finds the same.
    /// </summary>
    public static DateTimeOffset? NextWakeUp(CaseFile state)
    {
        var pending = WakeUps(state);
        return pending.Count == 0 ? null : pending[0].At;
    }

    /// <summary>Everything still open in the file, each with its one owner and its one next wake-up (R4).</summary>
    /// <param name="id">The file's own id, under which it and what is asked about it are listed.</param>
    public static IReadOnlyList<OpenItem> OpenItems(Guid id, CaseFile state)
    {
        List<OpenItem> items = [];
        if (state.IsOpen)
            items.Add(new(id, "caseFile", state.Owner, state.Panel, OwnWakeUps(state).Min(wakeUp => wakeUp.At)));
        if (state.Closing is { } closing)
            items.Add(new(id, "closing", closing.Of, state.Panel, OfClosing(state, closing).At));
        if (state.HandoverTask is { } task) items.Add(new(id, "handover", task.Of, state.Panel, task.RemindAt));
        foreach (var question in state.Questions)
            items.Add(new(question.Id, "question", question.Of, state.Panel, OfQuestion(state, question).At));
        foreach (var action in state.Actions)
            items.Add(new(action.Id, "action", action.Owner, state.Panel, OfAction(state, action).At));
        return items;
    }

    /// <summary>Everything that waits for its moment, soonest first.</summary>
    internal static IReadOnlyList<CaseWakeUp> WakeUps(CaseFile state)
    {
        List<CaseWakeUp> pending = [.. OwnWakeUps(state)];
        pending.AddRange(state.Questions.Select(question => OfQuestion(state, question)));
        pending.AddRange(state.Actions.Select(action => OfAction(state, action)));
        return [.. pending.OrderBy(wakeUp => wakeUp.At).ThenBy(wakeUp => wakeUp.Which)];
    }

    private static IEnumerable<CaseWakeUp> OwnWakeUps(CaseFile state)
    {
        if (!state.IsOpen) yield break;
        yield return state.Closing is { } closing
            ? OfClosing(state, closing)
            : new(CaseDeadline.Review, null, state.ReviewAt, IsDeadline: false);
        if (state.Offer is { } offer) yield return new(CaseDeadline.HandoverAnswer, null, offer.AnswerBy, true);
        if (state.HandoverTask is { } task) yield return new(CaseDeadline.HandoverTask, null, task.RemindAt, false);
        if (state.DisclosureBy is { } disclosure)
            yield return Due(state, CaseDeadline.Disclosure, null, disclosure, state.DisclosureRemindedAt);
        foreach (var owed in state.SecondNames)
            yield return Due(state, CaseDeadline.SecondName, owed.Disclosure, owed.DueBy, owed.RemindedAt);
        foreach (var planned in state.Planned)
            yield return Due(
                state, CaseDeadline.PlannedContact, planned.Id, planned.At + state.Timings.FollowUpEvery,
                planned.RemindedAt);
    }

    private static CaseWakeUp OfClosing(CaseFile state, ClosingTask closing)
    {
        var isMissed = state.HasMissed(CaseDeadline.Closure, null, closing.DueBy);
        return new(CaseDeadline.Closure, null, isMissed ? closing.AskAt : closing.DueBy, !isMissed);
    }

    private static CaseWakeUp OfQuestion(CaseFile state, CaseQuestion question) =>
        Due(state, CaseDeadline.Question, question.Id, question.DueBy, question.RemindedAt);

    private static CaseWakeUp OfAction(CaseFile state, CaseAction action) => action.DueBy is { } due
        ? Due(state, CaseDeadline.Action, action.Id, due, action.RemindedAt)
        : new(CaseDeadline.Action, action.Id, action.RemindedAt + state.Timings.FollowUpEvery, IsDeadline: false);

    private static CaseWakeUp Due(
        CaseFile state, CaseDeadline which, Guid? item, DateTimeOffset dueBy, DateTimeOffset remindedAt) =>
        state.HasMissed(which, item, dueBy)
            ? new(which, item, remindedAt + state.Timings.FollowUpEvery, IsDeadline: false)
            : new(which, item, dueBy, IsDeadline: true);
}
