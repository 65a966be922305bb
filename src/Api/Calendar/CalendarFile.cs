using System.Globalization;
using System.Text;

namespace Safeguard.Api.Calendar;

/// <summary>A calendar as other programs read it: iCalendar (RFC 5545), in UTC.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar";

    /// <summary>Bytes of one line, its end aside (RFC 5545, 3.1).</summary>
    private const int MaxLine = 75;

    public static string Write(IEnumerable<CalendarEntry> entries, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var file = new StringBuilder();
        Line("BEGIN", "VCALENDAR");
        Line("VERSION", "2.0");
        Line("PRODID", "-//Safeguard//Sessions and duties//EN");
        Line("CALSCALE", "GREGORIAN");
        Line("METHOD", "PUBLISH");
        Line("X-WR-CALNAME", Escaped("Sessions and duties"));
        Line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        Line("X-PUBLISHED-TTL", "PT1H");
        foreach (var entry in entries) Event(entry);
        Line("END", "VCALENDAR");
        return file.ToString();

        void Event(CalendarEntry entry)
        {
            Line("BEGIN", "VEVENT");
            Line("UID", $"{entry.Id}@safeguard");
            Line("DTSTAMP", Utc(now));
            Line("SEQUENCE", entry.Sequence.ToString(CultureInfo.InvariantCulture));
            Line(entry.Between is null ? "DTSTART;VALUE=DATE" : "DTSTART",
                entry.Between is { } from ? Utc(from.From) : Day(entry.Day));
            Line(entry.Between is null ? "DTEND;VALUE=DATE" : "DTEND",
                entry.Between is { } to ? Utc(to.To) : Day(entry.Day.AddDays(1)));
            Line("SUMMARY", Escaped(entry.What));
            Line("STATUS", entry.Cancelled ? "CANCELLED" : "CONFIRMED");
            Line("CLASS", "PRIVATE");
            Line("END", "VEVENT");
        }

        void Line(string name, string value) => file.Append(Folded($"{name}:{value}")).Append("\r\n");
    }

    /// <summary>Longer lines go on in the next one after a blank; never in the middle of a character.</summary>
    public static string Folded(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var folded = new StringBuilder();
        var bytes = 0;
        foreach (var sign in line.EnumerateRunes())
        {
            if (bytes + sign.Utf8SequenceLength > MaxLine)
            {
                folded.Append("\r\n ");
                bytes = 1;
            }

            folded.Append(sign.ToString());
            bytes += sign.Utf8SequenceLength;
        }

        return folded.ToString();
    }

    /// <summary>Text as a value: what means something to the format does not (RFC 5545, 3.3.11).</summary>
    public static string Escaped(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal)
            .Replace(",", "\\,", StringComparison.Ordinal).ReplaceLineEndings("\\n");
    }

    private static string Utc(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
