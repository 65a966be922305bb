namespace Safeguard.Domain.Escalations;

/// <summary>
/// "I can't go on": whoever has it hands it back, and paging goes on at once from where it stood (R5).
/// </summary>
public sealed record ReleaseEscalation(Confidential? Reason)
{
    public static Decision<EscalationEvent> Decide(
        ReleaseEscalation command, Escalation state, EscalationContext context)
    {
        if (EscalationAccess.RefuseUnlessReader(state, context, "hand it back") is { } refusal) return refusal;
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        if (state.IsUnanswered) return Decision<EscalationEvent>.AlreadySo;
        var caller = context.Caller.Person;
        if (state.Owner != caller) return new NotTheOwner();
        if (state.State != EscalationState.Acknowledged) return new ContactAlreadyMade(state.ContactAt);
        var owner = Reachable.Owner(state, context.Cover, handedBackBy: caller);
        var course = new Course(state, context).Then(new AcknowledgementReleased(caller, command.Reason, owner));
        Climb.Due(course, PageReason.HandedBack);
        return course.Decided();
    }
}

/// <summary>After contact nobody is paged for it any more, so it goes to a person by name (R5).</summary>
public sealed record ContactAlreadyMade : Rejection
{
    public ContactAlreadyMade(DateTimeOffset? since)
        : base(
            "escalation.contactMade",
            Rule.R5,
            "You have spoken with the student, so paging has ended. Hand it over, or ask someone by name.") =>
        Since = since;
}
