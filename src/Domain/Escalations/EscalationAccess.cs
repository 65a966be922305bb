using Safeguard.Domain.Access;

namespace Safeguard.Domain.Escalations;

/// <summary>
/// What somebody is to an escalation, from nothing at all to a reader of its words (R5, R13, R15, R18).
/// </summary>
public enum Relation
{
    /// <summary>Nothing here is theirs to know: it looks as if there were nothing.</summary>
    None,

    /// <summary>They raised it: the receipt, and nothing else, whatever their roles.</summary>
    Raiser,

    /// <summary>State, clock and ladder, but no words: Coordinators until they are paged.</summary>
    SeesState,

    /// <summary>Everything for a while, and nothing to do in it: they broke glass, with a reason (R17).</summary>
    BrokeGlass,

    /// <summary>Everything: the panel's Senior Members, its owner, everyone once paged.</summary>
    Reads,
}

/// <summary>Who may know what of an escalation. A conflict excludes from everything (R15).</summary>
public static class EscalationAccess
{
    /// <param name="conflicted">
    /// Those with a conflict from elsewhere (<see cref="Cover.Conflicted"/>); the stream knows the rest.
    /// </param>
    /// <param name="isGlassBroken">
    /// They opened it outside their scope, and that time has not passed (R17). It lets them read; what they may do in
    /// it is decided without it.
    /// </param>
    public static Relation Of(
        Caller caller, Escalation state, IReadOnlyCollection<PersonId> conflicted, bool isGlassBroken = false)
    {
        if (state.State == EscalationState.NotRaised) return Relation.None;
        if (caller.Person == state.Raiser) return Relation.Raiser;
        if (IsConflicted(caller.Person, state, conflicted)) return Relation.None;
        if (IsReader(caller, state)) return Relation.Reads;
        if (isGlassBroken) return Relation.BrokeGlass;
        return caller.Is(Role.Coordinator) ? Relation.SeesState : Relation.None;
    }

    /// <summary>The words: what was said, answers, notes.</summary>
    public static bool MayRead(Caller caller, Escalation state, IReadOnlyCollection<PersonId> conflicted) =>
        Of(caller, state, conflicted) == Relation.Reads;

    /// <summary>What the rules of reading need to know of it (R17).</summary>
    public static ItemFacts FactsFor(Caller caller, Escalation state, IReadOnlyCollection<PersonId> conflicted)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(
            state.Owner, [state.Raiser], [.. conflicted.Union(state.Conflicted)], MayRead(caller, state, conflicted));
    }

    /// <summary>State, clock and ladder.</summary>
    public static bool MaySeeState(Caller caller, Escalation state, IReadOnlyCollection<PersonId> conflicted) =>
        Of(caller, state, conflicted) >= Relation.SeesState;

    /// <summary>
    /// May say "I have it" now, going by role: in a crisis only Senior Members, Coordinators on the last rungs.
    /// </summary>
    internal static bool MayHold(Caller caller, Escalation state) =>
        caller.Is(Role.SeniorMember, state.Panel)
        || (caller.Is(Role.SeniorMember) && state.Paged.Contains(caller.Person))
        || (caller.Is(Role.Coordinator) && state.CoordinatorsPaged)
        || (caller.Is(Role.Supervisor) && !state.Band.IsCrisis() && state.Paged.Contains(caller.Person));

    /// <summary>May be asked to take it over, whether paged yet or not.</summary>
    internal static bool MayTake(Caller named, Escalation state) =>
        named.Is(Role.SeniorMember)
        || (named.Is(Role.Coordinator) && (state.CoordinatorsPaged || !state.Band.IsCrisis()))
        || (named.Is(Role.Supervisor) && !state.Band.IsCrisis());

    /// <summary>Why somebody who must be able to read it may not go on; null when they may.</summary>
    /// <param name="what">What they wanted to do, as the words after "may".</param>
    internal static Rejection? RefuseUnlessReader(Escalation state, EscalationContext context, string what) =>
        Of(context.Caller, state, context.Cover.Conflicted) switch
        {
            Relation.Reads => null,
            Relation.None => new NoSuchEscalation(),
            Relation.Raiser when IsReader(context.Caller, state) => new OwnEscalation(),
            _ => new NotInYourRole(Rule.R5, $"Only its owner, its panel's Senior Members and those paged may {what}."),
        };

    /// <summary>As for a reader; besides, they must have it or be such as may say "I have it".</summary>
    internal static Rejection? RefuseUnlessOwnerOrHolder(Escalation state, EscalationContext context, string what)
    {
        if (RefuseUnlessReader(state, context, what) is { } refusal) return refusal;
        return context.Caller.Person == state.Owner || MayHold(context.Caller, state)
            ? null
            : new NotInYourRole(Rule.R5, $"Only whoever has it, or a Senior Member, may {what}. Ask one of them.");
    }

    internal static bool IsConflicted(PersonId person, Escalation state, IReadOnlyCollection<PersonId> conflicted) =>
        conflicted.Contains(person) || state.Conflicted.Contains(person);

    private static bool IsReader(Caller caller, Escalation state) =>
        caller.Person == state.Owner
        || caller.Is(Role.SeniorMember, state.Panel)
        || state.Paged.Contains(caller.Person);
}
