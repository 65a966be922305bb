using System.Globalization;

namespace Safeguard.Api.Pages.Kit;

/// <summary>Lengths of time in the product's units: "55 min", "3 h 10 min", "19 h", "2 days".</summary>
public static class Durations
{
    /// <summary>From this length on minutes no longer help anybody decide.</summary>
    private const int MinutesMatterBelowHours = 10;

    /// <summary>From this length on people think in days.</summary>
    private const int DaysFromHours = 48;

    /// <summary>Whole minutes and more; less than one minute reads "less than 1 min".</summary>
    public static string Words(TimeSpan length)
    {
        var minutes = (long)Math.Floor(length.Duration().TotalMinutes);
        var hours = minutes / 60;
        return (minutes, hours) switch
        {
            ( < 1, _) => "less than 1 min",
            (_, 0) => Of(minutes, "min"),
            (_, >= DaysFromHours) => Of(hours / 24, "days"),
            (_, >= MinutesMatterBelowHours) => Of(hours, "h"),
            _ => minutes % 60 == 0 ? Of(hours, "h") : $"{Of(hours, "h")} {Of(minutes % 60, "min")}",
        };
    }

    /// <summary>To the second below an hour, for what was missed: "7 min 24 s".</summary>
    public static string Exactly(TimeSpan length)
    {
        length = length.Duration();
        if (length >= TimeSpan.FromHours(1)) return Words(length);
        return length.Minutes == 0
            ? Of(length.Seconds, "s")
            : $"{Of(length.Minutes, "min")} {Of(length.Seconds, "s")}";
    }

    private static string Of(long count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
