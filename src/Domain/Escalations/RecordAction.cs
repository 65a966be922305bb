namespace Safeguard.Domain.Escalations;

/// <summary>
/// Something done, or to be done by somebody; overdue, it keeps the escalation from closing (R3, R4, R20).
/// </summary>
/// <param name="Owner">Who does it; null for the caller.</param>
/// <param name="DueBy">Null where no day is set; it then only comes back as a reminder.</param>
public sealed record RecordAction(Guid Id, Confidential? What, PersonId? Owner, DateTimeOffset? DueBy, bool Done)
{
    public static Decision<EscalationEvent> Decide(RecordAction command, Escalation state, EscalationContext context)
    {
        if (EscalationAccess.RefuseUnlessReader(state, context, "record an action") is { } refusal) return refusal;
        if (state.Settled.Contains(command.Id) || state.Actions.Any(action => action.Id == command.Id))
            return Decision<EscalationEvent>.AlreadySo;
        if (command.What is not { } what) return new WordsMissing(Rule.R20, "what");
        if (command.Owner is not null && context.Named is null) return new PersonUnknown();
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        var owner = command.Owner ?? context.Caller.Person;
        return EscalationAccess.IsConflicted(owner, state, context.Cover.Conflicted)
            ? new PersonCannotTakeIt()
            : new ActionRecorded(command.Id, what, owner, command.DueBy, command.Done);
    }
}
