namespace Safeguard.Domain.Supervision;

/// <summary>What a group has to say when its time comes: tasks that nobody has done in time (R4, R10).</summary>
public sealed record WakeSupervisionGroup
{
    public static Decision<SupervisionGroupEvent> Decide(
        WakeSupervisionGroup command, SupervisionGroup group, SupervisionContext context) =>
        group.Tasks.Where(task => task.NextWakeUp <= context.Now)
            .Select(task => (SupervisionGroupEvent)new SupervisorTaskLate(
                group.Id, task.Id, context.Now - task.DueAt, context.Now + context.Policy.BetweenSessionsWithin))
            .ToList();
}
