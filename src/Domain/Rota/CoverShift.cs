namespace Safeguard.Domain.Rota;

/// <summary>
/// Take over a shift or a part of it (R12). What of it has passed stays with whoever had it; somebody who takes for
/// themselves a duty that is running is confirmed by doing so.
/// </summary>
/// <param name="From">Null for the whole of what is left; times outside the shift mean its bounds.</param>
public sealed record CoverShift(Guid Shift, PersonId By, DateTimeOffset? From, DateTimeOffset? Until)
{
    public static Decision<RotaEvent> Decide(CoverShift command, PanelRota rota, RotaContext context)
    {
        if (!context.MayCover) return new NotYourPanel();
        if (rota.Find(command.Shift) is not { } shift) return new ShiftUnknown();
        if (shift.Ends <= context.Now) return new ShiftIsOver();
        if (!context.CanServe.Contains(command.By)) return new NotSeniorMember();
        var from = new[] { shift.Starts, context.Now, command.From ?? shift.Starts }.Max();
        var until = command.Until is { } asked && asked < shift.Ends ? asked : shift.Ends;
        if (until <= from) return new ShiftEndsBeforeStart();
        var covered = shift.CoverBy(context.Panel, command.By, from, until).ToList();
        if (covered.Count > 0 && from == context.Now && command.By == context.Caller.Person)
            covered.Add(new DutyConfirmed(context.Panel, shift.Id, command.By));
        return covered;
    }
}
