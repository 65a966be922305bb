namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Takes a file that was offered: it is theirs from here with everything in it, and its former owner reads it no more.
/// </summary>
public sealed record AcceptHandover
{
    public static Decision<CaseFileEvent> Decide(AcceptHandover command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessSeen(state, context) is { } refusal) return refusal;
        var caller = context.Caller;
        if (state.Owner == caller.Person) return Decision<CaseFileEvent>.AlreadySo;
        if (state.Offer?.To != caller.Person)
            return new NotYourPart(Rule.R4, "This file was not offered to you. Its owner can offer it by name.");
        if (context.NotTakingOn is { } standing) return standing;
        if (!Handover.MaySupport(caller, state, context.Circle)) return new CannotBeTheirs();
        var course = new CaseCourse(state, context).Then(new CaseFileHandedOver(state.Owner, caller.Person));
        Load.Notice(course);
        return course.Decided();
    }
}
