using System.Globalization;

namespace Safeguard.Api.Pages.Kit;

/// <summary>
/// The institution's zone and the server's moment, and how moments read in them: 24-hour clock, the year only when it
/// is not this academic year, and "GMT" or "BST" in the hour that happens twice.
/// </summary>
public sealed record PageClock(TimeZoneInfo Zone, DateTimeOffset Now)
{
    /// <summary>
    /// The month in which an academic year begins; the year is written out for days outside the present one.
    /// </summary>
    private const int AcademicYearBegins = 9;

    public static PageClock In(string timeZone, DateTimeOffset now) =>
        new(TimeZoneInfo.FindSystemTimeZoneById(timeZone), now);

    public DateOnly Today => DayOf(Now);

    public DateOnly DayOf(DateTimeOffset at) => DateOnly.FromDateTime(Local(at));

    /// <summary>The clock alone where it is today, else with its day: "02:14", "Thu 19 Nov, 21:30".</summary>
    public string Near(DateTimeOffset at, bool seconds = false) =>
        DayOf(at) == Today ? Clock(at, seconds) : Dated(at, seconds);

    /// <summary>"02:14" or "02:14:07"; in the hour that happens twice "01:30 GMT".</summary>
    public string Clock(DateTimeOffset at, bool seconds = false)
    {
        var local = Local(at);
        var clock = local.ToString(seconds ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture);
        return Zone.IsAmbiguousTime(local) ? $"{clock} {OffsetName(at)}" : clock;
    }

    /// <summary>"Fri 20 Nov, 18:00".</summary>
    public string Dated(DateTimeOffset at, bool seconds = false) => $"{Day(DayOf(at))}, {Clock(at, seconds)}";

    /// <summary>With its year always: "Fri 20 Nov 2026, 02:14:07".</summary>
    public string Full(DateTimeOffset at, bool seconds = false) =>
        $"{DayOf(at).ToString("ddd d MMM yyyy", CultureInfo.InvariantCulture)}, {Clock(at, seconds)}";

    /// <summary>"Fri 20 Nov", or in a sentence "Friday 20 November".</summary>
    public string Day(DateOnly day, bool inWords = false)
    {
        var format = (inWords, AcademicYear(day) == AcademicYear(Today)) switch
        {
            (true, true) => "dddd d MMMM",
            (true, false) => "dddd d MMMM yyyy",
            (false, true) => "ddd d MMM",
            (false, false) => "ddd d MMM yyyy",
        };
        return day.ToString(format, CultureInfo.InvariantCulture);
    }

    /// <summary>The value of a <c>datetime-local</c> field: the institution's time to the minute.</summary>
    public string FieldValue(DateTimeOffset at) =>
        Local(at).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    /// <summary>The machine's form of a moment, in UTC: what every <c>datetime</c> attribute holds.</summary>
    public static string Iso(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static int AcademicYear(DateOnly day) => day.Month >= AcademicYearBegins ? day.Year : day.Year - 1;

    private DateTime Local(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, Zone).DateTime;

    private string OffsetName(DateTimeOffset at)
    {
        var offset = Zone.GetUtcOffset(at);
        if (Zone.Id == "Europe/London") return offset == TimeSpan.Zero ? "GMT" : "BST";
        var sign = offset < TimeSpan.Zero ? "-" : "+";
        return $"UTC{sign}{offset.ToString(@"hh\:mm", CultureInfo.InvariantCulture)}";
    }
}
