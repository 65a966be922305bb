namespace Safeguard.Domain.Supervision;

/// <summary>
/// Give a group another supervisor. The former one's read access ends at once, and what they owed the group's members
/// is the new one's (R4, R10).
/// </summary>
public sealed record AssignSupervisor(PersonId Supervisor)
{
    public static Decision<SupervisionGroupEvent> Decide(
        AssignSupervisor command, SupervisionGroup group, SupervisionContext context)
    {
        if (!context.IsOffice) return group.Formed ? new CoordinatorsRunGroups() : new GroupUnknown();
        if (!group.Formed) return new GroupUnknown();
        if (group.Supervisor == command.Supervisor) return Decision<SupervisionGroupEvent>.AlreadySo;
        if (!context.Institution.Holds(command.Supervisor, Role.Supervisor)) return new NotASupervisor();
        return new SupervisorAssigned(group.Id, command.Supervisor);
    }
}
