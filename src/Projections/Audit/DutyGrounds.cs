using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Rota;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Audit;

/// <summary>
/// From which events it follows who was on duty for a panel (R24): the shift, whoever covered it, and the role without
/// which nobody is on duty; where a shift was taken off the rota, that. Nobody with no ground is a shift that was never
/// planned. Pure: asked of these events alone, the rota gives the same answer.
/// </summary>
public static class DutyGrounds
{
    /// <param name="known">The institution's events that were known at that moment, in the order of the log.</param>
    public static IReadOnlyList<Recorded> Of(PanelId panel, DateTimeOffset moment, IReadOnlyList<Recorded> known)
    {
        var rota = known.Where(recorded => recorded.Event is RotaEvent happened && happened.Panel == panel).ToList();
        var shifts = rota.Where(recorded => recorded.Event is ShiftPlanned planned
            && planned.Starts <= moment && moment < planned.Ends).ToList();
        return
        [
            .. shifts.GroupBy(recorded => ((ShiftPlanned)recorded.Event).Duty)
                .SelectMany(duty => OfDuty([.. duty], rota, panel, moment, known))
                .DistinctBy(recorded => recorded.Position).OrderBy(recorded => recorded.Position),
        ];
    }

    private static IEnumerable<Recorded> OfDuty(
        List<Recorded> planned, List<Recorded> rota, PanelId panel, DateTimeOffset moment,
        IReadOnlyList<Recorded> known)
    {
        // Shifts of one duty never overlap, so one at most is still on.
        if (planned.Find(shift => Removal(shift) is null) is not { } on)
            return planned.SelectMany(shift => new[] { shift, Removal(shift)! });
        var cover = rota.FindLast(recorded => recorded.Event is ShiftCovered covered && covered.Shift == Shift(on)
            && covered.Starts <= moment && moment < covered.Ends);
        var holder = cover is null ? ((ShiftPlanned)on.Event).Person : ((ShiftCovered)cover.Event).By;
        return new[] { on, cover, RoleOf(holder, panel, known) }.OfType<Recorded>();

        Recorded? Removal(Recorded shift) => rota.FindLast(recorded =>
            recorded.Event is ShiftRemoved removed && removed.Shift == Shift(shift) && removed.From <= moment);
    }

    private static Guid Shift(Recorded planned) => ((ShiftPlanned)planned.Event).Shift;

    /// <summary>What made them a Senior Member of the panel, or ended that; null where they never were one.</summary>
    private static Recorded? RoleOf(PersonId holder, PanelId panel, IReadOnlyList<Recorded> known)
    {
        Recorded? here = null, everywhere = null;
        foreach (var recorded in known)
        {
            if (recorded.Event is not PersonEvent happened || happened.Person != holder) continue;
            switch (happened)
            {
                case RoleGranted { Role: Role.SeniorMember } granted:
                    Take(granted.Panel, recorded);
                    break;
                case RoleRevoked { Role: Role.SeniorMember } revoked:
                    Take(revoked.Panel, recorded);
                    break;
                case PersonLeft:
                    (here, everywhere) = (recorded, recorded);
                    break;
            }
        }

        var latest = new[] { here, everywhere }.OfType<Recorded>().OrderBy(recorded => recorded.Position).ToList();
        return latest.FindLast(recorded => recorded.Event is RoleGranted) ?? latest.LastOrDefault();

        void Take(PanelId? scope, Recorded recorded)
        {
            if (scope is null) everywhere = recorded;
            else if (scope == panel) here = recorded;
        }
    }
}
