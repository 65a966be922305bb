namespace Safeguard.Domain.Escalations;

/// <summary>
/// A person spoke with the student. It ends paging and stops the response clock, acknowledged before or not: facts come
/// first. A message alone counts only in a band that is no crisis (R5).
/// </summary>
public sealed record RecordContact(ContactMode Mode, Confidential? Note)
{
    public static Decision<EscalationEvent> Decide(RecordContact command, Escalation state, EscalationContext context)
    {
        if (EscalationAccess.RefuseUnlessReader(state, context, "record contact") is { } refusal) return refusal;
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        var counts = command.Mode != ContactMode.Message || !state.Band.IsCrisis();
        return new ContactMade(context.Caller.Person, command.Mode, command.Note, counts);
    }
}
