using System.Globalization;
using System.Text;

namespace Safeguard.Api.Tests.Calendar;

/// <summary>A calendar as a program reads it that knows RFC 5545 and nothing of ours.</summary>
internal sealed class ParsedCalendar
{
    public Dictionary<string, string> Properties { get; } = new(StringComparer.Ordinal);

    public List<Dictionary<string, string>> Events { get; } = [];

    public static ParsedCalendar Read(string text)
    {
        text.ShouldEndWith("\r\n");
        text.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain('\n');
        var lines = text[..^2].Split("\r\n");
        foreach (var line in lines) Encoding.UTF8.GetByteCount(line).ShouldBeLessThanOrEqualTo(75, line);
        var calendar = new ParsedCalendar();
        var open = new Stack<string>();
        foreach (var line in string.Join("\r\n", lines).Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n"))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (name, value) = (line[..colon], line[(colon + 1)..]);
            switch (name)
            {
                case "BEGIN":
                    open.Push(value);
                    if (value == "VEVENT") calendar.Events.Add(new(StringComparer.Ordinal));
                    break;
                case "END": open.Pop().ShouldBe(value); break;
                default:
                    var into = open.Peek() == "VEVENT" ? calendar.Events[^1] : calendar.Properties;
                    into.TryAdd(name, value).ShouldBeTrue($"{name} is there twice");
                    break;
            }
        }

        open.ShouldBeEmpty();
        calendar.Properties["VERSION"].ShouldBe("2.0");
        calendar.Properties.ShouldContainKey("PRODID");
        foreach (var happens in calendar.Events)
        {
            Moment(happens["DTSTAMP"]);
            happens["UID"].ShouldNotBeEmpty();
        }

        calendar.Events.Select(happens => happens["UID"]).ShouldBeUnique();
        return calendar;
    }

    public Dictionary<string, string> Event(string id) =>
        Events.Single(happens => happens["UID"].StartsWith(id, StringComparison.Ordinal));

    public static DateTimeOffset Moment(string value) => DateTimeOffset.ParseExact(
        value, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
