using Safeguard.Domain.Access;

namespace Safeguard.Domain.CaseFiles;

/// <summary>What somebody is to a case file, from nothing at all to its owner (R13, R15).</summary>
public enum CaseRelation
{
    /// <summary>Nothing here is theirs to know: it looks as if there were nothing.</summary>
    None,

    /// <summary>State, owner and clock, but no words: Coordinators, Data Protection, whoever is offered it.</summary>
    SeesState,

    /// <summary>They broke glass for it: everything for a while, and nothing to do in it (R17).</summary>
    BrokeGlass,

    /// <summary>Everything: the Senior Members of its urgent contacts, the owner's supervisor, who closes it.</summary>
    Reads,

    /// <summary>Everything, and it is theirs to answer for.</summary>
    Owns,
}

/// <summary>
/// Who may know what of a case file. The panel's Senior Members read it while it waits to be closed, and whoever was
/// told that it is open again; at other times a panel alone opens nothing. A conflict excludes from everything (R15).
/// </summary>
public static class CaseFileAccess
{
    /// <param name="isGlassBroken">The caller opened it outside their scope, and it is open to them still.</param>
    public static CaseRelation Of(Caller caller, CaseFile state, CaseCircle circle, bool isGlassBroken = false)
    {
        if (state.State == CaseFileState.NotOpened) return CaseRelation.None;
        if (IsConflicted(caller.Person, state, circle)) return CaseRelation.None;
        if (caller.Person == state.Owner) return CaseRelation.Owns;
        if (IsOfHomePanel(caller, state)) return CaseRelation.None;
        if (state.Restricted ? IsNamed(caller.Person, state) : IsReader(caller, state, circle))
            return CaseRelation.Reads;
        if (isGlassBroken) return CaseRelation.BrokeGlass;
        return SeesState(caller, state) ? CaseRelation.SeesState : CaseRelation.None;
    }

    /// <summary>What breaking glass for it rests on (R17).</summary>
    public static ItemFacts FactsFor(Caller caller, CaseFile state, CaseCircle circle)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(circle);
        var conflicted = circle.Conflicted.Concat(state.Declared).Concat(state.Alleged)
            .Concat(state.SubjectPerson is { } subject ? [subject] : []).Concat(circle.HomeSeniorMembers).Distinct();
        return new(state.Owner, [], [.. conflicted], Of(caller, state, circle) >= CaseRelation.Reads);
    }

    /// <summary>The words: what was said, notes, who the student is.</summary>
    public static bool MayRead(Caller caller, CaseFile state, CaseCircle circle) =>
        Of(caller, state, circle) >= CaseRelation.Reads;

    /// <summary>State, owner and clock.</summary>
    public static bool MaySeeState(Caller caller, CaseFile state, CaseCircle circle) =>
        Of(caller, state, circle) >= CaseRelation.SeesState;

    /// <summary>Whom a conflict excludes: declared, or detected because the file is about them (R15).</summary>
    public static bool IsConflicted(PersonId person, CaseFile state, CaseCircle circle) =>
        circle.Conflicted.Contains(person) || state.Declared.Contains(person)
        || state.SubjectPerson == person || state.Alleged.Contains(person);

    /// <summary>Why somebody who must be able to read it may not go on; null when they may.</summary>
    /// <param name="what">What they wanted to do, as the words after "may".</param>
    internal static Rejection? RefuseUnlessReader(CaseFile state, CaseFileContext context, string what) =>
        Of(context.Caller, state, context.Circle) switch
        {
            >= CaseRelation.Reads => null,
            CaseRelation.None => new NoSuchCaseFile(),
            _ => new NotYourPart(Rule.R15, $"Only its owner and those who read it may {what}. Ask its owner."),
        };

    /// <summary>As for a reader; besides, the file must be theirs.</summary>
    internal static Rejection? RefuseUnlessOwner(CaseFile state, CaseFileContext context, string what) =>
        Of(context.Caller, state, context.Circle) switch
        {
            CaseRelation.Owns => null,
            CaseRelation.None => new NoSuchCaseFile(),
            _ => new NotYourPart(Rule.R4, $"Only its owner may {what}. Ask its owner, or a Coordinator."),
        };

    /// <summary>Anyone who may know that it is there.</summary>
    internal static Rejection? RefuseUnlessSeen(CaseFile state, CaseFileContext context) =>
        MaySeeState(context.Caller, state, context.Circle) ? null : new NoSuchCaseFile();

    /// <summary>Nothing stands between that person and the file: no conflict, not the home panel (R13, R15).</summary>
    public static bool MayBeGiven(Caller named, CaseFile state, CaseCircle circle) =>
        !IsConflicted(named.Person, state, circle) && !IsOfHomePanel(named, state);

    /// <summary>Named as a reader, or asked by name to close it.</summary>
    private static bool IsNamed(PersonId person, CaseFile state) =>
        state.NamedReaders.Contains(person) || state.Closing?.Of == person;

    private static bool IsReader(Caller caller, CaseFile state, CaseCircle circle) =>
        caller.Person == circle.OwnersSupervisor
        || circle.Escalations.Any(escalation => escalation.SeniorMember == caller.Person)
        || state.ToldOfReopening.Contains(caller.Person)
        || state.Closing?.Of == caller.Person
        || (state.State == CaseFileState.Resolved && caller.Is(Role.SeniorMember, state.Panel))
        || (state.State == CaseFileState.Closed && state.ClosedBy == caller.Person);

    private static bool SeesState(Caller caller, CaseFile state) =>
        caller.Is(Role.Coordinator) || caller.Is(Role.DataProtection) || state.Offer?.To == caller.Person;

    /// <summary>A role for the panel that the student asked to stay out of it.</summary>
    private static bool IsOfHomePanel(Caller caller, CaseFile state) =>
        state.HomePanel is { } home && caller.Roles.Any(grant => grant.Panel == home);
}
