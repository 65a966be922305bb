using Safeguard.Domain.People;

namespace Safeguard.Domain.Supervision;

/// <summary>
/// Put a supporter into a supervision group, out of the one they were in. A new supporter's is their trainer's; another
/// needs a reason (R10).
/// </summary>
public sealed record JoinSupervisionGroup(PersonId Supporter, string? Reason)
{
    public static Decision<SupervisionGroupEvent> Decide(
        JoinSupervisionGroup command, SupervisionGroup group, SupervisionContext context)
    {
        if (!context.IsOffice) return group.Formed ? new CoordinatorsRunGroups() : new GroupUnknown();
        if (!group.Formed) return new GroupUnknown();
        var supporter = context.Institution.SupporterOf(command.Supporter);
        if (!supporter.Enrolled || supporter.LeftAt is not null) return new SupporterUnknown();
        if (supporter.Group == group.Id && group.Members.Contains(command.Supporter))
            return Decision<SupervisionGroupEvent>.AlreadySo;
        var isTrainers = supporter.TrainedBy is null || supporter.TrainedBy == group.Supervisor;
        if (!isTrainers && string.IsNullOrWhiteSpace(command.Reason))
            return new OtherGroupNeedsReason { Missing = ["reason"] };
        return new MemberJoined(group.Id, command.Supporter);
    }

    /// <summary>What that is in the supporter's own stream and in the group that they leave.</summary>
    public static IReadOnlyList<InStream> Follow(
        JoinSupervisionGroup command, SupervisionGroup group, SupervisionContext context)
    {
        var follows = new List<InStream>
        {
            new(Supervision.Supporter.StreamType, command.Supporter.Value,
                [new SupervisionGroupAssigned(command.Supporter, group.Id, command.Reason?.Trim())]),
        };
        if (context.Institution.SupporterOf(command.Supporter).Group is { } former && former != group.Id)
            follows.Add(new(
                SupervisionGroup.StreamType, former.Value, [new MemberLeft(former, command.Supporter)]));
        return follows;
    }
}

/// <summary>The supervisor is usually the trainer (R10).</summary>
public sealed record OtherGroupNeedsReason() : Rejection(
    "supervision.groupNeedsReason",
    Rule.R10,
    "This is not the group of the person who trained them. Say in a few words why it is this one.");
