namespace Safeguard.Domain.Supervision;

/// <summary>The supervisor has spoken with whoever asked for contact between sessions (R10).</summary>
public sealed record RecordBetweenSessionsContact(Guid Request, Confidential? Note)
{
    public static Decision<SupervisionGroupEvent> Decide(
        RecordBetweenSessionsContact command, SupervisionGroup group, SupervisionContext context) =>
        SupervisorTasks.Done(command.Request, SupervisorTask.ContactRequest, group, context, () =>
            new BetweenSessionsContactMade(group.Id, command.Request, context.Caller.Person, command.Note));
}

/// <summary>Whoever owes a task, the group's supervisor or a Coordinator says that it is done.</summary>
internal static class SupervisorTasks
{
    public static Decision<SupervisionGroupEvent> Done(
        Guid id, string kind, SupervisionGroup group, SupervisionContext context, Func<SupervisionGroupEvent> happened)
    {
        var task = group.Tasks.Find(task => task.Id == id);
        if (!group.Formed || !(context.MayKeep(group) || task?.Owner == context.Caller.Person))
            return new GroupUnknown();
        if (task is null && group.EverAsked.Contains(id)) return Decision<SupervisionGroupEvent>.AlreadySo;
        return task?.Kind == kind ? happened() : new TaskUnknown();
    }
}

public sealed record TaskUnknown() : Rejection(
    "supervision.taskUnknown", Rule.R10, "Nobody asked for this. Look at the list again and choose one.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}
