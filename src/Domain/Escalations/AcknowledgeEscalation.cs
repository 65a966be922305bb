namespace Safeguard.Domain.Escalations;

/// <summary>
/// "I have it": stops paging, stops no response clock (R5). It also accepts a transfer offered to the caller.
/// </summary>
public sealed record AcknowledgeEscalation
{
    public static Decision<EscalationEvent> Decide(
        AcknowledgeEscalation command, Escalation state, EscalationContext context)
    {
        var caller = context.Caller;
        var relation = EscalationAccess.Of(caller, state, context.Cover.Conflicted);
        if (relation == Relation.None) return new NoSuchEscalation();
        var isOffered = state.TransferOfferedTo == caller.Person && EscalationAccess.MayTake(caller, state);
        if (!isOffered && !EscalationAccess.MayHold(caller, state)) return MayNotYet(caller, state);
        if (relation == Relation.Raiser) return new OwnEscalation();
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        if (state.IsUnanswered) return new Acknowledged(caller.Person);
        if (state.Owner == caller.Person) return Decision<EscalationEvent>.AlreadySo;
        return isOffered
            ? new TransferAccepted(state.Owner, caller.Person)
            : new HeldByAnother(state.AcknowledgedAt ?? state.ContactAt);
    }

    private static NotInYourRole MayNotYet(Caller caller, Escalation state) => new(
        Rule.R5,
        caller.Is(Role.Coordinator)
            ? "A Senior Member takes it first. You can take it once the Coordinators' turn on the ladder has come."
            : state.Band.IsCrisis()
                ? "Only a Senior Member can take this. If you have spoken with the student, record the contact instead."
                : "Only a Senior Member, or somebody who was paged for it, can take this.");
}
