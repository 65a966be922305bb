namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// A Coordinator gives the file to another supporter, or to a Senior Member until one is found, with a reason (R4).
/// </summary>
public sealed record ReassignCaseFile(PersonId To, Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(ReassignCaseFile command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessSeen(state, context) is { } refusal) return refusal;
        if (!context.Caller.Is(Role.Coordinator))
            return new NotYourPart(Rule.R4, "Only a Coordinator gives a file to somebody else. Offer it, or ask one.");
        if (command.Reason is not { } reason) return new CaseWordsMissing(Rule.R4, "reason");
        if (context.Named is not { } named) return new CasePersonUnknown();
        if (state.Owner == command.To) return Decision<CaseFileEvent>.AlreadySo;
        if (Handover.WhyNotNow(state) is { } notNow) return notNow;
        if (context.NotTakingOn is { } standing) return standing;
        var supports = Handover.MaySupport(named, state, context.Circle);
        var holds = named.Is(Role.SeniorMember, state.Panel)
            && CaseFileAccess.MayBeGiven(named, state, context.Circle);
        if (!supports && !holds) return new CannotBeTheirs();
        var course = new CaseCourse(state, context).Then(new CaseFileReassigned(
            state.Owner, command.To, supports, CaseReassignment.Reallocated, reason));
        if (supports) Load.Notice(course);
        return course.Decided();
    }
}
