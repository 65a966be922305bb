using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Audit;

/// <summary>
/// The deadlines that somebody has to keep, by the state of a record. Reminders and reviews are none.
/// </summary>
public static class RunningDeadlines
{
    public static IReadOnlyList<RunningDeadline> Of(Escalation state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return
        [
            .. state.IsOpen ? OfOpen(state) : [],
            .. state.Questions.Select(open => Due(Deadline.Question, open.DueBy, open.Id)),
            .. state.Actions.Where(open => open.DueBy is not null)
                .Select(open => Due(Deadline.Action, open.DueBy!.Value, open.Id)),
            .. state.Debrief is { } debrief ? [Due(Deadline.Debrief, debrief.DueBy)] : Array.Empty<RunningDeadline>(),
        ];
    }

    public static IReadOnlyList<RunningDeadline> Of(CaseFile state)
    {
        ArgumentNullException.ThrowIfNull(state);
        List<RunningDeadline> running =
        [
            .. state.Questions.Select(open => Due(CaseDeadline.Question, open.DueBy, open.Id)),
            .. state.Actions.Where(open => open.DueBy is not null)
                .Select(open => Due(CaseDeadline.Action, open.DueBy!.Value, open.Id)),
        ];
        if (!state.IsOpen) return running;
        running.AddRange(state.SecondNames.Select(owed => Due(CaseDeadline.SecondName, owed.DueBy, owed.Disclosure)));
        running.AddRange(state.Planned.Select(planned =>
            Due(CaseDeadline.PlannedContact, planned.At + state.Timings.FollowUpEvery, planned.Id)));
        if (state.Closing is { } closing) running.Add(Due(CaseDeadline.Closure, closing.DueBy));
        if (state.Offer is { } offer) running.Add(Due(CaseDeadline.HandoverAnswer, offer.AnswerBy));
        if (state.DisclosureBy is { } disclosure) running.Add(Due(CaseDeadline.Disclosure, disclosure));
        return running;
    }

    /// <summary>Only the record of what was shared without consent: all else of a referral is a reminder.</summary>
    public static IReadOnlyList<RunningDeadline> Of(Referral state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.DisclosureBy is { } disclosure ? [Due(CaseDeadline.Disclosure, disclosure)] : [];
    }

    private static IEnumerable<RunningDeadline> OfOpen(Escalation state)
    {
        if (state.SeenAt is null) yield return Due(Deadline.AcknowledgeBy, state.AcknowledgeBy);
        if (state.ContactAt is null) yield return Due(Deadline.RespondBy, state.RespondBy);
        if (state.DisclosureBy is { } disclosure) yield return Due(Deadline.Disclosure, disclosure);
        if (state is { State: EscalationState.SafeForNow or EscalationState.HandedOver, TaskAt: { } close })
            yield return Due(Deadline.Closure, close);
    }

    private static RunningDeadline Due(Deadline which, DateTimeOffset by, Guid? item = null) =>
        new(which.ToString(), item, by);

    private static RunningDeadline Due(CaseDeadline which, DateTimeOffset by, Guid? item = null) =>
        new(which.ToString(), item, by);
}
