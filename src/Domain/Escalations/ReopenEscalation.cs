namespace Safeguard.Domain.Escalations;

/// <summary>Opens a closed escalation again: it acts as raised, with a new ladder and new deadlines (R3).</summary>
public sealed record ReopenEscalation(Confidential? Reason)
{
    public static Decision<EscalationEvent> Decide(
        ReopenEscalation command, Escalation state, EscalationContext context)
    {
        switch (EscalationAccess.Of(context.Caller, state, context.Cover.Conflicted))
        {
            case Relation.None: return new NoSuchEscalation();
            case Relation.Raiser:
                return new NotInYourRole(Rule.R18, "From your receipt, say that it got worse: that opens it again.");
        }

        if (command.Reason is not { } reason) return new WordsMissing(Rule.R3, "reason");
        if (state.IsOpen) return Decision<EscalationEvent>.AlreadySo;
        var course = new Course(state, context);
        Reopening.Of(course, reason, state.Band);
        return course.Decided();
    }
}

/// <summary>Reopening, whoever brings it about: a reader, or the raiser to whom it got worse.</summary>
internal static class Reopening
{
    public static Confidential SentAgain { get; } = new("Emergency now was pressed again.");

    public static Confidential GotWorse { get; } = new("The raiser says that it got worse.");

    /// <summary>
    /// A new ladder from its first rung, for the band if that is more urgent; the last owner is told as well.
    /// </summary>
    public static void Of(Course course, Confidential reason, Band band)
    {
        var lastOwner = course.State.Owner;
        if (band > course.State.Band) course.Then(RisingBand.Raised(band, reason: null, course, ladder: null));
        course.Then(new EscalationReopened(
            reason,
            Ladders.For(course.State.Band, course.State.Panel, course.Context),
            Deadlines.AcknowledgeBy(course.State.Band, course.Context),
            Deadlines.RespondBy(course.State.Band, course.Context),
            Reachable.Owner(course.State, course.Cover),
            Deadlines.Timings(course.Context.Policy)));
        Climb.Due(course, PageReason.Reopened);
        course.Tell(PageReason.Reopened, lastOwner);
    }
}
