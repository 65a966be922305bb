namespace Safeguard.Domain.Rota;

/// <summary>Take a shift off the rota; of one under way, what is left of it (R12).</summary>
public sealed record RemoveShift(Guid Shift)
{
    public static Decision<RotaEvent> Decide(RemoveShift command, PanelRota rota, RotaContext context)
    {
        if (!context.MayPlan) return new CoordinatorsPlan();
        if (rota.Find(command.Shift) is not { } shift)
            return rota.Removed.Contains(command.Shift)
                ? Decision<RotaEvent>.AlreadySo
                : new ShiftUnknown();
        if (shift.Ends <= context.Now)
            return rota.Removed.Contains(command.Shift) ? Decision<RotaEvent>.AlreadySo : new ShiftIsOver();
        return new ShiftRemoved(context.Panel, shift.Id, Later(shift.Starts, context.Now));
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
