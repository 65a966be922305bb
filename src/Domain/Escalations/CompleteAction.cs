namespace Safeguard.Domain.Escalations;

/// <summary>An action is done: said by whoever was to do it, or by a reader; also after closing (R3, R4).</summary>
public sealed record CompleteAction(Guid Id, Confidential? Note)
{
    public static Decision<EscalationEvent> Decide(CompleteAction command, Escalation state, EscalationContext context)
    {
        var action = state.Actions.FirstOrDefault(action => action.Id == command.Id);
        if (action?.Owner == context.Caller.Person) return new ActionDone(command.Id, command.Note);
        if (EscalationAccess.RefuseUnlessReader(state, context, "say that an action is done") is { } refusal)
            return refusal;
        if (state.Settled.Contains(command.Id)) return Decision<EscalationEvent>.AlreadySo;
        return action is null ? new NoSuchEscalation() : new ActionDone(command.Id, command.Note);
    }
}
