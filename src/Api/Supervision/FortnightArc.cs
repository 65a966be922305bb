using System.Globalization;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>The fortnight and its grace as an arc of one segment a day, in the design's measures.</summary>
public sealed record FortnightArc(int Days, int Promised, int Gone)
{
    /// <summary>With more days than this a segment is too thin to see, and the words alone say it.</summary>
    private const int MostDays = 60;

    private const double CentreX = 170;
    private const double CentreY = 176;
    private const double Outer = 128;
    private const double Inner = 96;

    /// <summary>Left free at each end of a segment, in radians.</summary>
    private const double Gap = 0.012;

    /// <summary>Null outside the fortnight, where a day is not known, and where it spans a long vacation.</summary>
    public static FortnightArc? Of(StandingAnswer answer, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(answer);
        if (answer is not { FortnightFrom: { } from, DueOn: { } due, LapsesOn: { } lapses }) return null;
        var days = lapses.DayNumber - 1 - from.DayNumber;
        return days is < 1 or > MostDays ? null : new(
            days, Math.Min(due.DayNumber - from.DayNumber, days),
            Math.Clamp(today.DayNumber - from.DayNumber, 0, days));
    }

    /// <summary>The class and the outline of each day.</summary>
    public IEnumerable<(string Class, string Path)> Segments => Enumerable.Range(0, Days).Select(day => (
        day < Gone ? "fill-brand" : day < Promised ? "soon" : "open",
        Segment(Angle(day) - Gap, Angle(day + 1) + Gap)));

    /// <summary>A stroke across the arc where that many days are gone.</summary>
    public string Mark(int days) => $"M{Point(88, Angle(days))}L{Point(138, Angle(days))}";

    private double Angle(int days) => Math.PI * (1 - ((double)days / Days));

    private static string Segment(double from, double to) =>
        $"M{Point(Outer, from)}A128 128 0 0 1 {Point(Outer, to)}L{Point(Inner, to)}A96 96 0 0 0 {Point(Inner, from)}z";

    private static string Point(double radius, double angle) => string.Create(
        CultureInfo.InvariantCulture,
        $"{CentreX + (radius * Math.Cos(angle)):F1} {CentreY - (radius * Math.Sin(angle)):F1}");
}
