namespace Safeguard.Domain.Supervision;

/// <summary>
/// The fortnight as a supporter's sessions moved it: which one it counts from, and which did not count and why.
/// </summary>
internal sealed record Counting
{
    /// <summary>The day from which the fortnight counts.</summary>
    public DateOnly Start { get; private init; }

    /// <summary>The fact that started it.</summary>
    public StandingReason Started { get; private init; } = new(StandingFact.Activated, default);

    public DateOnly? LastCounted { get; private init; }

    /// <summary>Excused absences since the last session that counted.</summary>
    public int Excused { get; private init; }

    /// <summary>An excused absence that did not restart the fortnight.</summary>
    public DateOnly? ExcusedAgain { get; private init; }

    /// <summary>The first session they came to after a long lapse that nobody has confirmed.</summary>
    public AttendanceRecord? Unconfirmed { get; private init; }

    /// <summary>The day on which a Coordinator confirmed the return that the fortnight counts from.</summary>
    public DateOnly? ConfirmedOn { get; private init; }

    public required Fortnight Fortnight { get; init; }

    public static Counting Until(
        DateOnly today, StandingFacts facts, IReadOnlyList<SupervisionSession> own)
    {
        var active = facts.Supporter.ActiveSince!.Value;
        var counting = new Counting
        {
            Start = active,
            Started = new StandingReason(StandingFact.Activated, active),
            Fortnight = From(active),
        };
        // On one day, in whatever order it was entered: what counts ends a row of excused absences.
        foreach (var record in facts.Supporter.Attendances.Values
            .OrderBy(record => record.Day).ThenBy(record => record.Counts))
        {
            if (record.Day > today) break;
            if (record.Day < active) continue;
            if (record.Counts) counting = counting.Came(record, facts, today, From);
            else if (record.Attendance == Attendance.Excused) counting = counting.WasExcused(record, facts, From);
        }

        return counting;

        Fortnight From(DateOnly start) => Fortnight.From(start, own, facts.TermDays, facts.Policy);
    }

    public IEnumerable<StandingReason> Because()
    {
        yield return Started;
        if (ConfirmedOn is { } confirmed) yield return new(StandingFact.Reinstated, confirmed);
        if (ExcusedAgain is { } again) yield return new(StandingFact.ExcusedAgain, again);
        if (Unconfirmed is { } came) yield return new(StandingFact.AwaitsCoordinator, came.Day, Group: came.Group);
    }

    private Counting Came(
        AttendanceRecord record, StandingFacts facts, DateOnly today, Func<DateOnly, Fortnight> from)
    {
        DateOnly? confirmed = null;
        if (Fortnight.LapsesOn is { } lapsed && !record.ConfirmedByOffice
            && record.Day >= lapsed.AddDays(facts.Policy.ConfirmReturnAfterDays))
        {
            confirmed = facts.Supporter.ConfirmedReturns
                .Where(day => day >= record.Day && day <= today).Select(day => (DateOnly?)day).Min();
            if (confirmed is null) return this with { Unconfirmed = Unconfirmed ?? record };
        }

        return new Counting
        {
            Start = record.Day,
            Started = new StandingReason(
                record.Guest ? StandingFact.MadeUp : StandingFact.Attended, record.Day, Group: record.Group),
            LastCounted = record.Day,
            ConfirmedOn = confirmed,
            Fortnight = from(record.Day),
        };
    }

    /// <summary>Excused absences restart the fortnight once in a row, and never bring back from a lapse (R9).</summary>
    private Counting WasExcused(AttendanceRecord record, StandingFacts facts, Func<DateOnly, Fortnight> from)
    {
        if (Excused >= facts.Policy.ExcusedRestarts || Fortnight.HasLapsedBy(record.Day))
            return this with { ExcusedAgain = record.Day };
        return this with
        {
            Start = record.Day,
            Started = new StandingReason(StandingFact.Excused, record.Day, Group: record.Group),
            Excused = Excused + 1,
            ExcusedAgain = null,
            Fortnight = from(record.Day),
        };
    }
}
