using Safeguard.Domain.People;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Programmes;

public sealed partial record Institution
{
    /// <summary>Everybody ever added, those who left included, in the order of their ids.</summary>
    public IEnumerable<PersonFacts> Everybody => People.Keys.Order(ById).Select(FactsOf);

    /// <summary>Who that is, or null where nobody has that id.</summary>
    public PersonFacts? Person(PersonId id) => People.ContainsKey(id) ? FactsOf(id) : null;

    /// <summary>Who signs in under that subject of the identity provider.</summary>
    public PersonId? PersonBySignIn(string issuer, string subject) =>
        SignIns.TryGetValue(new LinkedSignIn(issuer, subject), out var person) ? person : null;

    /// <summary>
    /// Who is asking, for a decision. Somebody who left holds no role and may still raise for a year (R1, policy);
    /// after that, as for an unknown id, null.
    /// </summary>
    public Caller? Caller(PersonId id, DateTimeOffset now)
    {
        if (!People.TryGetValue(id, out var person)) return null;
        var gone = person.LeftAt is { } leftAt && now > leftAt + PolicyAt(now).LeaversMayRaiseFor;
        return gone ? null : new Caller(id, person.Roles);
    }

    /// <summary>
    /// Whom work is to be given to, in the roles of this moment; null for nobody, an unknown id and whoever has left.
    /// </summary>
    public Caller? StillHere(PersonId? id, DateTimeOffset now) =>
        id is { } person && Person(person) is { LeftAt: null } ? Caller(person, now) : null;

    /// <summary>Every Senior Member of the panel, programme-wide ones included, in the order of their ids.</summary>
    public IReadOnlyList<PersonId> SeniorMembersOf(PanelId panel)
    {
        var everywhere = HoldersOf(Role.SeniorMember, panel: null);
        var here = HoldersOf(Role.SeniorMember, panel);
        return everywhere.IsEmpty ? here : here.Union(everywhere);
    }

    /// <summary>Every Coordinator, in the order of their ids.</summary>
    public IReadOnlyList<PersonId> Coordinators => HoldersOf(Role.Coordinator, panel: null);

    /// <summary>How many people hold that role for the whole programme.</summary>
    public int CountOf(Role role) => HoldersOf(role, panel: null).Count;

    /// <summary>
    /// People with a conflict towards this raiser, escalation or case file (R15). Between two people a conflict holds
    /// both ways, whichever of them declared it.
    /// </summary>
    public IReadOnlyList<PersonId> ConflictsTowards(PersonId raiser, Guid? escalation, string? caseFile)
    {
        var conflicted = NoOne;
        foreach (var declarant in Declarants)
        {
            foreach (var towards in People[declarant].Conflicts.Select(conflict => conflict.Towards))
            {
                if (declarant == raiser && towards.Person is { } other) conflicted = conflicted.Add(other);
                if (towards.Person == raiser || (towards.Escalation is { } about && about == escalation)
                    || (towards.CaseFile is { } file && string.Equals(file, caseFile, StringComparison.Ordinal)))
                    conflicted = conflicted.Add(declarant);
            }
        }

        return conflicted;
    }

    /// <summary>
    /// Policy facts about a raiser, attached to the escalation and never a refusal (R1): <c>raiser.trainee</c>,
    /// <c>raiser.lapsed</c>, <c>raiser.onLeave</c>, <c>raiser.stoodDown</c>, <c>raiser.suspended</c>,
    /// <c>raiser.left</c>, and <c>cover.gap</c> where nobody is first on duty for the panel.
    /// </summary>
    public IReadOnlyList<string> RaiserFacts(PersonId raiser, PanelId? panel, DateTimeOffset now)
    {
        var facts = new List<string>();
        var supporter = Supporters.GetValueOrDefault(raiser, Supporter.NotEnrolled);
        if (supporter is { Enrolled: true, ActiveSince: null, LeftAt: null }) facts.Add("raiser.trainee");
        if (supporter.Enrolled && StandingAt(raiser, now).Standing == Standing.Lapsed) facts.Add("raiser.lapsed");
        if (supporter.OnLeaveSince is not null) facts.Add("raiser.onLeave");
        if (supporter.StoodDownSince is not null) facts.Add("raiser.stoodDown");
        if (supporter.SuspendedSince is not null) facts.Add("raiser.suspended");
        if (People.GetValueOrDefault(raiser)?.LeftAt is not null) facts.Add("raiser.left");
        if (panel is { } scope && DutyAt(scope, now).First is null) facts.Add("cover.gap");
        return facts;
    }

    private PersonFacts FactsOf(PersonId id)
    {
        var person = People[id];
        var supporter = Supporters.GetValueOrDefault(id, Supporter.NotEnrolled);
        var status = person.LeftAt is not null ? PersonStatus.Left
            : supporter is { Enrolled: true, LeftAt: null } ? supporter.Status
            : PersonStatus.Active;
        return new PersonFacts(id, person.Roles, status)
        {
            Name = person.Name?.Text,
            Email = person.Email?.Text,
            Phone = person.Phone?.Text,
            LeftAt = person.LeftAt,
            OwnPanel = person.OwnPanel,
            Group = supporter.Group,
            Supervisor = SupervisorOf(supporter),
        };
    }

    /// <summary>The group's supervisor; without one, and for a trainee, whoever trained them (R10).</summary>
    private PersonId? SupervisorOf(Supporter supporter) =>
        supporter.Group is { } group && Groups.TryGetValue(group, out var known) && known.Supervisor is { } supervisor
            ? supervisor
            : supporter.TrainedBy;
}

/// <summary>What is known of a person. Names are null where they are erased.</summary>
public sealed record PersonFacts(PersonId Id, IReadOnlyList<RoleGrant> Roles, PersonStatus Status)
{
    public string? Name { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Of two panels the first; for somebody who left, the one they had.</summary>
    public PanelId? OwnPanel { get; init; }
    public GroupId? Group { get; init; }
    public PersonId? Supervisor { get; init; }
}
