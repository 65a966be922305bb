namespace Safeguard.Domain.Escalations;

/// <summary>
/// What follows when a band goes up, or when it got worse though the band can rise no further (R6, R18).
/// </summary>
internal static class RisingBand
{
    /// <summary>Raises the band of an open escalation and pages those who have to know.</summary>
    public static void To(Band band, Confidential? reason, Course course)
    {
        var before = course.State;
        var ladder = before.Band.IsCrisis() ? null : Ladders.For(band, before.Panel, course.Context);
        course.Then(Raised(band, reason, course, ladder));
        if (before.IsUnanswered && ladder is not null) Climb.Due(course, PageReason.BandRaised);
        else if (before.IsUnanswered) course.Tell(PageReason.BandRaised, before.Paged);
        else AskHolder(course, PageReason.BandRaised);
    }

    /// <summary>
    /// The raiser says that it got worse: one band up, or at the top everyone paged so far once more.
    /// </summary>
    public static void GotWorse(Course course)
    {
        if (course.State.Band < Band.Immediate)
        {
            To(OneUp(course.State.Band), reason: null, course);
            return;
        }

        if (!course.State.IsUnanswered) AskHolder(course, PageReason.GotWorse);
        course.Tell(PageReason.GotWorse, course.State.Paged);
    }

    public static Band OneUp(Band band) => band == Band.Immediate ? band : band + 1;

    /// <summary>Deadlines from now, but never later than those that already run.</summary>
    public static BandRaised Raised(Band band, Confidential? reason, Course course, Ladder? ladder)
    {
        var state = course.State;
        return new(
            state.Band,
            band,
            reason,
            Earlier(state.AcknowledgeBy, Deadlines.AcknowledgeBy(band, course.Context)),
            Earlier(state.RespondBy, Deadlines.RespondBy(band, course.Context)),
            Debriefs.For(band, state, state.Owner, course.Context),
            ladder);
    }

    /// <summary>
    /// Whoever has it, or had it last; nobody while paging goes on, because those paged will read it.
    /// </summary>
    public static IEnumerable<PersonId> WhoHasIt(Escalation state) => state.IsUnanswered ? [] : [state.Owner];

    /// <summary>
    /// The holder is paged. Where somebody had already spoken with the student, a crisis asks them to speak again; but
    /// an owner who raises the band while following up knows best when that is.
    /// </summary>
    private static void AskHolder(Course course, PageReason reason)
    {
        var state = course.State;
        var isOwnersOwnDoing = course.Context.Caller.Person == state.Owner;
        var isFollowingUp = isOwnersOwnDoing && state.State == EscalationState.ContactMade;
        if (state.ContactAt is not null && state.Band.IsCrisis() && !isFollowingUp)
            course.Then(new ContactNeededAgain(state.Owner, Deadlines.RespondBy(state.Band, course.Context)));
        if (!isOwnersOwnDoing) course.Tell(reason, state.Owner);
    }

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
