namespace Safeguard.Domain.Supervision;

/// <summary>Form a supervision group under its supervisor (R10).</summary>
public sealed record FormSupervisionGroup(GroupId Group, PersonId Supervisor)
{
    public static Decision<SupervisionGroupEvent> Decide(
        FormSupervisionGroup command, SupervisionGroup group, SupervisionContext context)
    {
        if (!context.IsOffice) return new CoordinatorsRunGroups();
        if (!Slug.Is(command.Group.Value)) return new GroupIdUnusable();
        if (group.Formed)
            return group.Supervisor == command.Supervisor
                ? Decision<SupervisionGroupEvent>.AlreadySo
                : new GroupExists();
        if (!context.Institution.Holds(command.Supervisor, Role.Supervisor)) return new NotASupervisor();
        return new SupervisionGroupEvent[]
        {
            new GroupFormed(command.Group), new SupervisorAssigned(command.Group, command.Supervisor),
        };
    }
}

public sealed record GroupIdUnusable() : Rejection(
    "supervision.groupId",
    Rule.R10,
    "An id has lower-case letters, digits and single hyphens, at most 64. Choose such an id.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

public sealed record GroupExists() : Rejection(
    "supervision.groupExists",
    Rule.R10,
    "There is a group with this id under another supervisor. Choose another id, or assign its supervisor.");

public sealed record NotASupervisor() : Rejection(
    "supervision.notASupervisor",
    Rule.R10,
    "Only somebody with the role of Supervisor can supervise a group. Give them the role first.");
