namespace Safeguard.Domain.Tests.Supervision.Model;

/// <summary>
/// The day in Britain, from the rule itself and no time zone table: an hour ahead of UTC from 01:00 UTC on the last
/// Sunday of March to 01:00 UTC on the last Sunday of October.
/// </summary>
public static class LocalDay
{
    public static DateOnly Of(DateTimeOffset moment)
    {
        var utc = moment.UtcDateTime;
        var summer = utc >= LastSunday(utc.Year, 3) && utc < LastSunday(utc.Year, 10);
        return DateOnly.FromDateTime(summer ? utc.AddHours(1) : utc);
    }

    private static DateTime LastSunday(int year, int month)
    {
        var day = new DateTime(year, month, 31, 1, 0, 0, DateTimeKind.Utc);
        while (day.DayOfWeek != DayOfWeek.Sunday) day = day.AddDays(-1);
        return day;
    }
}
