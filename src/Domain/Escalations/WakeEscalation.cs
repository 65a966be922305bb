namespace Safeguard.Domain.Escalations;

/// <summary>
/// A wake-up came, on time or late: does everything that is due by now, in order and once. Handling the same wake-up
/// twice is handling it once; with nothing due it is already so. Whoever calls, it acts as the product itself.
/// </summary>
public sealed record WakeEscalation
{
    public static Decision<EscalationEvent> Decide(WakeEscalation command, Escalation state, EscalationContext context)
    {
        var course = new Course(state, context);
        if (FirstDue(course) is not null) Reassigning.FromNobody(course);
        while (FirstDue(course) is { } wakeUp) Handle(wakeUp, course);
        return course.Decided();
    }

    private static WakeUp? FirstDue(Course course)
    {
        var pending = Escalation.WakeUps(course.State);
        return pending.Count > 0 && pending[0].At <= course.Now ? pending[0] : null;
    }

    private static void Handle(WakeUp wakeUp, Course course)
    {
        switch (wakeUp.Kind)
        {
            case WakeUpKind.Page: Climb.Due(course); break;
            case WakeUpKind.AcknowledgeBy: Miss(Deadline.AcknowledgeBy, wakeUp, course); break;
            case WakeUpKind.RespondBy:
                Miss(Deadline.RespondBy, wakeUp, course);
                course.Tell(PageReason.DeadlineMissed, course.Cover.Coordinators);
                break;
            case WakeUpKind.Reminder:
                Remind(Deadline.ContactAfterAcknowledging, wakeUp, course, course.State.Owner, nextAt: null);
                break;
            case WakeUpKind.Lapse: Lapse(course); break;
            case WakeUpKind.Task: RemindOwner(wakeUp, course); break;
            case WakeUpKind.Disclosure: Miss(Deadline.Disclosure, wakeUp, course); break;
            case WakeUpKind.Question:
                var question = course.State.Questions.First(q => q.Id == wakeUp.Item);
                MissOrRemind(Deadline.Question, wakeUp, course, question.Of, question.DueBy);
                break;
            case WakeUpKind.Action:
                var action = course.State.Actions.First(a => a.Id == wakeUp.Item);
                MissOrRemind(Deadline.Action, wakeUp, course, action.Owner, action.DueBy);
                break;
            default:
                MissOrRemind(Deadline.Debrief, wakeUp, course, course.State.Debrief!.Of, course.State.Debrief.DueBy);
                break;
        }
    }

    private static void Lapse(Course course)
    {
        var holder = course.State.Owner;
        var owner = Reachable.Owner(course.State, course.Cover, handedBackBy: holder);
        course.Then(new AcknowledgementLapsed(holder, LapseReason.NoContact, owner));
        Climb.Due(course, PageReason.HandedBack);
    }

    private static void RemindOwner(WakeUp wakeUp, Course course)
    {
        var about = course.State.State switch
        {
            EscalationState.SafeForNow or EscalationState.HandedOver => Deadline.Closure,
            EscalationState.Acknowledged => Deadline.RespondBy,
            _ => Deadline.FollowUp,
        };
        var next = about == Deadline.Closure ? Deadlines.CloseBy(course.Context) : NextReminder(course);
        Remind(about, wakeUp, course, course.State.Owner, next);
    }

    private static void MissOrRemind(
        Deadline which, WakeUp wakeUp, Course course, PersonId owner, DateTimeOffset? dueBy)
    {
        if (wakeUp.At == dueBy && !course.State.HasMissed(which, wakeUp.Item, wakeUp.At)) Miss(which, wakeUp, course);
        else Remind(which, wakeUp, course, owner, NextReminder(course));
    }

    private static void Miss(Deadline which, WakeUp wakeUp, Course course) =>
        course.Then(new DeadlineMissed(which, wakeUp.Item, wakeUp.At));

    private static void Remind(
        Deadline about, WakeUp wakeUp, Course course, PersonId owner, DateTimeOffset? nextAt) =>
        course.Then(new ReminderSent(about, wakeUp.Item, [owner], nextAt));

    private static DateTimeOffset NextReminder(Course course) => course.Now + course.State.Timings.FollowUpEvery;
}
