namespace Safeguard.Domain.Escalations;

/// <summary>Whom a step of the ladder reaches at this moment, and who must be left out of it (R5, R15).</summary>
internal static class Reachable
{
    /// <summary>Who stands on the rung now, those included who must be left out.</summary>
    public static IReadOnlyList<PersonId> On(Rung rung, Cover cover) => rung switch
    {
        Rung.DutySeniorMember => One(cover.DutyFirst),
        Rung.Deputy => One(cover.DutyDeputy),
        Rung.PanelAndSupervisor => [.. cover.SeniorMembers.Concat(One(cover.RaisersSupervisor)).Distinct()],
        Rung.Supervisor => One(cover.RaisersSupervisor),
        _ => [.. cover.Coordinators.Distinct()],
    };

    /// <summary>
    /// Everyone paged so far and everyone on any step now: whom a repeat goes to, before leaving anybody out.
    /// </summary>
    public static IReadOnlyList<PersonId> Everyone(Escalation state, Cover cover) =>
        [.. state.Paged.Concat(state.Ladder.Steps.SelectMany(step => On(step.Who, cover))).Distinct()];

    public static SkipReason? WhyNot(PersonId person, Escalation state, Cover cover)
    {
        if (person == state.Raiser) return SkipReason.OwnEscalation;
        if (EscalationAccess.IsConflicted(person, state, cover.Conflicted)) return SkipReason.Conflict;
        return cover.Gone.Contains(person) ? SkipReason.NoLongerInRole : null;
    }

    /// <summary>
    /// Why the whole rung was skipped. It never says "conflict": that is known to the Coordinator alone (R15), from the
    /// event that leaves the person out.
    /// </summary>
    public static SkipReason WhySkipped(Rung rung) => rung switch
    {
        Rung.DutySeniorMember or Rung.Deputy => SkipReason.NobodyOnDuty,
        Rung.Supervisor => SkipReason.NoSupervisor,
        _ => SkipReason.Nobody,
    };

    /// <summary>
    /// Who owns it while nobody has it (R4): duty first, Deputy, a Senior Member of the panel, a Coordinator, the
    /// raiser's supervisor. <see cref="PersonId.System"/> only when there is nobody at all. The one who just handed it
    /// back comes after everyone else.
    /// </summary>
    public static PersonId Owner(Escalation state, Cover cover, PersonId? handedBackBy = null)
    {
        var candidates = One(cover.DutyFirst)
            .Concat(One(cover.DutyDeputy))
            .Concat(cover.SeniorMembers)
            .Concat(cover.Coordinators)
            .Concat(One(cover.RaisersSupervisor))
            .Where(person => WhyNot(person, state, cover) is null)
            .ToList();
        return candidates
            .Where(person => person != handedBackBy)
            .Concat(candidates)
            .Append(PersonId.System)
            .First();
    }

    /// <summary>
    /// Whom the raiser's debrief is asked of: their supervisor, else a Coordinator, else the owner (R14).
    /// </summary>
    public static PersonId Debriefer(Escalation state, Cover cover, PersonId owner) =>
        One(cover.RaisersSupervisor)
            .Concat(cover.Coordinators)
            .Where(person => WhyNot(person, state, cover) is null)
            .Append(owner)
            .First();

    private static IReadOnlyList<PersonId> One(PersonId? person) => person is { } someone ? [someone] : [];
}
