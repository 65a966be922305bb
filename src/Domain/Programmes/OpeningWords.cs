using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Safeguard.Domain.Programmes;

/// <summary>Reads opening hours as people write them. One word that it does not know makes the whole unknown.</summary>
internal static partial class OpeningWords
{
    /// <summary>Longer texts are a notice and not opening hours.</summary>
    private const int MaxLength = 200;

    private const string Midnight = "24:00";

    private static readonly FrozenSet<string> Always = new[] { "always", "24/7", "24 hours", "always open" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> EveryDay = new[] { "every day", "daily" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static bool MeanAlways(string written) => Always.Contains(written.Trim());

    /// <summary>Null where it cannot be read.</summary>
    public static IReadOnlyList<OpeningRule>? Rules(string written)
    {
        if (written.Length > MaxLength) return null;
        var rules = new List<OpeningRule>();
        foreach (var part in written.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var match = DaysAndTimes().Match(part);
            if (!match.Success || !ReadDays(match.Groups["days"].Value, out var days)) return null;
            foreach (Capture stretch in match.Groups["stretch"].Captures)
            {
                if (ReadStretch(stretch.Value) is not var (opens, closes)) return null;
                rules.Add(new OpeningRule(days, opens, closes));
            }
        }

        return rules;
    }

    private static bool ReadDays(string words, out IReadOnlySet<DayOfWeek>? days)
    {
        days = null;
        if (EveryDay.Contains(words.Trim())) return true;
        var named = new HashSet<DayOfWeek>();
        foreach (var part in words.Split(',', StringSplitOptions.TrimEntries))
        {
            var ends = part.Split(['-', '–'], StringSplitOptions.TrimEntries);
            if (ends.Length > 2 || Day(ends[0]) is not { } first || Day(ends[^1]) is not { } last) return false;
            named.Add(last);
            for (var day = first; day != last; day = Next(day)) named.Add(day);
        }

        days = named;
        return true;
    }

    private static DayOfWeek Next(DayOfWeek day) => (DayOfWeek)(((int)day + 1) % 7);

    /// <summary>Its name, or the first three letters or more of it: <c>Thu</c>, <c>Thurs</c>.</summary>
    private static DayOfWeek? Day(string word) => word.Length < 3
        ? null
        : Enum.GetValues<DayOfWeek>().Cast<DayOfWeek?>().FirstOrDefault(day =>
            day!.Value.ToString().StartsWith(word, StringComparison.OrdinalIgnoreCase));

    /// <summary>Null where a time is none, or where it would close at the moment at which it opens.</summary>
    private static (TimeOnly Opens, TimeOnly Closes)? ReadStretch(string words)
    {
        var ends = words.Split(['-', '–'], StringSplitOptions.TrimEntries);
        if (Time(ends[0]) is not { } opens || ends[0] is Midnight || Time(ends[1]) is not { } closes) return null;
        return opens == closes && ends[1] is not Midnight ? null : (opens, closes);
    }

    private static TimeOnly? Time(string words)
    {
        if (words is Midnight) return TimeOnly.MinValue;
        return TimeOnly.TryParseExact(words, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : null;
    }

    [GeneratedRegex(
        @"^(?<days>[A-Za-z][A-Za-z ,\-–]*?)\s+(?<stretch>\d{1,2}:\d\d\s*[-–]\s*\d{1,2}:\d\d)"
        + @"(?:\s*,\s*(?<stretch>\d{1,2}:\d\d\s*[-–]\s*\d{1,2}:\d\d))*$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex DaysAndTimes();
}
