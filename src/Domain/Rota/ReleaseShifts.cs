namespace Safeguard.Domain.Rota;

/// <summary>
/// Take a person off the rota from now on, because they left or are no longer Senior Member of the panel (R4). Shifts
/// that are theirs to the end come off; a part that they had of somebody else's covers nothing any more by itself.
/// </summary>
public sealed record ReleaseShifts(PersonId Person)
{
    public static Decision<RotaEvent> Decide(ReleaseShifts command, PanelRota rota, RotaContext context) =>
        rota.First.Concat(rota.Deputy)
            .Where(shift => shift.Ends > context.Now && shift.Stretches()
                .Where(stretch => stretch.Ends > context.Now)
                .All(stretch => stretch.Person == command.Person))
            .Select(RotaEvent (shift) => new ShiftRemoved(context.Panel, shift.Id, shift.Left(context.Now)))
            .ToList();
}
