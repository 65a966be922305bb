using System.Globalization;

namespace Safeguard.Api.Http;

/// <summary>The version a caller decided on, as <c>If-Match: "7"</c>.</summary>
public static class IfMatch
{
    /// <summary>Null when absent or <c>*</c>; a tag that is not a version of ours matches nothing (−1).</summary>
    public static long? Read(HttpRequest request)
    {
        var header = request.Headers.IfMatch.ToString().Trim();
        if (header.Length == 0 || header == "*") return null;
        var tag = header.StartsWith("W/", StringComparison.Ordinal) ? header[2..] : header;
        return long.TryParse(tag.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : -1;
    }

    public static Problem Needed { get; } = new(
        428, "version.needed", "Say which version you decided on",
        "This decision rests on facts that may have changed. Read it first and send its ETag as If-Match.");
}
