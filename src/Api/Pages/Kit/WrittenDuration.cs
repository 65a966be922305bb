using System.Globalization;
using System.Text.RegularExpressions;

namespace Safeguard.Api.Pages.Kit;

/// <summary>A length of time as people write it into a field, and back without loss: "1 h 30 min", "14 days".</summary>
public static partial class WrittenDuration
{
    /// <summary>From this length on whole days read better than hours.</summary>
    private static readonly TimeSpan InDays = TimeSpan.FromDays(2);

    public static string Write(TimeSpan length)
    {
        var inDays = length >= InDays;
        var parts = new (long Count, string Unit)[]
        {
            (inDays ? length.Days : 0, "days"),
            (inDays ? length.Hours : (long)length.TotalHours, "h"),
            (length.Minutes, "min"),
            (length.Seconds, "s"),
        };
        var written = parts.Where(part => part.Count != 0)
            .Select(part => string.Create(CultureInfo.InvariantCulture, $"{part.Count} {part.Unit}"));
        return length == TimeSpan.Zero ? "0 min" : string.Join(' ', written);
    }

    /// <summary>Null where it is no length of time; a number alone is minutes, and programs write PT5M.</summary>
    public static TimeSpan? Read(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.StartsWith('P')) return IsoDuration.Read(trimmed);
        if (trimmed.Length == 0 || !Whole().IsMatch(trimmed)) return null;
        return Part().Matches(trimmed).Aggregate(TimeSpan.Zero, (sum, part) => sum + Length(part));
    }

    private static TimeSpan Length(Match part)
    {
        var count = int.Parse(part.Groups["count"].Value, CultureInfo.InvariantCulture);
        return part.Groups["unit"].Value switch
        {
            "d" or "day" or "days" => TimeSpan.FromDays(count),
            "h" or "hour" or "hours" => TimeSpan.FromHours(count),
            "s" => TimeSpan.FromSeconds(count),
            _ => TimeSpan.FromMinutes(count),
        };
    }

    [GeneratedRegex(
        @"(?<count>[0-9]{1,6}) ?(?<unit>days?|d|hours?|h|min|m|s|$)",
            RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Part();

    [GeneratedRegex(
        @"^([0-9]{1,6} ?(days?|d|hours?|h|min|m|s) ?)*([0-9]{1,6})?$",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Whole();
}
