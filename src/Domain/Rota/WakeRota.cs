namespace Safeguard.Domain.Rota;

/// <summary>
/// What a rota has to say when its time comes (R12): gaps, each at every alarm that the policy names and once at the
/// nearest when it is found late; duties that nobody confirmed. Waking it early or twice says nothing new.
/// </summary>
public sealed record WakeRota
{
    public static Decision<RotaEvent> Decide(WakeRota command, PanelRota rota, RotaContext context)
    {
        var found = new List<RotaEvent>();
        foreach (var alarm in UnconfirmedDuties(rota, context).Where(alarm => alarm.DueAt <= context.Now))
            found.Add(new DutyUnconfirmed(context.Panel, alarm.Shift.Id, alarm.Person));
        foreach (var gap in CoverGaps.Find(context.Panel, rota, context.CanServe, context.Now, to: null))
        {
            var due = AlarmsToCome(gap, rota, context).Where(ahead => gap.Starts - ahead <= context.Now).ToList();
            if (due.Count > 0) found.Add(new CoverGapFound(gap.Panel, gap.Duty, gap.Starts, gap.Ends, due.Min()));
        }

        return found;
    }

    /// <summary>When this rota next has something to say; null where nothing is to come. The past means now.</summary>
    public static DateTimeOffset? NextWakeUp(PanelRota rota, RotaContext context)
    {
        var unconfirmed = UnconfirmedDuties(rota, context).Select(alarm => alarm.DueAt);
        var gaps = CoverGaps.Find(context.Panel, rota, context.CanServe, context.Now, to: null)
            .SelectMany(gap => AlarmsToCome(gap, rota, context).Select(ahead => gap.Starts - ahead));
        return unconfirmed.Concat(gaps).Select(moment => (DateTimeOffset?)moment).Min();
    }

    /// <summary>The alarms of a gap that have not been given and are nearer to it than any that was.</summary>
    private static IEnumerable<TimeSpan> AlarmsToCome(CoverGap gap, PanelRota rota, RotaContext context)
    {
        var given = rota.Alarms.TryGetValue((gap.Duty, gap.Starts), out var nearest) ? nearest : TimeSpan.MaxValue;
        return context.Policy.GapAlarmsAhead.Where(ahead => ahead < given);
    }

    /// <summary>Duties not over and not confirmed; one entered late is given its time from then.</summary>
    private static IEnumerable<(Shift Shift, PersonId Person, DateTimeOffset DueAt)> UnconfirmedDuties(
        PanelRota rota, RotaContext context) =>
        from shift in rota.First.Concat(rota.Deputy)
        where shift.Ends > context.Now
        from stretch in shift.Stretches()
        where stretch.Ends > context.Now && context.CanServe.Contains(stretch.Person)
            && !shift.Confirmed.Contains(stretch.Person) && !shift.Alarmed.Contains(stretch.Person)
        let since = stretch.Starts > shift.PlannedAt ? stretch.Starts : shift.PlannedAt
        select (shift, stretch.Person, since + context.Policy.ConfirmDutyWithin);
}
