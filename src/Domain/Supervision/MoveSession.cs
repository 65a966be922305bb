namespace Safeguard.Domain.Supervision;

/// <summary>Move a session to another day or time.</summary>
public sealed record MoveSession(Guid Session, DateOnly Day, TimeOnly? StartsAt, Confidential? Reason)
{
    public static Decision<SupervisionGroupEvent> Decide(
        MoveSession command, SupervisionGroup group, SupervisionContext context)
    {
        if (GroupAccess.RefusalOf(group, context) is { } refusal) return refusal;
        if (!group.Sessions.TryGetValue(command.Session, out var session)) return new SessionUnknown();
        if (session.Cancelled) return new SessionWasCancelled();
        if (session.Register is not null) return new RegisterIsTaken();
        if (session.Day == command.Day && session.StartsAt == command.StartsAt)
            return Decision<SupervisionGroupEvent>.AlreadySo;
        if (Math.Abs(command.Day.DayNumber - context.Today.DayNumber) > ScheduleSession.MaxDaysAway)
            return new SessionTooFar();
        if (group.ByDay.Exists(other => other.Id != session.Id && other.Day == command.Day && !other.Cancelled))
            return new DayTaken();
        return new SessionMoved(group.Id, session.Id, command.Day, command.StartsAt, command.Reason);
    }
}

public sealed record SessionWasCancelled() : Rejection(
    "supervision.sessionCancelled", Rule.R9, "This session was cancelled. Schedule another one.");

public sealed record RegisterIsTaken() : Rejection(
    "supervision.registerTaken",
    Rule.R2,
    "The register of this session is taken. Correct it where it is wrong; both versions stay on record.");
