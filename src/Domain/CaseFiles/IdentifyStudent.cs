namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Writes down who the student is: never asked for, and read by those alone who read the file. Other words later need a
/// reason, and both stay (R2). A student who is a person of the programme may not know of the file (R15).
/// </summary>
/// <param name="Reach">How to reach the student; a number or an address as it is written.</param>
/// <param name="TrustedContact">Whom the student named as one to turn to (R21).</param>
/// <param name="Person">The student's id in the programme, where they have one.</param>
/// <param name="Reason">Why it is said anew; asked for only then.</param>
public sealed record IdentifyStudent(
    Confidential? Name, Confidential? Reach, Confidential? TrustedContact, PersonId? Person, Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(IdentifyStudent command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "say who the student is") is { } refusal) return refusal;
        if (command.Name is not { } name) return new CaseWordsMissing(Rule.R15, "name");
        var person = command.Person is { } id ? new Confidential(id.Value) : null;
        var said = new StudentIdentified(name, command.Reach, command.TrustedContact, person, command.Reason);
        if (state.Identity is { } before && before with { Reason = null } == said with { Reason = null })
            return Decision<CaseFileEvent>.AlreadySo;
        if (state.Identity is not null && command.Reason is null) return new CaseWordsMissing(Rule.R2, "reason");
        if (command.Person is not null && context.Named is null) return new CasePersonUnknown();
        if (state.State == CaseFileState.Closed) return new CaseFileIsClosed(state.ClosedAt);
        var course = new CaseCourse(state, context).Then(said);
        if (course.State.SubjectPerson is { } subject)
            Successors.AwayFrom(subject, CaseReassignment.Conflict, course);
        return course.Decided();
    }
}
