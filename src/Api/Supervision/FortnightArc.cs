using System.Globalization;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>The fortnight and its grace as an arc of one segment a day of term, in the design's measures.</summary>
/// <param name="Promised">Days up to the due day.</param>
/// <param name="Gone">Days up to today.</param>
public sealed record FortnightArc(int Days, int Promised, int Gone)
{
    /// <summary>With more days than this a segment is too thin to see, and the words alone say it.</summary>
    private const int MostDays = 60;

    private const double CentreX = 170;
    private const double CentreY = 176;
    private const double Outer = 128;
    private const double Inner = 96;
    private const double Labels = 150;
    private const double Width = 340;

    /// <summary>Left free at each end of a segment, in radians.</summary>
    private const double Gap = 0.012;

    /// <summary>Null outside the fortnight, where a day is not known, and where it is too long to be seen.</summary>
    public static FortnightArc? Of(StandingAnswer answer, DateOnly today, TermDays term)
    {
        ArgumentNullException.ThrowIfNull(answer);
        ArgumentNullException.ThrowIfNull(term);
        if (answer is not { FortnightFrom: { } from, DueOn: { } due, LapsesOn: { } lapses }) return null;
        var days = term.Between(from, lapses.AddDays(-1));
        return days is < 1 or > MostDays ? null : new(
            days, Math.Min(term.Between(from, due), days), Math.Min(term.Between(from, today), days));
    }

    /// <summary>Where the words of a mark stand: before it or after it, and never outside the picture.</summary>
    public (string X, string Y, string Anchor) Label(int days, double wide, bool before)
    {
        var (x, y) = (CentreX + (Labels * Math.Cos(Angle(days))), CentreY - (Labels * Math.Sin(Angle(days))));
        var (at, anchor) = before
            ? x < wide ? (0, "start") : (x, "end")
            : x + wide > Width ? (Width, "end") : (x, "start");
        return (Written(at), Written(y), anchor);
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

    private static string Written(double length) => length.ToString("F1", CultureInfo.InvariantCulture);

    private static string Point(double radius, double angle) => string.Create(
        CultureInfo.InvariantCulture,
        $"{CentreX + (radius * Math.Cos(angle)):F1} {CentreY - (radius * Math.Sin(angle)):F1}");
}
