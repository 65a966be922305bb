namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Opens a resolved or closed file again by hand: who reads it, or a Coordinator. It acts as open, with a new look-in
/// (R3).
/// </summary>
public sealed record ReopenCaseFile(Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(ReopenCaseFile command, CaseFile state, CaseFileContext context)
    {
        if (!context.Caller.Is(Role.Coordinator)
            && CaseFileAccess.RefuseUnlessReader(state, context, "open it again") is { } refusal) return refusal;
        if (CaseFileAccess.RefuseUnlessSeen(state, context) is { } unseen) return unseen;
        if (command.Reason is not { } reason) return new CaseWordsMissing(Rule.R3, "reason");
        if (state.State is CaseFileState.Open or CaseFileState.Reopened) return Decision<CaseFileEvent>.AlreadySo;
        var course = new CaseCourse(state, context);
        Reopening.Of(course, ReopenReason.ByHand, reason);
        return course.Decided();
    }
}

/// <summary>Reopening, whatever brings it about.</summary>
internal static class Reopening
{
    public static void IfClosed(CaseCourse course, ReopenReason reason)
    {
        if (course.State.State == CaseFileState.Closed) Of(course, reason, words: null);
    }

    /// <summary>
    /// The last owner has it again where they still may, else whoever the rules find; both they and the duty Senior
    /// Member are told.
    /// </summary>
    public static void Of(CaseCourse course, ReopenReason reason, Confidential? words)
    {
        var last = course.State.Owner;
        var owner = Successors.MayBe(last, course.State, course.Circle)
            ? last
            : Successors.Owner(course.State, course.Circle);
        course.Then(new CaseFileReopened(
            reason, words, owner, course.Hearing(owner, course.Circle.DutySeniorMember), course.Context.Timings));
        if (course.Circle.OwnerMayNotTakeOnWork && course.State.Supporter is not null) course.Then(Asking.Of(course));
    }
}
