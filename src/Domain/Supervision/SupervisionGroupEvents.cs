namespace Safeguard.Domain.Supervision;

/// <summary>Something that happened to a supervision group.</summary>
public abstract record SupervisionGroupEvent(GroupId Group);

public sealed record GroupFormed(GroupId Group) : SupervisionGroupEvent(Group);

/// <summary>This person supervises the group from now on; whoever did before does no longer (R10).</summary>
public sealed record SupervisorAssigned(GroupId Group, PersonId Supervisor) : SupervisionGroupEvent(Group);

/// <summary>The supervisor left or lost the role: the group has none until there is another.</summary>
public sealed record SupervisorStoodAside(GroupId Group, PersonId Supervisor) : SupervisionGroupEvent(Group);

/// <summary>Whoever owed something to the group's members left; it is somebody else's now (R4).</summary>
public sealed record SupervisorTasksReassigned(GroupId Group, PersonId From, PersonId To)
    : SupervisionGroupEvent(Group);

public sealed record MemberJoined(GroupId Group, PersonId Member) : SupervisionGroupEvent(Group);

public sealed record MemberLeft(GroupId Group, PersonId Member) : SupervisionGroupEvent(Group);

/// <param name="StartsAt">Local time of the institution; null where only the day is known.</param>
public sealed record SessionScheduled(GroupId Group, Guid Session, DateOnly Day, TimeOnly? StartsAt)
    : SupervisionGroupEvent(Group);

public sealed record SessionMoved(
    GroupId Group, Guid Session, DateOnly Day, TimeOnly? StartsAt, Confidential? Reason) : SupervisionGroupEvent(Group);

/// <summary>Cancelled by the supervisor: nobody lapses because of it (R9).</summary>
public sealed record SessionCancelled(GroupId Group, Guid Session, Confidential? Reason) : SupervisionGroupEvent(Group);

/// <summary>Who was there. Why somebody was not is in that person's own stream only.</summary>
public sealed record RegisterTaken(GroupId Group, Guid Session, DateOnly Day, IReadOnlyList<RegisterEntry> Entries)
    : SupervisionGroupEvent(Group);

/// <summary>The register reads like this for the people named; what it said before stays on record (R2).</summary>
public sealed record RegisterCorrected(
    GroupId Group, Guid Session, DateOnly Day, IReadOnlyList<RegisterCorrection> Entries, Confidential Reason)
    : SupervisionGroupEvent(Group);

/// <summary>What was talked about, by case codes and never by names (R16).</summary>
public sealed record SessionNoteAdded(GroupId Group, Guid Session, Confidential Note) : SupervisionGroupEvent(Group);

/// <summary>A supporter or Senior Member asks the supervisor for contact before the next session (R10).</summary>
/// <param name="Escalation">The crisis it is tied to, which makes it due within the hour; else null.</param>
public sealed record BetweenSessionsContactRequested(
    GroupId Group, Guid Request, PersonId By, PersonId Of, DateTimeOffset DueAt, Guid? Escalation, Confidential? Words)
    : SupervisionGroupEvent(Group);

public sealed record BetweenSessionsContactMade(GroupId Group, Guid Request, PersonId By, Confidential? Note)
    : SupervisionGroupEvent(Group);

/// <summary>Two unexplained absences in a row: the supervisor calls to ask how they are (R9).</summary>
public sealed record WelfareCallAsked(GroupId Group, Guid Call, PersonId Member, PersonId Of, DateTimeOffset DueAt)
    : SupervisionGroupEvent(Group);

public sealed record WelfareCallMade(GroupId Group, Guid Call, PersonId By, Confidential? Note)
    : SupervisionGroupEvent(Group);

/// <summary>A request or a welfare call was not answered in time; the Coordinators see it (R4).</summary>
/// <param name="RemindedNextAt">When it is looked at again.</param>
public sealed record SupervisorTaskLate(
    GroupId Group, Guid Item, TimeSpan LateBy, DateTimeOffset RemindedNextAt) : SupervisionGroupEvent(Group);

public sealed record RegisterEntry(PersonId Person, Attendance Attendance);

/// <param name="Was">Null where the person was not in the register.</param>
/// <param name="Is">Null where the person is taken out of it.</param>
public sealed record RegisterCorrection(PersonId Person, Attendance? Was, Attendance? Is);
