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
        var counting = Begun(facts, own);
        foreach (var record in InOrder(facts))
        {
            if (record.Day > today) break;
            counting = counting.After(record, facts, own, today);
        }

        return counting;
    }

    /// <summary>Before anything was recorded.</summary>
    public static Counting Begun(StandingFacts facts, IReadOnlyList<SupervisionSession> own)
    {
        var active = facts.Supporter.ActiveSince!.Value;
        return new Counting
        {
            Start = active,
            Started = new StandingReason(StandingFact.Activated, active),
            Fortnight = Fortnight.From(active, own, facts.TermDays, facts.Policy),
        };
    }

    /// <summary>On one day, in whatever order it was entered: what counts ends a row of excused absences.</summary>
    public static IEnumerable<AttendanceRecord> InOrder(StandingFacts facts) =>
        facts.Supporter.Attendances.Values.OrderBy(record => record.Day).ThenBy(record => record.Counts);

    /// <param name="today">Until when a return may have been confirmed.</param>
    public Counting After(
        AttendanceRecord record, StandingFacts facts, IReadOnlyList<SupervisionSession> own, DateOnly today)
    {
        if (record.Day < facts.Supporter.ActiveSince) return this;
        if (record.Counts) return Came(record, facts, today, From);
        return record.Attendance == Attendance.Excused ? WasExcused(record, facts, From) : this;

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
