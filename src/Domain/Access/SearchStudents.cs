namespace Safeguard.Domain.Access;

/// <summary>
/// Looks for a student by who they are rather than by their code. Only Senior Members and Data Protection may, with a
/// purpose, and that they did is on record before anything is shown. Whom they looked for is not: what was found is.
/// </summary>
/// <param name="HasWords">Whether anything to look for was given.</param>
/// <param name="Found">The records that will be shown, those alone that are the caller's to know of.</param>
public sealed record SearchStudents(bool HasWords, Confidential? Purpose, IReadOnlyList<ReadItem> Found)
{
    public static Decision<AccessEvent> Decide(SearchStudents command, AccessHistory history, AccessContext context)
    {
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(context);
        if (!MaySearch(context.Caller)) return new SearchNotYours();
        if (Unsaid(command).ToList() is { Count: > 0 } unsaid) return new SearchIncomplete(unsaid);
        return new StudentsSearched(context.Caller.Person, command.Purpose!, command.Found);
    }

    private static IEnumerable<string> Unsaid(SearchStudents command)
    {
        if (!command.HasWords) yield return "student";
        if (command.Purpose is null) yield return "purpose";
    }

    public static bool MaySearch(Caller caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return caller.Is(Role.SeniorMember) || caller.Is(Role.DataProtection);
    }
}

/// <summary>A name is looked up by few.</summary>
public sealed record SearchNotYours() : Rejection(
    "student.searchNotYours",
    Rule.R15,
    "Only Senior Members and Data Protection look a student up by name. Use the case code, or ask one of them.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>The search says neither whom nor why, or only one of the two; each is named.</summary>
public sealed record SearchIncomplete : Rejection
{
    public SearchIncomplete(IReadOnlyList<string> missing)
        : base("student.searchIncomplete", Rule.R17, "Nothing was looked up. Say whom you look for, and what for.") =>
        Missing = missing;

    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
