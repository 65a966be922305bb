using System.Collections.Immutable;
using Safeguard.Domain.People;

namespace Safeguard.Domain.Supervision;

/// <summary>A supporter's or trainee's basic facts. Standing (R9) is computed for the moment asked.</summary>
public sealed record Supporter
{
    public const string StreamType = "supporter";

    public static Supporter NotEnrolled { get; } = new();

    public static Aggregate<Supporter, SupporterEvent> Aggregate { get; } =
        new(StreamType, NotEnrolled, static (supporter, happened, stamp) => supporter.Evolve(happened, stamp));

    public bool Enrolled { get; init; }
    public PersonId? TrainedBy { get; init; }
    public DateOnly? ActiveSince { get; init; }
    public GroupId? Group { get; init; }
    public DateTimeOffset? OnLeaveSince { get; init; }
    public DateTimeOffset? StoodDownSince { get; init; }
    public DateTimeOffset? SuspendedSince { get; init; }
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Groups and states once held, so that an import never repeats what somebody has ended since.</summary>
    public ImmutableHashSet<GroupId> EverInGroup { get; init; } = [];
    public ImmutableHashSet<PersonStatus> EverBeen { get; init; } = [];

    public PersonStatus Status =>
        LeftAt is not null ? PersonStatus.Left
        : SuspendedSince is not null ? PersonStatus.Suspended
        : StoodDownSince is not null ? PersonStatus.StoodDown
        : OnLeaveSince is not null ? PersonStatus.OnLeave
        : ActiveSince is null ? PersonStatus.InTraining
        : PersonStatus.Active;

    public Supporter Evolve(SupporterEvent happened, Stamp stamp) => happened switch
    {
        SupporterEnrolled e => this with { Enrolled = true, TrainedBy = e.TrainedBy, LeftAt = null },
        SupporterActivated e => this with { ActiveSince = e.Since },
        SupervisionGroupAssigned e => this with { Group = e.Group, EverInGroup = EverInGroup.Add(e.Group) },
        LeaveStarted => Been(PersonStatus.OnLeave) with { OnLeaveSince = stamp.OccurredAt },
        LeaveEnded => this with { OnLeaveSince = null },
        StoodDown => Been(PersonStatus.StoodDown) with { StoodDownSince = stamp.OccurredAt },
        StoodUp => this with { StoodDownSince = null },
        Suspended => Been(PersonStatus.Suspended) with { SuspendedSince = stamp.OccurredAt },
        SuspensionLifted => this with { SuspendedSince = null },
        SupporterLeft => Been(PersonStatus.Left) with { LeftAt = stamp.OccurredAt },
        _ => this,
    };

    private Supporter Been(PersonStatus status) => this with { EverBeen = EverBeen.Add(status) };
}
