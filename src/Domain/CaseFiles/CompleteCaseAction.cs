namespace Safeguard.Domain.CaseFiles;

/// <summary>An action is done: said by whoever was to do it, or by a reader; also after closing (R3, R4).</summary>
public sealed record CompleteCaseAction(Guid Id, Confidential? Note)
{
    public static Decision<CaseFileEvent> Decide(CompleteCaseAction command, CaseFile state, CaseFileContext context)
    {
        var action = state.Actions.FirstOrDefault(action => action.Id == command.Id);
        if (action?.Owner != context.Caller.Person
            && CaseFileAccess.RefuseUnlessReader(state, context, "say that an action is done") is { } refusal)
            return refusal;
        if (action is not null) return new CaseActionDone(command.Id, command.Note);
        return state.Settled.Contains(command.Id) ? Decision<CaseFileEvent>.AlreadySo : new NoSuchPart();
    }
}
