namespace Safeguard.Domain.Rota;

/// <summary>Two people of a panel exchange two shifts, each as far as it is still to come (R12).</summary>
public sealed record SwapShifts(Guid One, Guid Other)
{
    public static Decision<RotaEvent> Decide(SwapShifts command, PanelRota rota, RotaContext context)
    {
        if (!context.MayCover) return new NotYourPanel();
        if (rota.Find(command.One) is not { } one || rota.Find(command.Other) is not { } other)
            return new ShiftUnknown();
        if (one.Ends <= context.Now || other.Ends <= context.Now) return new ShiftIsOver();
        var (fromOne, fromOther) = (one.Left(context.Now), other.Left(context.Now));
        var (holder, counterpart) = (one.HolderAt(fromOne), other.HolderAt(fromOther));
        if (!context.CanServe.Contains(holder) || !context.CanServe.Contains(counterpart)) return new NotSeniorMember();
        return one.CoverBy(context.Panel, counterpart, fromOne, one.Ends)
            .Concat(other.CoverBy(context.Panel, holder, fromOther, other.Ends))
            .ToList();
    }
}
