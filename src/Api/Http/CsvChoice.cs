using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Http;

/// <summary>JSON or CSV, as an answer that is given in both is asked for: by <c>format=</c>, else by Accept.</summary>
public static class CsvChoice
{
    private const string Csv = "text/csv";

    /// <summary>Null where something else was asked for; see <see cref="Fault"/>.</summary>
    public static bool? IsCsv(HttpRequest request, string? format)
    {
        ArgumentNullException.ThrowIfNull(request);
        return format switch
        {
            null => request.Headers.Accept.ToString().StartsWith(Csv, StringComparison.OrdinalIgnoreCase),
            _ when string.Equals(format, "csv", StringComparison.OrdinalIgnoreCase) => true,
            _ when string.IsNullOrWhiteSpace(format) => false,
            _ when string.Equals(format, "json", StringComparison.OrdinalIgnoreCase) => false,
            _ => null,
        };
    }

    /// <summary>What is wrong where it is neither.</summary>
    public static Fault Fault { get; } = new("format", "Choose json or csv.");

    public static IResult Answer(string text) => Results.Text(text, Csv, System.Text.Encoding.UTF8);
}
