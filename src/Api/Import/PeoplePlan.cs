using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Import;

/// <summary>People, their roles and status, and the supervision groups that they name.</summary>
internal sealed class PeoplePlan(
    Institution institution, InstitutionCalendar calendar, PlannedStreams streams, Findings findings)
{
    public static void Add(
        ImportFiles files,
        Institution institution,
        InstitutionCalendar calendar,
        PlannedStreams streams,
        Findings findings)
    {
        var plan = new PeoplePlan(institution, calendar, streams, findings);
        var rows = Unique.By(files.People, row => row.Person.Value, "person_id", findings);
        PeopleCheck.Add(rows, files, institution, findings);
        foreach (var row in rows) plan.AddPerson(row);
        foreach (var row in rows) plan.AddSupervisedGroups(row);
        foreach (var row in rows) plan.AddSupporter(row);
    }

    private Person Known(PersonRow row) => institution.People.GetValueOrDefault(row.Person, Person.Unknown);

    private DateTimeOffset Since(PersonRow row) => calendar.Start(row.Since);

    private void AddPerson(PersonRow row)
    {
        var known = Known(row);
        var name = new Confidential(row.Name);
        var (email, phone) = (Confidential.From(row.Email), Confidential.From(row.Phone));
        if (!known.Added) Add(row, new PersonAdded(row.Person, name, email, phone), Since(row));
        else if (known.Name is { IsErased: false } && !known.ReadsAs(name, email, phone))
            Add(row, new PersonDetailsCorrected(row.Person, name, email, phone), occurredAt: null);
        if (known.LeftAt is not null)
        {
            if (row.Status != PersonStatus.Left) Remark(row, "This person has left since, and stays so.");
            return;
        }

        AddRoles(row, known);
        if (row.Status == PersonStatus.Left) AddLeaving(row, known);
    }

    private void AddRoles(PersonRow row, Person known)
    {
        foreach (var grant in row.Grants)
        {
            if (!known.EverHeld.Contains(grant))
                Add(row, new RoleGranted(row.Person, grant.Role, grant.Panel), Since(row));
            else if (!known.Roles.Contains(grant))
                Remark(row, "A role of this row has been revoked since, and stays so.");
        }

        if (!row.Is(Role.Supporter)) return;
        foreach (var trainee in known.Roles.Where(grant => grant.Role == Role.Trainee))
            Add(row, new RoleRevoked(row.Person, Role.Trainee, trainee.Panel), Since(row));
    }

    private void AddLeaving(PersonRow row, Person known)
    {
        if (known.EverLeft) Remark(row, "This person has come back since, and stays.");
        else if (!known.Added) Add(row, new PersonLeft(row.Person), occurredAt: null);
        else
        {
            var context = institution.PersonContextFor(row.Person, Caller.System, streams.Now);
            var decision = LeaveProgramme.Decide(new LeaveProgramme(), known, context);
            if (decision.Rejection is { } refusal) Remark(row, $"This person stays: {refusal.Detail}");
            foreach (var happened in decision.Events) Add(row, happened, occurredAt: null);
            if (decision.Events.Count == 0) return;
            foreach (var part in Departure.FromProgramme(institution, row.Person, streams.Now).Streams)
                if (!string.Equals(part.StreamType, Supporter.StreamType, StringComparison.Ordinal))
                    streams.Add(part);
        }
    }

    private void AddSupervisedGroups(PersonRow row)
    {
        foreach (var group in row.SupervisedGroups)
        {
            var known = institution.Groups.GetValueOrDefault(group, SupervisionGroup.NotFormed);
            if (!known.Formed) Add(group, new GroupFormed(group), Since(row));
            if (row.Status == PersonStatus.Left || known.Supervisor == row.Person) continue;
            if (known.EverSupervisedBy.Contains(row.Person))
                Remark(row, "A group of this row has another supervisor since, and keeps them.");
            else Add(group, new SupervisorAssigned(group, row.Person), Since(row));
        }
    }

    private void AddSupporter(PersonRow row)
    {
        if (!row.Is(Role.Supporter) && !row.Is(Role.Trainee)) return;
        var known = institution.Supporters.GetValueOrDefault(row.Person, Supporter.NotEnrolled);
        if (known.LeftAt is not null || Known(row).LeftAt is not null) return;
        if (!known.Enrolled) Add(row, new SupporterEnrolled(row.Person, row.TrainedBy));
        else if (known.TrainedBy != row.TrainedBy) Remark(row, "Another trainer is on record, and stays.");
        if (row.Is(Role.Supporter) && known.ActiveSince is null)
            Add(row, new SupporterActivated(row.Person, row.Since));
        else if (row.Is(Role.Supporter) && known.ActiveSince != row.Since)
            Remark(row, "Another day of becoming active is on record, and stays.");
        AddGroup(row, known);
        AddStatus(row, known);
    }

    private void AddGroup(PersonRow row, Supporter known)
    {
        if (row.OwnGroup is not { } group || known.Group == group) return;
        if (known.EverInGroup.Contains(group))
        {
            Remark(row, "This person has moved to another group since, and stays there.");
            return;
        }

        Add(row, new SupervisionGroupAssigned(row.Person, group, Reason: null));
        if (row.Status == PersonStatus.Left) return;
        if (known.Group is { } former) Add(former, new MemberLeft(former, row.Person), occurredAt: null);
        Add(group, new MemberJoined(group, row.Person), known.Enrolled ? null : Since(row));
    }

    /// <summary>A status other than active begins at the import; one that was held before is not begun again.</summary>
    private void AddStatus(PersonRow row, Supporter known)
    {
        SupporterEvent? begun = row.Status switch
        {
            PersonStatus.OnLeave => new LeaveStarted(row.Person),
            PersonStatus.StoodDown => new StoodDown(row.Person),
            PersonStatus.Suspended => new Suspended(row.Person, Reason: null),
            PersonStatus.Left => new SupporterLeft(row.Person),
            _ => null,
        };
        if (begun is null)
        {
            if (known.Enrolled && known.Status is not (PersonStatus.Active or PersonStatus.InTraining))
                Remark(row, "Another status is on record, and stays.");
        }
        else if (!known.EverBeen.Contains(row.Status))
            streams.Add(Supporter.StreamType, row.Person.Value, begun);
        else if (known.Status != row.Status) Remark(row, "This status has ended since, and stays ended.");
    }

    private void Remark(PersonRow row, string what) => findings.Remark(row.File, row.Line, what);

    private void Add(PersonRow row, PersonEvent happened, DateTimeOffset? occurredAt) =>
        streams.Add(Person.StreamType, row.Person.Value, happened, occurredAt);

    private void Add(PersonRow row, SupporterEvent happened) =>
        streams.Add(Supporter.StreamType, row.Person.Value, happened, Since(row));

    private void Add(GroupId group, SupervisionGroupEvent happened, DateTimeOffset? occurredAt) =>
        streams.Add(SupervisionGroup.StreamType, group.Value, happened, occurredAt);
}
