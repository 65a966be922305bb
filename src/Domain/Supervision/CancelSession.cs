namespace Safeguard.Domain.Supervision;

/// <summary>The supervisor cancels a session; nobody lapses because of it (R9).</summary>
public sealed record CancelSession(Guid Session, Confidential? Reason)
{
    public static Decision<SupervisionGroupEvent> Decide(
        CancelSession command, SupervisionGroup group, SupervisionContext context)
    {
        if (GroupAccess.RefusalOf(group, context) is { } refusal) return refusal;
        if (!group.Sessions.TryGetValue(command.Session, out var session)) return new SessionUnknown();
        if (session.Cancelled) return Decision<SupervisionGroupEvent>.AlreadySo;
        if (session.Register is not null) return new RegisterIsTaken();
        return new SessionCancelled(group.Id, session.Id, command.Reason);
    }
}
