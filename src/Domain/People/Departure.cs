using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using Safeguard.Domain.Training;

namespace Safeguard.Domain.People;

/// <summary>
/// What happens in the other streams when a person leaves or loses a role: all of it in the transaction of the leaving
/// itself, so that nobody is half gone (R4). The items they hold open are reassigned by those items' own rules.
/// </summary>
/// <param name="Streams">Events for each stream touched, beside the person's own.</param>
/// <param name="Panels">Panels whose cover changes: the next wake-up of their rota is looked up anew.</param>
public sealed record Departure(IReadOnlyList<InStream> Streams, IReadOnlyList<PanelId> Panels)
{
    /// <summary>What follows from leaving the programme.</summary>
    public static Departure FromProgramme(Institution institution, PersonId person, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(institution);
        var streams = new List<InStream>();
        if (institution.Supporters.GetValueOrDefault(person) is { Enrolled: true, LeftAt: null })
            streams.Add(new InStream(Supporter.StreamType, person.Value, [new SupporterLeft(person)]));
        streams.AddRange(GroupsWithout(institution, person, isMember: true, isSupervisor: true));
        if (institution.Supporters.GetValueOrDefault(person)?.ActiveSince is null)
            streams.AddRange(institution.CohortsOf(person).Select(cohort => new InStream(
                Cohort.StreamType, cohort.Id.ToString(), [new TraineeWithdrawn(cohort.Id, person, Reason: null)])));
        var panels = PanelsServed(institution, person);
        streams.AddRange(panels.SelectMany(panel => Released(institution, person, panel, now)));
        return new Departure(streams, panels);
    }

    /// <summary>What follows from losing one role.</summary>
    public static Departure FromRole(Institution institution, PersonId person, RoleGrant lost, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(lost);
        if (lost.Role is Role.Supervisor or Role.Coordinator)
            return new Departure(
                [.. GroupsWithout(institution, person, isMember: false, lost.Role == Role.Supervisor)], []);
        if (lost is not { Role: Role.SeniorMember, Panel: { } panel }) return new Departure([], []);
        return new Departure([.. Released(institution, person, panel, now)], [panel]);
    }

    /// <summary>
    /// Groups that they belonged to or supervised, and what they owed in them: a Coordinator's until there is another
    /// supervisor (R4).
    /// </summary>
    private static IEnumerable<InStream> GroupsWithout(
        Institution institution, PersonId person, bool isMember, bool isSupervisor)
    {
        var heir = institution.Coordinators.Where(other => other != person).Select(other => (PersonId?)other)
            .FirstOrDefault();
        foreach (var (id, group) in institution.Groups.OrderBy(known => known.Key.Value, StringComparer.Ordinal))
        {
            var happened = new List<object>();
            if (isMember && group.Members.Contains(person)) happened.Add(new MemberLeft(id, person));
            if (isSupervisor && group.Supervisor == person) happened.Add(new SupervisorStoodAside(id, person));
            if (heir is { } to && group.Tasks.Exists(task => task.Owner == person))
                happened.Add(new SupervisorTasksReassigned(id, person, to));
            if (happened.Count > 0) yield return new InStream(SupervisionGroup.StreamType, id.Value, happened);
        }
    }

    private static List<PanelId> PanelsServed(Institution institution, PersonId person) =>
        [.. institution.People.TryGetValue(person, out var known)
            ? known.Roles.Where(grant => grant is { Role: Role.SeniorMember, Panel: not null })
                .Select(grant => grant.Panel!.Value)
            : []];

    private static IEnumerable<InStream> Released(
        Institution institution, PersonId person, PanelId panel, DateTimeOffset now)
    {
        if (!institution.Rotas.TryGetValue(panel, out var rota)) yield break;
        var context = institution.RotaContextFor(panel, Caller.System, now);
        var released = ReleaseShifts.Decide(new ReleaseShifts(person), rota, context).Events;
        if (released.Count > 0) yield return new InStream(PanelRota.StreamType, panel.Value, released);
    }
}

/// <summary>Events for one stream, named by its type and slug.</summary>
public sealed record InStream(string StreamType, string Slug, IReadOnlyList<object> Events);
