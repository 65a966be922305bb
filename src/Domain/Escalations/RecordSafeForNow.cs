namespace Safeguard.Domain.Escalations;

/// <summary>The student is safe for now. It ends the follow-ups and closes nothing (R3).</summary>
public sealed record RecordSafeForNow(Confidential? Summary)
{
    public static Decision<EscalationEvent> Decide(
        RecordSafeForNow command, Escalation state, EscalationContext context)
    {
        if (EscalationAccess.RefuseUnlessOwnerOrHolder(state, context, "say that the student is safe") is { } refusal)
            return refusal;
        if (command.Summary is not { } summary) return new WordsMissing(Rule.R3, "summary");
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        if (state.State == EscalationState.SafeForNow) return Decision<EscalationEvent>.AlreadySo;
        return state.ContactAt is null
            ? new NoContactYet()
            : new SafeForNowRecorded(context.Caller.Person, summary, Deadlines.CloseBy(context));
    }
}
