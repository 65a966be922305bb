using System.Collections.Immutable;
using Safeguard.Domain.People;

namespace Safeguard.Domain.Supervision;

/// <summary>A supporter or trainee. Standing (R9) is computed from this for the moment asked, never stored.</summary>
public sealed record Supporter
{
    public const string StreamType = "supporter";

    public static Supporter NotEnrolled { get; } = new();

    public static Aggregate<Supporter, SupporterEvent> Aggregate { get; } =
        new(StreamType, NotEnrolled, static (supporter, happened, stamp) => supporter.Evolve(happened, stamp));

    public bool Enrolled { get; init; }
    public DateTimeOffset? EnrolledAt { get; init; }

    /// <summary>Since when this installation knows them: a lapse before that was the office's to tell of.</summary>
    public DateTimeOffset? KnownSince { get; init; }
    public PersonId? TrainedBy { get; init; }
    public ImmutableDictionary<Agreement, string> Agreements { get; init; } =
        ImmutableDictionary<Agreement, string>.Empty;
    public DateOnly? ActiveSince { get; init; }
    public GroupId? Group { get; init; }

    /// <summary>When they joined the group: its earlier sessions were not offered to them.</summary>
    public DateTimeOffset? InGroupSince { get; init; }
    public DateTimeOffset? OnLeaveSince { get; init; }
    public DateTimeOffset? StoodDownSince { get; init; }
    public DateTimeOffset? SuspendedSince { get; init; }
    public DateTimeOffset? LeftAt { get; init; }

    /// <summary>Stretches of leave, stand-down and suspension that have ended.</summary>
    public ImmutableList<Away> PastAway { get; init; } = [];
    public DateTimeOffset? AvailableSince { get; init; }

    /// <summary>What each session was for them, in order of day. A few dozen a year.</summary>
    public ImmutableSortedDictionary<(DateOnly Day, Guid Session), AttendanceRecord> Attendances { get; init; } =
        ImmutableSortedDictionary<(DateOnly Day, Guid Session), AttendanceRecord>.Empty;

    /// <summary>Days on which a Coordinator confirmed a return after a long lapse.</summary>
    public ImmutableList<DateOnly> ConfirmedReturns { get; init; } = [];

    /// <summary>The last of Current, Overdue and Lapsed that an event recorded; nothing is decided on it.</summary>
    public Standing LastRecorded { get; init; } = Standing.Current;

    /// <summary>The due day on which nothing was offered, as last told to the Coordinator.</summary>
    public DateOnly? NotOfferedToldFor { get; init; }

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
        SupporterEnrolled e => this with
        {
            Enrolled = true,
            EnrolledAt = stamp.OccurredAt,
            KnownSince = KnownSince ?? stamp.RecordedAt,
            TrainedBy = e.TrainedBy,
            // Who comes back after leaving goes through the training gate again (R11).
            ActiveSince = null,
            LeftAt = null,
        },
        TrainerAssigned e => this with { TrainedBy = e.Trainer },
        AgreementAccepted e => this with { Agreements = Agreements.SetItem(e.Agreement, e.Version) },
        SupporterActivated e => this with { ActiveSince = e.Since },
        SupervisionGroupAssigned e => this with
        {
            Group = e.Group,
            InGroupSince = stamp.OccurredAt,
            EverInGroup = EverInGroup.Add(e.Group),
        },
        LeaveStarted => Been(PersonStatus.OnLeave) with { OnLeaveSince = stamp.OccurredAt },
        LeaveEnded => Back(OnLeaveSince, stamp) with { OnLeaveSince = null },
        StoodDown => Been(PersonStatus.StoodDown) with { StoodDownSince = stamp.OccurredAt },
        StoodUp => Back(StoodDownSince, stamp) with { StoodDownSince = null },
        Suspended => Been(PersonStatus.Suspended) with { SuspendedSince = stamp.OccurredAt },
        SuspensionLifted => Back(SuspendedSince, stamp) with { SuspendedSince = null },
        SupporterLeft => Been(PersonStatus.Left) with { LeftAt = stamp.OccurredAt, AvailableSince = null },
        ListedAsAvailable => this with { AvailableSince = stamp.RecordedAt },
        AvailabilityWithdrawn => this with { AvailableSince = null },
        BecameOverdue => this with { LastRecorded = Standing.Overdue },
        Lapsed => this with { LastRecorded = Standing.Lapsed, AvailableSince = null },
        Reinstated e => this with
        {
            LastRecorded = Standing.Current,
            ConfirmedReturns = e.ConfirmedBy is null ? ConfirmedReturns : ConfirmedReturns.Add(e.On),
        },
        SupervisionNotOffered e => this with { NotOfferedToldFor = e.WasDueOn },
        _ => EvolveAttendance(happened),
    };

    private Supporter EvolveAttendance(SupporterEvent happened) => happened switch
    {
        SupervisionAttended e => With(new(
            e.Session, e.Group, e.Day, Attendance.Attended, Guest: false, e.ConfirmedByOffice)),
        SupervisionMadeUp e => With(new(
            e.Session, e.Group, e.Day, Attendance.Attended, Guest: true, e.ConfirmedByOffice)),
        SupervisionMissed e => With(new(e.Session, e.Group, e.Day, e.How, Guest: false, ConfirmedByOffice: false)),
        AttendanceCorrected { Is: { } now } e => With(new(
            e.Session, e.Group, e.Day, now, e.Guest, ConfirmedByOffice: false)),
        AttendanceCorrected e => this with { Attendances = Attendances.Remove((e.Day, e.Session)) },
        _ => this,
    };

    private Supporter With(AttendanceRecord record) =>
        this with { Attendances = Attendances.SetItem((record.Day, record.Session), record) };

    private Supporter Back(DateTimeOffset? since, Stamp stamp) =>
        since is { } from ? this with { PastAway = PastAway.Add(new(from, stamp.OccurredAt)) } : this;

    private Supporter Been(PersonStatus status) => this with { EverBeen = EverBeen.Add(status) };
}

/// <summary>A stretch in which nobody counted on them.</summary>
public sealed record Away(DateTimeOffset From, DateTimeOffset To);
