namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// "I should not know of this": steps aside because of a conflict of interest. An owner hands it on at once, and none
/// who said so reads it from here (R15).
/// </summary>
public sealed record DeclareCaseConflict
{
    public static Decision<CaseFileEvent> Decide(DeclareCaseConflict command, CaseFile state, CaseFileContext context)
    {
        var person = context.Caller.Person;
        if (state.Declared.Contains(person)) return Decision<CaseFileEvent>.AlreadySo;
        if (CaseFileAccess.RefuseUnlessSeen(state, context) is { } refusal) return refusal;
        var course = new CaseCourse(state, context).Then(new CaseConflictDeclared(person));
        Successors.AwayFrom(person, CaseReassignment.Conflict, course);
        return course.Decided();
    }
}
