using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Supervision;

/// <summary>What a decision about a group or a supporter needs and its own stream does not hold.</summary>
public sealed record SupervisionContext(Institution Institution, Caller Caller, DateTimeOffset Now)
{
    public Policy Policy { get; } = Institution.PolicyAt(Now);

    public InstitutionCalendar Calendar { get; } = Institution.CalendarAt(Now);

    /// <summary>The day it is at the institution.</summary>
    public DateOnly Today => Calendar.Day(Now);

    /// <summary>Coordinators run the programme; the product itself wakes up and imports.</summary>
    public bool IsOffice => Caller.Person == PersonId.System || Caller.Is(Role.Coordinator);

    public bool MayKeep(SupervisionGroup group) => IsOffice || Supervises(group);

    public bool Supervises(SupervisionGroup group) =>
        Caller.Is(Role.Supervisor) && group.Supervisor == Caller.Person;

    /// <summary>Who owes what is asked of the group: its supervisor, else a Coordinator; null for neither.</summary>
    public PersonId? OwnerFor(SupervisionGroup group) =>
        group.Supervisor is { } supervisor && Institution.Holds(supervisor, Role.Supervisor)
            ? supervisor
            : Institution.Coordinators is [var coordinator, ..] ? coordinator : null;

    public StandingFacts FactsOf(PersonId supporter) => Institution.StandingFactsOf(supporter, Now);

    public StandingAnswer StandingOf(PersonId supporter) => Supervision.StandingOf.At(FactsOf(supporter), Now);

    /// <summary>The supervisor of the supporter's group, or their trainer where they have none yet.</summary>
    public bool SupervisesOrTrained(PersonId supporter) =>
        Caller.Is(Role.Supervisor) && Institution.Person(supporter)?.Supervisor == Caller.Person;
}

/// <summary>There is no group by that id, or it is not the caller's to know.</summary>
public sealed record GroupUnknown() : Rejection(
    "supervision.groupUnknown", Rule.R13, "There is no such supervision group, or it is not yours to know.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

public sealed record SessionUnknown() : Rejection(
    "supervision.sessionUnknown", Rule.R9, "This group has no such session. Look at the group again and choose one.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>The programme office runs groups; their supervisors run their sessions.</summary>
public sealed record CoordinatorsRunGroups() : Rejection(
    "supervision.coordinatorsOnly", Rule.R10, "Only a Coordinator changes who is in a group. Ask one to do it.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>There is no supporter by that id, or they are not the caller's to know.</summary>
public sealed record SupporterUnknown() : Rejection(
    "supporter.unknown", Rule.R13, "There is no such supporter, or they are not yours to know.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}
