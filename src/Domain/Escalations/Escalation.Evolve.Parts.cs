namespace Safeguard.Domain.Escalations;

/// <summary>Questions, actions, the debrief, and the deadlines and reminders of them all.</summary>
public sealed partial record Escalation
{
    private Escalation WhenPartChanged(EscalationEvent happened, DateTimeOffset at) => happened switch
    {
        QuestionAsked e => this with { Questions = [.. Questions, new(e.Question, e.Of, e.DueBy, at)] },
        QuestionAnswered e => Settling(e.Question) with
        {
            Questions = [.. Questions.Where(question => question.Id != e.Question)],
        },
        ActionRecorded { Done: true } e => Settling(e.Action),
        ActionRecorded e => this with { Actions = [.. Actions, new(e.Action, e.Owner, e.DueBy, at)] },
        ActionDone e => Settling(e.Action) with { Actions = [.. Actions.Where(action => action.Id != e.Action)] },
        DebriefHeld or DebriefDeclined => this with { Debrief = null },
        DeadlineMissed e => WhenMissed(e, at),
        ReminderSent e => WhenReminded(e, at),
        PageFailed or DeadlineExplained or ContactMade => this,
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is not an event of an escalation."),
    };

    private Escalation WhenMissed(DeadlineMissed e, DateTimeOffset at)
    {
        var missed = this with { Missed = [.. Missed, new(e.Which, e.Item, e.DueBy)] };
        return e.Which switch
        {
            Deadline.RespondBy when State == EscalationState.Acknowledged && LapsesAt is null =>
                missed with { TaskAt = at + Timings.FollowUpEvery },
            _ => missed.Reminding(e.Which, e.Item, at),
        };
    }

    private Escalation WhenReminded(ReminderSent e, DateTimeOffset at) => e.About switch
    {
        Deadline.ContactAfterAcknowledging => this with { RemindAt = null },
        Deadline.RespondBy or Deadline.FollowUp or Deadline.Closure => this with { TaskAt = e.NextAt },
        _ => Reminding(e.About, e.Item, at),
    };

    private Escalation Reminding(Deadline about, Guid? item, DateTimeOffset at) => about switch
    {
        Deadline.Question => this with { Questions = Asking(item, q => q with { RemindedAt = at }) },
        Deadline.Action => this with { Actions = Doing(item, a => a with { RemindedAt = at }) },
        Deadline.Debrief => this with { DebriefRemindedAt = at },
        _ => this,
    };

    private Escalation WhenItemReassigned(ItemReassigned e, DateTimeOffset at) => e.Which switch
    {
        Deadline.Question => this with { Questions = Asking(e.Item, q => q with { Of = e.To }) },
        Deadline.Action => this with { Actions = Doing(e.Item, a => a with { Owner = e.To }) },
        _ => this with { Debrief = Debrief is null ? null : Debrief with { Of = e.To }, DebriefRemindedAt = at },
    };

    private IReadOnlyList<OpenQuestion> Asking(Guid? id, Func<OpenQuestion, OpenQuestion> change) =>
        [.. Questions.Select(question => question.Id == id ? change(question) : question)];

    private IReadOnlyList<OpenAction> Doing(Guid? id, Func<OpenAction, OpenAction> change) =>
        [.. Actions.Select(action => action.Id == id ? change(action) : action)];
}
