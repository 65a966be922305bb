namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Restricts a file to its owner and the people named: an allegation about a supporter or Senior Member, or whatever
/// else fewer should know. Whom it is about knows nothing of it from here, and owns it no more (R15).
/// </summary>
/// <param name="Named">Who reads it besides its owner.</param>
/// <param name="About">The person of the programme whom an allegation is about; null where it is about nobody.</param>
public sealed record RestrictCaseFile(IReadOnlyList<PersonId> Named, PersonId? About, Confidential? Reason)
{
    /// <summary>More than these are no restriction.</summary>
    public const int MostReaders = 10;

    public static Decision<CaseFileEvent> Decide(RestrictCaseFile command, CaseFile state, CaseFileContext context)
    {
        if (Restriction.RefuseUnlessTheirs(state, context) is { } refusal) return refusal;
        if (Unsaid(command).ToList() is { Count: > 0 } unsaid) return new CaseWordsMissing(Rule.R15, unsaid);
        if (command.Named.Except(context.Readers.Select(reader => reader.Person)).Any()
            || (command.About is not null && context.Named is null)) return new CasePersonUnknown();
        if (IsSo(command, state)) return Decision<CaseFileEvent>.AlreadySo;
        var about = command.About is { } person ? new Confidential(person.Value) : null;
        var course = new CaseCourse(state, context)
            .Then(new MarkedRestricted([.. command.Named.Distinct()], about, command.Reason!));
        if (context.Readers.Any(reader => !CaseFileAccess.MayBeGiven(reader, course.State, context.Circle)))
            return new CannotBeTheirs();
        if (NamesOneself(command, state, context)) return new NamingOneself();
        if (command.About is { } alleged) Successors.AwayFrom(alleged, CaseReassignment.Conflict, course);
        return course.Decided();
    }

    private static bool IsSo(RestrictCaseFile command, CaseFile state) =>
        state.Restricted && state.NamedReaders.SequenceEqual(command.Named.Distinct())
        && (command.About is not { } about || state.Alleged.Contains(about));

    /// <summary>A Coordinator who does not read it would come to by naming themselves.</summary>
    private static bool NamesOneself(RestrictCaseFile command, CaseFile state, CaseFileContext context) =>
        command.Named.Contains(context.Caller.Person)
        && !CaseFileAccess.MayRead(context.Caller, state, context.Circle);

    private static IEnumerable<string> Unsaid(RestrictCaseFile command)
    {
        if (command.Named.Count is 0 or > MostReaders) yield return "named";
        if (command.Reason is null) yield return "reason";
    }
}

/// <summary>Whose it is to restrict a file, and to lift that.</summary>
internal static class Restriction
{
    public static Rejection? RefuseUnlessTheirs(CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessSeen(state, context) is { } unseen) return unseen;
        var isReader = CaseFileAccess.MayRead(context.Caller, state, context.Circle);
        return context.Caller.Is(Role.Coordinator) || (isReader && SecondDisclosure.IsSenior(context.Caller))
            ? null
            : new NotYourPart(
                Rule.R15, "A Coordinator, or a Senior Member or Supervisor who reads it, restricts a file. Ask one.");
    }
}

/// <summary>Nobody makes themselves a reader.</summary>
public sealed record NamingOneself() : Rejection(
    "caseFile.namesOneself", Rule.R15, "You don't read this file, and can't name yourself. Name somebody else.");
