namespace Safeguard.Domain.Programmes;

/// <summary>
/// Local time and working time of the institution. A working day is Monday to Friday in the hours of the policy
/// (09:00–17:00 unless changed), holidays excepted; a local time that the clock change skips is read as the first
/// moment after the gap, one that happens twice as the first of the two for a start and the second for an end, so that
/// a shift never loses an hour.
/// </summary>
public sealed class InstitutionCalendar(string timeZone, IReadOnlyCollection<DateOnly> holidays)
{
    /// <summary>Consecutive non-working days searched before giving up: a year of holidays is a mistake.</summary>
    private const int MaxDaysSearched = 366;

    private readonly TimeZoneInfo _zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);

    private TimeOnly Opens { get; init; } = Policy.Default.WorkingDayStarts;

    private TimeOnly Closes { get; init; } = Policy.Default.WorkingDayEnds;

    /// <summary>With the time zone, working hours and holidays of that policy.</summary>
    public static InstitutionCalendar Of(Policy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return new(policy.TimeZone, policy.Holidays)
        {
            Opens = policy.WorkingDayStarts,
            Closes = policy.WorkingDayEnds,
        };
    }

    public DateTime LocalTime(DateTimeOffset moment) => TimeZoneInfo.ConvertTime(moment, _zone).DateTime;

    public DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(LocalTime(moment));

    /// <summary>The moment at which a shift entered as local time starts.</summary>
    public DateTimeOffset Start(DateTime local) => Resolve(local, later: false);

    /// <summary>The moment at which a day begins there.</summary>
    public DateTimeOffset Start(DateOnly day) => Start(day.ToDateTime(TimeOnly.MinValue));

    /// <summary>The moment at which a shift entered as local time ends.</summary>
    public DateTimeOffset End(DateTime local) => Resolve(local, later: true);

    public bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsHoliday(day);

    public bool IsHoliday(DateOnly day) => holidays.Contains(day);

    /// <summary>The moment at which that many whole working days have passed.</summary>
    public DateTimeOffset AfterWorkingDays(DateTimeOffset from, int workingDays)
    {
        var left = (Closes - Opens) * workingDays;
        var local = LocalTime(from);
        var day = DateOnly.FromDateTime(local);
        var time = TimeOnly.FromDateTime(local);
        for (var searched = 0; searched < MaxDaysSearched + workingDays; day = day.AddDays(1), time = Opens, searched++)
        {
            if (!IsWorkingDay(day) || time >= Closes) continue;
            var startsAt = time < Opens ? Opens : time;
            var today = Closes - startsAt;
            if (today >= left) return Start(day.ToDateTime(startsAt.Add(left)));
            left -= today;
        }

        return from + TimeSpan.FromDays(workingDays);
    }

    private DateTimeOffset Resolve(DateTime local, bool later)
    {
        local = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        if (_zone.IsInvalidTime(local)) local = local.AddTicks(-(local.Ticks % TimeSpan.TicksPerMinute));
        while (_zone.IsInvalidTime(local)) local = local.AddMinutes(1);
        var offset = _zone.IsAmbiguousTime(local)
            ? later ? _zone.GetAmbiguousTimeOffsets(local).Min() : _zone.GetAmbiguousTimeOffsets(local).Max()
            : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }
}
