using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Rota;

/// <summary>Plan who is on duty when; entered in local time of the institution (R12).</summary>
public sealed record PlanShift(Guid Shift, Duty Duty, PersonId Person, DateTime StartsLocal, DateTime EndsLocal)
{
    /// <summary>The longest shift: a year. No source: more is a slip in the year and would hide gaps.</summary>
    public static TimeSpan Longest { get; } = TimeSpan.FromDays(366);

    public static Decision<RotaEvent> Decide(PlanShift command, PanelRota rota, RotaContext context)
    {
        if (!context.MayPlan) return new CoordinatorsPlan();
        if (!context.PanelIsOpen) return new PanelUnknown();
        var starts = context.Calendar.Start(command.StartsLocal);
        var ends = context.Calendar.End(command.EndsLocal);
        if (rota.Find(command.Shift) is { } known)
            return known.IsPlannedAs(command.Duty, command.Person, starts, ends)
                ? Decision<RotaEvent>.AlreadySo
                : new ShiftExists();
        if (ends <= starts) return new ShiftEndsBeforeStart();
        if (ends - starts > Longest) return new ShiftTooLong();
        if (ends <= context.Now) return new ShiftIsOver();
        if (!context.CanServe.Contains(command.Person)) return new NotSeniorMember();
        if (rota.Overlapping(command.Duty, starts, ends, context.Calendar) is { } other)
            return new ShiftOverlaps { Since = other.Starts };
        return new ShiftPlanned(context.Panel, command.Shift, command.Duty, command.Person, starts, ends);
    }
}

public sealed record ShiftEndsBeforeStart() : Rejection(
    "shift.endsBeforeStart", Rule.R12, "The shift would end before it starts. Check the two times.");

public sealed record ShiftTooLong() : Rejection(
    "shift.tooLong", Rule.R12, "A shift lasts a year at most. Check the year of its end.");

/// <summary>One duty has one person at a time: two would each think that the other answers.</summary>
public sealed record ShiftOverlaps() : Rejection(
    "shift.overlaps",
    Rule.R12,
    "Somebody has this duty for a part of that time. Remove or cover that shift, or choose other times.");

public sealed record ShiftExists() : Rejection(
    "shift.exists", Rule.R12, "There is another shift with this id. Send this one again with a new id.");
