namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Asks a Coordinator to find another supporter: the product on a lapse (R9), or an owner who cannot go on. The owner
/// stays until there is one.
/// </summary>
public sealed record AskForHandover
{
    public static Decision<CaseFileEvent> Decide(AskForHandover command, CaseFile state, CaseFileContext context)
    {
        if (Asking.RefuseUnlessTheirs(state, context) is { } refusal) return refusal;
        if (state.HandoverTask is not null || Handover.WhyNotNow(state) is not null || state.Supporter is null)
            return Decision<CaseFileEvent>.AlreadySo;
        return Asking.Of(new CaseCourse(state, context));
    }
}

/// <summary>Whose it is to ask for a handover, and to take that back.</summary>
internal static class Asking
{
    public static HandoverAsked Of(CaseCourse course) => new(
        course.State.Owner,
        Successors.Coordinator(course.State, course.Circle),
        course.Now + course.State.Timings.FollowUpEvery);

    public static Rejection? RefuseUnlessTheirs(CaseFile state, CaseFileContext context) =>
        context.Caller.Person == PersonId.System ? null
        : CaseFileAccess.RefuseUnlessSeen(state, context) is { } unseen ? unseen
        : context.Caller.Person == state.Owner || context.Caller.Is(Role.Coordinator) ? null
        : new NotYourPart(Rule.R9, "Only its owner or a Coordinator looks for another supporter. Ask one of them.");
}
