namespace Safeguard.Domain.Programmes;

/// <summary>
/// When a service is open, read from what the directory says: <c>always</c>, <c>Mon-Fri 09:00-17:00</c>, <c>Tue, Thu
/// 13:00-16:00</c>, <c>every day 20:00-08:00</c>, several of these with a semicolon between. What cannot be read is
/// unknown: it is shown as it was written, and never called closed (R22).
/// </summary>
public sealed class OpeningHours
{
    /// <summary>Days searched for the next opening before giving up.</summary>
    private const int MaxDaysSearched = 366;

    private readonly IReadOnlyList<OpeningRule> _rules;

    private OpeningHours(string? written, IReadOnlyList<OpeningRule> rules, bool always)
    {
        Written = written;
        _rules = rules;
        IsAlways = always;
    }

    /// <summary>As the directory has it; null where it says nothing.</summary>
    public string? Written { get; }

    /// <summary>Day and night, holidays included.</summary>
    public bool IsAlways { get; }

    /// <summary>The words could be read, so that something can be said about a moment.</summary>
    public bool IsKnown => IsAlways || _rules.Count > 0;

    public static OpeningHours Read(string? written)
    {
        if (string.IsNullOrWhiteSpace(written)) return new(null, [], always: false);
        return OpeningWords.MeanAlways(written)
            ? new(written, [], always: true)
            : new(written, OpeningWords.Rules(written) ?? [], always: false);
    }

    /// <summary>Open at that moment or not; null where nobody can say.</summary>
    public bool? IsOpenAt(DateTimeOffset moment, InstitutionCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (!IsKnown) return null;
        if (IsAlways) return true;

        // What opened the evening before may still be open.
        var today = calendar.Day(moment);
        return Stretches(today.AddDays(-1), calendar).Concat(Stretches(today, calendar))
            .Any(stretch => stretch.Opens <= moment && moment < stretch.Closes);
    }

    /// <summary>The moment itself while it is open, else when it opens next; null where nobody can say.</summary>
    public DateTimeOffset? NextOpening(DateTimeOffset moment, InstitutionCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (IsOpenAt(moment, calendar) is not { } open) return null;
        if (open) return moment;
        var today = calendar.Day(moment);
        return Enumerable.Range(0, MaxDaysSearched)
            .SelectMany(ahead => Stretches(today.AddDays(ahead), calendar))
            .Where(stretch => stretch.Opens > moment && stretch.Closes > stretch.Opens)
            .Select(stretch => (DateTimeOffset?)stretch.Opens)
            .FirstOrDefault();
    }

    /// <summary>The stretches that begin on that day, in order.</summary>
    private IEnumerable<(DateTimeOffset Opens, DateTimeOffset Closes)> Stretches(
        DateOnly day, InstitutionCalendar calendar) =>
        _rules.Where(rule => rule.Holds(day, calendar))
            .Select(rule => (
                calendar.Start(day.ToDateTime(rule.Opens)),
                calendar.End(day.AddDays(rule.ClosesNextDay ? 1 : 0).ToDateTime(rule.Closes))))
            .OrderBy(stretch => stretch.Item1);
}

/// <param name="Days">The weekdays named; null for every day, which holidays are as well.</param>
/// <param name="Closes">On the next day where it does not come after <paramref name="Opens"/>.</param>
internal sealed record OpeningRule(IReadOnlySet<DayOfWeek>? Days, TimeOnly Opens, TimeOnly Closes)
{
    public bool ClosesNextDay => Closes <= Opens;

    /// <summary>A weekday by name means a working one: on a holiday nobody is there.</summary>
    public bool Holds(DateOnly day, InstitutionCalendar calendar) =>
        Days is null || (Days.Contains(day.DayOfWeek) && !calendar.IsHoliday(day));
}
