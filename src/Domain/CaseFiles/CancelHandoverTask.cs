namespace Safeguard.Domain.CaseFiles;

/// <summary>Nobody needs to be found any more: the owner is back in good standing (R9), or goes on after all.</summary>
public sealed record CancelHandoverTask
{
    public static Decision<CaseFileEvent> Decide(CancelHandoverTask command, CaseFile state, CaseFileContext context)
    {
        if (Asking.RefuseUnlessTheirs(state, context) is { } refusal) return refusal;
        return state.HandoverTask is { } task
            ? new HandoverTaskCancelled(task.Of)
            : Decision<CaseFileEvent>.AlreadySo;
    }
}
