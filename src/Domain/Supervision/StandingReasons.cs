namespace Safeguard.Domain.Supervision;

/// <summary>What moved the due day, or let days pass without counting, since the fortnight began.</summary>
internal static class StandingReasons
{
    public static IEnumerable<StandingReason> Of(
        Counting counting, IReadOnlyList<SupervisionSession> own, TermDays days, DateOnly today)
    {
        var fortnight = counting.Fortnight;
        if (fortnight.DueOn is not { } due)
        {
            yield return new(StandingFact.NoTermDates, counting.Start);
            yield break;
        }

        foreach (var (first, last) in days.VacationsWithin(counting.Start.AddDays(1), due))
            yield return new(StandingFact.Vacation, first, last);
        var end = today > due ? today : due;
        foreach (var session in own)
            if (session.Cancelled && session.Day > counting.Start && session.Day <= end)
                yield return new(StandingFact.Cancelled, session.Day, Group: session.Group);
        if (fortnight.Moved) yield return new(StandingFact.DueMoved, due);
        if (fortnight.NothingScheduled) yield return new(StandingFact.NothingScheduled, due);
    }
}
