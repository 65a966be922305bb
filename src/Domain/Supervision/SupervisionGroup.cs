using System.Collections.Immutable;

namespace Safeguard.Domain.Supervision;

/// <summary>Something that happened to a supervision group.</summary>
public abstract record SupervisionGroupEvent(GroupId Group);

public sealed record GroupFormed(GroupId Group) : SupervisionGroupEvent(Group);

/// <summary>This person supervises the group from now on; whoever did before does no longer (R10).</summary>
public sealed record SupervisorAssigned(GroupId Group, PersonId Supervisor) : SupervisionGroupEvent(Group);

public sealed record MemberJoined(GroupId Group, PersonId Member) : SupervisionGroupEvent(Group);

public sealed record MemberLeft(GroupId Group, PersonId Member) : SupervisionGroupEvent(Group);

/// <summary>A supervision group: who supervises it and who belongs to it.</summary>
public sealed record SupervisionGroup
{
    public const string StreamType = "supervision-group";

    public static SupervisionGroup NotFormed { get; } = new();

    public static Aggregate<SupervisionGroup, SupervisionGroupEvent> Aggregate { get; } =
        new(StreamType, NotFormed, static (group, happened, _) => group.Evolve(happened));

    public bool Formed { get; init; }
    public PersonId? Supervisor { get; init; }

    /// <summary>Everyone who ever supervised it, so that an import never hands it back.</summary>
    public ImmutableHashSet<PersonId> EverSupervisedBy { get; init; } = [];
    public ImmutableHashSet<PersonId> Members { get; init; } = [];

    public SupervisionGroup Evolve(SupervisionGroupEvent happened) => happened switch
    {
        GroupFormed => this with { Formed = true },
        SupervisorAssigned e => this with
        {
            Supervisor = e.Supervisor,
            EverSupervisedBy = EverSupervisedBy.Add(e.Supervisor),
        },
        MemberJoined e => this with { Members = Members.Add(e.Member) },
        MemberLeft e => this with { Members = Members.Remove(e.Member) },
        _ => this,
    };
}
