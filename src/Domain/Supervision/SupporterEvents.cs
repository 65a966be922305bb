namespace Safeguard.Domain.Supervision;

/// <summary>Something that happened to a supporter or trainee as such.</summary>
public abstract record SupporterEvent(PersonId Supporter);

/// <summary>Training began.</summary>
/// <param name="TrainedBy">The trainer, who is usually the supervisor later (R10); null where it is not known.</param>
public sealed record SupporterEnrolled(PersonId Supporter, PersonId? TrainedBy) : SupporterEvent(Supporter);

/// <summary>Became a supporter; the supervision fortnight counts from this day until a session counts (R9).</summary>
public sealed record SupporterActivated(PersonId Supporter, DateOnly Since) : SupporterEvent(Supporter);

/// <param name="Reason">Asked for when the group is not the trainer's (R10).</param>
public sealed record SupervisionGroupAssigned(PersonId Supporter, GroupId Group, string? Reason)
    : SupporterEvent(Supporter);

public sealed record LeaveStarted(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record LeaveEnded(PersonId Supporter) : SupporterEvent(Supporter);

/// <summary>"Stand down for now": needs no reason (R14).</summary>
public sealed record StoodDown(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record StoodUp(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record Suspended(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record SuspensionLifted(PersonId Supporter) : SupporterEvent(Supporter);

public sealed record SupporterLeft(PersonId Supporter) : SupporterEvent(Supporter);
