namespace Safeguard.Domain.Supervision;

/// <summary>Schedule a session of the group; one that was held and not entered may be entered late.</summary>
/// <param name="StartsAt">Local time of the institution; null where only the day is known.</param>
public sealed record ScheduleSession(Guid Session, DateOnly Day, TimeOnly? StartsAt)
{
    /// <summary>How far from today a session may be: more is a slip in the year. No source.</summary>
    public const int MaxDaysAway = 800;

    public static Decision<SupervisionGroupEvent> Decide(
        ScheduleSession command, SupervisionGroup group, SupervisionContext context)
    {
        if (GroupAccess.RefusalOf(group, context) is { } refusal) return refusal;
        if (group.Sessions.TryGetValue(command.Session, out var known))
            return known.Day == command.Day && known.StartsAt == command.StartsAt
                ? Decision<SupervisionGroupEvent>.AlreadySo
                : new SessionExists();
        if (Math.Abs(command.Day.DayNumber - context.Today.DayNumber) > MaxDaysAway) return new SessionTooFar();
        if (group.ByDay.Exists(session => session.Day == command.Day && !session.Cancelled)) return new DayTaken();
        return new SessionScheduled(group.Id, command.Session, command.Day, command.StartsAt);
    }
}

/// <summary>Who keeps a group's sessions.</summary>
internal static class GroupAccess
{
    /// <summary>To everyone but its supervisor and the Coordinators there is no such group.</summary>
    public static Rejection? RefusalOf(SupervisionGroup group, SupervisionContext context) =>
        group.Formed && context.MayKeep(group) ? null : new GroupUnknown();
}

public sealed record SessionExists() : Rejection(
    "supervision.sessionExists",
    Rule.R9,
    "There is another session with this id. Move that one, or send this one again with a new id.");

public sealed record SessionTooFar() : Rejection(
    "supervision.sessionTooFar", Rule.R9, "That day is years away. Check the year.");

public sealed record DayTaken() : Rejection(
    "supervision.dayTaken", Rule.R9, "The group has a session on that day already. Choose another day.");
