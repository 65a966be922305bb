namespace Safeguard.Domain.Escalations;

/// <summary>
/// "Someone else takes it": asks a named person, who accepts with "I have it". Until then the owner stays (R5).
/// </summary>
public sealed record TransferEscalation(PersonId To, Confidential? Reason)
{
    public static Decision<EscalationEvent> Decide(
        TransferEscalation command, Escalation state, EscalationContext context)
    {
        if (EscalationAccess.RefuseUnlessReader(state, context, "ask someone to take it") is { } refusal)
            return refusal;
        if (context.Named is not { } named) return new PersonUnknown();
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        if (state.IsUnanswered) return new NobodyHasIt();
        if (state.Owner == command.To || state.TransferOfferedTo == command.To)
            return Decision<EscalationEvent>.AlreadySo;
        if (state.Owner != context.Caller.Person) return new NotTheOwner();
        var course = new Course(state, context);
        if (!EscalationAccess.MayTake(named, state) || !course.MayBePaged(command.To)) return new PersonCannotTakeIt();
        course.Then(new TransferOffered(state.Owner, command.To, command.Reason));
        course.Tell(PageReason.TransferOffered, command.To);
        return course.Decided();
    }
}
