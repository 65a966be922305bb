using System.Collections.Immutable;
using Safeguard.Domain.People;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;

namespace Safeguard.Domain.Programmes;

/// <summary>
/// Everything the programme knows about itself, as one immutable fold over the streams of programme, people,
/// supporters, supervision groups, cohorts and rotas: the directory from which every decision's context is looked up.
/// </summary>
public sealed partial record Institution
{
    private static readonly IComparer<PersonId> ById =
        Comparer<PersonId>.Create(static (one, other) => string.CompareOrdinal(one.Value, other.Value));

    private static readonly ImmutableSortedSet<PersonId> NoOne = ImmutableSortedSet.Create(ById);

    public static Institution Empty { get; } = new();

    public Programme Programme { get; init; } = Programme.NotStarted;

    public ImmutableDictionary<PersonId, Person> People { get; init; } = ImmutableDictionary<PersonId, Person>.Empty;

    public ImmutableDictionary<PersonId, Supporter> Supporters { get; init; } =
        ImmutableDictionary<PersonId, Supporter>.Empty;

    public ImmutableDictionary<GroupId, SupervisionGroup> Groups { get; init; } =
        ImmutableDictionary<GroupId, SupervisionGroup>.Empty;

    public ImmutableDictionary<Guid, Cohort> Cohorts { get; init; } = ImmutableDictionary<Guid, Cohort>.Empty;

    public ImmutableDictionary<PanelId, PanelRota> Rotas { get; init; } = ImmutableDictionary<PanelId, PanelRota>.Empty;

    private ImmutableDictionary<RoleGrant, ImmutableSortedSet<PersonId>> Holders { get; init; } =
        ImmutableDictionary<RoleGrant, ImmutableSortedSet<PersonId>>.Empty;

    private ImmutableDictionary<LinkedSignIn, PersonId> SignIns { get; init; } =
        ImmutableDictionary<LinkedSignIn, PersonId>.Empty;

    /// <summary>Whose calendar an address opens, by the hash of its secret.</summary>
    private ImmutableDictionary<string, PersonId> Calendars { get; init; } =
        ImmutableDictionary.Create<string, PersonId>(StringComparer.Ordinal);

    /// <summary>People who have declared a conflict that has not ended.</summary>
    private ImmutableSortedSet<PersonId> Declarants { get; init; } = NoOne;

    /// <summary>Takes in one event of any stream; what is not about the institution changes nothing.</summary>
    public Institution Apply(object happened, Stamp stamp) => happened switch
    {
        ProgrammeEvent e => Apply(e, stamp),
        PersonEvent e => Apply(e, stamp),
        SupporterEvent e => Apply(e, stamp),
        SupervisionGroupEvent e => Apply(e, stamp),
        CohortEvent e => Apply(e, stamp),
        RotaEvent e => Apply(e, stamp),
        _ => this,
    };

    public Institution Apply(ProgrammeEvent happened, Stamp stamp) =>
        this with { Programme = Programme.Evolve(happened, stamp) };

    public Institution Apply(PersonEvent happened, Stamp stamp)
    {
        var before = People.GetValueOrDefault(happened.Person) ?? new();
        var after = before.Evolve(happened, stamp);
        return this with
        {
            People = People.SetItem(happened.Person, after),
            Holders = HoldersAfter(happened.Person, before.Roles, after.Roles),
            SignIns = happened is SignInLinked linked
                ? SignIns.SetItem(new LinkedSignIn(linked.Issuer, linked.Subject), linked.Person)
                : SignIns,
            Calendars = CalendarsAfter(happened.Person, before.CalendarLink, after.CalendarLink),
            Declarants = after.Conflicts.IsEmpty ? Declarants.Remove(happened.Person) : Declarants.Add(happened.Person),
        };
    }

    public Institution Apply(SupporterEvent happened, Stamp stamp)
    {
        var before = Supporters.GetValueOrDefault(happened.Supporter, Supporter.NotEnrolled);
        return this with { Supporters = Supporters.SetItem(happened.Supporter, before.Evolve(happened, stamp)) };
    }

    public Institution Apply(SupervisionGroupEvent happened, Stamp stamp)
    {
        var before = Groups.GetValueOrDefault(happened.Group, SupervisionGroup.NotFormed);
        return this with { Groups = Groups.SetItem(happened.Group, before.Evolve(happened)) };
    }

    public Institution Apply(CohortEvent happened, Stamp stamp)
    {
        var before = Cohorts.GetValueOrDefault(happened.Cohort, Cohort.NotOpened);
        return this with { Cohorts = Cohorts.SetItem(happened.Cohort, before.Evolve(happened, stamp)) };
    }

    public Institution Apply(RotaEvent happened, Stamp stamp)
    {
        var before = Rotas.GetValueOrDefault(happened.Panel, PanelRota.Unplanned);
        return this with { Rotas = Rotas.SetItem(happened.Panel, before.Evolve(happened, stamp)) };
    }

    private ImmutableDictionary<RoleGrant, ImmutableSortedSet<PersonId>> HoldersAfter(
        PersonId person, ImmutableList<RoleGrant> before, ImmutableList<RoleGrant> after)
    {
        if (ReferenceEquals(before, after)) return Holders;
        var holders = Holders;
        foreach (var lost in before.Except(after)) holders = holders.SetItem(lost, holders[lost].Remove(person));
        foreach (var won in after.Except(before))
            holders = holders.SetItem(won, holders.GetValueOrDefault(won, NoOne).Add(person));
        return holders;
    }

    private ImmutableDictionary<string, PersonId> CalendarsAfter(PersonId person, string? before, string? after)
    {
        if (before == after) return Calendars;
        var calendars = before is null ? Calendars : Calendars.Remove(before);
        return after is null ? calendars : calendars.SetItem(after, person);
    }

    private ImmutableSortedSet<PersonId> HoldersOf(Role role, PanelId? panel) =>
        Holders.GetValueOrDefault(new RoleGrant(role, panel), NoOne);
}
