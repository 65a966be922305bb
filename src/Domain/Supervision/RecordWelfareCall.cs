namespace Safeguard.Domain.Supervision;

/// <summary>The supervisor has called a supporter who missed sessions and said nothing (R9).</summary>
public sealed record RecordWelfareCall(Guid Call, Confidential? Note)
{
    public static Decision<SupervisionGroupEvent> Decide(
        RecordWelfareCall command, SupervisionGroup group, SupervisionContext context) =>
        SupervisorTasks.Done(command.Call, SupervisorTask.WelfareCall, group, context, () =>
            new WelfareCallMade(group.Id, command.Call, context.Caller.Person, command.Note));
}
