namespace Safeguard.Domain.Escalations;

/// <summary>
/// Takes everything open here from somebody who leaves, steps down or loses a role: nobody does while holding open
/// items (R4). Decided by the people side, in the same transaction, with the cover as it is without them.
/// </summary>
/// <param name="Remaining">
/// What they still are where they lose one role and not all: what those roles carry stays theirs. Null where they
/// leave.
/// </param>
public sealed record ReassignEscalation(
    PersonId From, Caller? Remaining = null, LapseReason Reason = LapseReason.LeftOrLostRole)
{
    public static Decision<EscalationEvent> Decide(
        ReassignEscalation command, Escalation state, EscalationContext context)
    {
        var without = context.Cover with { Gone = [.. context.Cover.Gone, command.From] };
        var course = new Course(state, context with { Cover = without });
        Reassigning.AwayFrom(
            command.From, command.Reason, course, item => Keeps(command.Remaining, item, state, context));
        return course.Decided();
    }

    /// <summary>Whether somebody who lost one role may go on with what they hold here in another.</summary>
    private static bool Keeps(Caller? remaining, Held item, Escalation state, EscalationContext context)
    {
        if (remaining is not { Roles.Count: > 0 }) return false;
        if (remaining.Is(Role.Coordinator)) return true;
        return item switch
        {
            Held.Escalation => remaining.Is(Role.SeniorMember, state.Panel)
                || (remaining.Is(Role.Supervisor) && !state.Band.IsCrisis()
                    && context.Cover.RaisersSupervisor == remaining.Person),
            Held.Debrief => remaining.Is(Role.Supervisor),
            _ => true,
        };
    }
}

/// <summary>The kinds of what one person holds of an escalation.</summary>
internal enum Held
{
    Escalation, Question, Action, Debrief,
}

/// <summary>Finds another named person for what somebody held, and pages where that is needed (R4).</summary>
internal static class Reassigning
{
    /// <summary>The cover of the course must already leave the person out.</summary>
    /// <param name="keeps">What of it stays theirs; null for nothing.</param>
    public static void AwayFrom(PersonId person, LapseReason reason, Course course, Func<Held, bool>? keeps = null)
    {
        bool Goes(Held item) => keeps?.Invoke(item) != true;
        if (course.State.IsOpen && course.State.Owner == person && Goes(Held.Escalation))
            Ownership(person, reason, course);
        foreach (var question in course.State.Questions.Where(question => question.Of == person && Goes(Held.Question)))
            course.Then(new ItemReassigned(Deadline.Question, question.Id, person, Successor(course), reason));
        foreach (var action in course.State.Actions.Where(action => action.Owner == person && Goes(Held.Action)))
            course.Then(new ItemReassigned(Deadline.Action, action.Id, person, Successor(course), reason));
        if (course.State.Debrief?.Of == person && Goes(Held.Debrief))
        {
            var debriefer = Reachable.Debriefer(course.State, course.Cover, Successor(course));
            course.Then(new ItemReassigned(Deadline.Debrief, null, person, debriefer, reason));
        }
    }

    /// <summary>
    /// What was nobody's, because nobody was there, goes to the first person whom a later moment finds (R4).
    /// </summary>
    public static void FromNobody(Course course)
    {
        if (Reachable.Owner(course.State, course.Cover) != PersonId.System)
            AwayFrom(PersonId.System, LapseReason.NobodyBefore, course);
    }

    private static void Ownership(PersonId person, LapseReason reason, Course course)
    {
        var owner = Reachable.Owner(course.State, course.Cover);
        if (course.State.State == EscalationState.Acknowledged)
        {
            course.Then(new AcknowledgementLapsed(person, reason, owner));
            Climb.Due(course, PageReason.HandedBack);
            return;
        }

        course.Then(new OwnerReassigned(person, owner, reason));
        course.Tell(PageReason.HandedBack, RisingBand.WhoHasIt(course.State));
    }

    /// <summary>The owner, or on a closed one whose owner is the person who goes, whoever would own it now.</summary>
    private static PersonId Successor(Course course) => course.MayBePaged(course.State.Owner)
        ? course.State.Owner
        : Reachable.Owner(course.State, course.Cover);
}
