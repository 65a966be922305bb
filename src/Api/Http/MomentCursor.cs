using System.Globalization;

namespace Safeguard.Api.Http;

/// <summary>Where the next page of a list by moment and id begins: after the last row of the page before.</summary>
internal static class MomentCursor
{
    private const long LastMillisecond = 253_402_300_799_999;

    public static string Write(DateTimeOffset moment, Guid id) =>
        string.Create(CultureInfo.InvariantCulture, $"{moment.ToUnixTimeMilliseconds()}.{id:N}");

    /// <summary>False for what no page gave out; nothing at all is the first page.</summary>
    public static bool TryRead(string? text, out (DateTimeOffset Moment, Guid Id)? before)
    {
        before = null;
        if (string.IsNullOrEmpty(text)) return true;
        var parts = text.Split('.');
        if (parts.Length != 2 || !long.TryParse(parts[0], CultureInfo.InvariantCulture, out var at)
            || at is < 0 or > LastMillisecond || !Guid.TryParseExact(parts[1], "N", out var id)) return false;
        before = (DateTimeOffset.FromUnixTimeMilliseconds(at), id);
        return true;
    }
}
