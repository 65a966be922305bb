using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Supervision;

/// <summary>
/// How supervision was kept to in one term, for one panel (R9). Counted are supporters who were active on a day of the
/// term that has come: activated, not left, and neither on leave nor stood down nor suspended. Each is counted once, by
/// the worst standing that they had on such a day, and for the panel that is their own now. Standing is what
/// <see cref="StandingOf"/> concludes for each day from what is on record today, by the policy of the term's last day;
/// so a corrected register corrects the report.
/// </summary>
/// <param name="Panel">Null for supporters without one.</param>
public sealed record SupervisionCompliance(PanelId? Panel)
{
    /// <summary>Never overdue.</summary>
    public int CurrentThroughout { get; init; }

    /// <summary>Overdue at some time, and never lapsed.</summary>
    public int OverdueOnce { get; init; }

    /// <summary>Lapsed at some time.</summary>
    public int LapsedOnce { get; init; }

    /// <summary>Registers of the own group in which they stood, one a supporter and session.</summary>
    public int SessionsOffered { get; init; }

    /// <summary>Of those the attended ones; what was made up with another group counts for one missed.</summary>
    public int SessionsAttended { get; init; }

    public int Active => CurrentThroughout + OverdueOnce + LapsedOnce;

    /// <summary>By panel, in the order of their ids; panels without an active supporter are left out.</summary>
    public static IReadOnlyList<SupervisionCompliance> Of(Institution institution, Term term, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(term);
        var calendar = institution.CalendarAt(now);
        var today = calendar.Day(now);
        var last = term.Ends < today ? term.Ends : today;
        if (last < term.Starts) return [];
        var moment = term.Ends < today ? calendar.Start(term.Ends) : now;
        var panels = new SortedDictionary<string, SupervisionCompliance>(StringComparer.Ordinal);
        var supporters = institution.Supporters
            .Where(known => known.Value.ActiveSince <= last).Select(known => known.Key);
        foreach (var facts in institution.StandingFactsOf(supporters, moment))
        {
            if (WorstOf(facts, term.Starts, last) is not { } worst) continue;
            var panel = institution.People.GetValueOrDefault(facts.Person)?.OwnPanel;
            var before = panels.GetValueOrDefault(panel?.Value ?? "", new(panel));
            panels[panel?.Value ?? ""] = before.With(worst, SessionsOf(facts, term.Starts, last));
        }

        return [.. panels.Values];
    }

    private SupervisionCompliance With(Standing worst, (int Offered, int Attended) sessions) => this with
    {
        CurrentThroughout = CurrentThroughout + (worst < Standing.Overdue ? 1 : 0),
        OverdueOnce = OverdueOnce + (worst == Standing.Overdue ? 1 : 0),
        LapsedOnce = LapsedOnce + (worst == Standing.Lapsed ? 1 : 0),
        SessionsOffered = SessionsOffered + sessions.Offered,
        SessionsAttended = SessionsAttended + sessions.Attended,
    };

    private static (int Offered, int Attended) SessionsOf(StandingFacts facts, DateOnly first, DateOnly last)
    {
        var (offered, attended) = (0, 0);
        foreach (var record in facts.Supporter.Attendances.Values)
        {
            if (record.Day < first || record.Day > last || record.Day < facts.Supporter.ActiveSince) continue;
            if (!record.Guest) offered++;
            if (record.Counts) attended++;
        }

        return (offered, Math.Min(offered, attended));
    }

    /// <summary>The worst of the days on which they were active; null where there was none.</summary>
    private static Standing? WorstOf(StandingFacts facts, DateOnly first, DateOnly last)
    {
        var supporter = facts.Supporter;
        if (supporter.ActiveSince is { } active && active > first) first = active;
        var away = AwayOf(supporter, facts.Calendar);
        var own = facts.OwnSessions;
        var records = Counting.InOrder(facts).ToList();
        var (counted, told) = (Counting.Begun(facts, own), 0);
        Standing? worst = null;
        // Between two days on which something was recorded the standing turns by time alone, and only for the worse.
        var turns = supporter.Attendances.Keys.Select(key => key.Day).Concat(supporter.ConfirmedReturns)
            .Where(day => day > first && day <= last).Append(first).Distinct().Order().ToList();
        for (var turn = 0; turn < turns.Count; turn++)
        {
            var ends = turn + 1 < turns.Count ? turns[turn + 1].AddDays(-1) : last;
            // A return that was confirmed later reads otherwise from then on: told again from the beginning.
            if (!supporter.ConfirmedReturns.IsEmpty) (counted, told) = (Counting.Begun(facts, own), 0);
            while (told < records.Count && records[told].Day <= turns[turn])
                counted = counted.After(records[told++], facts, own, turns[turn]);
            if (LastActive(turns[turn], ends) is not { } day) continue;
            var (standing, _) = counted.Fortnight.On(day, counted.Start);
            if (worst is null || standing > worst) worst = standing;
        }

        return worst;

        DateOnly? LastActive(DateOnly from, DateOnly to)
        {
            while (to >= from && away.Find(stretch => stretch.From <= to && to < stretch.To) is { } gone)
                to = gone.From.AddDays(-1);
            return to >= from ? to : null;
        }
    }

    private static List<AwayDays> AwayOf(Supporter supporter, InstitutionCalendar calendar)
    {
        var away = supporter.PastAway
            .Select(known => new AwayDays(calendar.Day(known.From), calendar.Day(known.To))).ToList();
        foreach (var since in new[]
        {
            supporter.OnLeaveSince, supporter.StoodDownSince, supporter.SuspendedSince, supporter.LeftAt,
        })
            if (since is { } from) away.Add(new(calendar.Day(from), DateOnly.MaxValue));
        return away;
    }

    private sealed record AwayDays(DateOnly From, DateOnly To);
}
