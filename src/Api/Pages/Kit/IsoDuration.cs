using System.Xml;

namespace Safeguard.Api.Pages.Kit;

/// <summary>Lengths of time as programs write them: ISO 8601, <c>PT15M</c>, <c>P21D</c>.</summary>
public static class IsoDuration
{
    public static string Write(TimeSpan length) => XmlConvert.ToString(length);

    /// <summary>Null where it cannot be read, is negative, or counts in years or months of no fixed length.</summary>
    public static TimeSpan? Read(string text)
    {
        var days = text.Split('T')[0];
        if (days.Contains('Y') || days.Contains('M')) return null;
        try
        {
            var length = XmlConvert.ToTimeSpan(text);
            return length < TimeSpan.Zero ? null : length;
        }
        catch (Exception unreadable) when (unreadable is FormatException or OverflowException)
        {
            return null;
        }
    }
}
