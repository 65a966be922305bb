using System.Globalization;
using Safeguard.Domain;

namespace Safeguard.Api.Import;

/// <summary>One row of a file. Each reading of a cell that fails says why and makes the row bad; none throws.</summary>
internal sealed class Row(string file, int line, IReadOnlyDictionary<string, string> cells, Findings findings)
{
    private static readonly string[] Days = ["yyyy-MM-dd", "d/M/yyyy"];

    private static readonly string[] Moments =
    [
        "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss",
        "d/M/yyyy HH:mm", "d/M/yyyy HH:mm:ss",
    ];

    /// <summary>A year outside these is a slip of the keyboard; no programme's records reach further.</summary>
    private const int FirstYear = 1960, LastYear = 2100;

    public string File => file;

    public int Line => line;

    public bool IsBad { get; private set; }

    public void Bad(string? column, string why)
    {
        IsBad = true;
        findings.Bad(file, line, column, why, column is null ? null : cells.GetValueOrDefault(column));
    }

    /// <summary>The cell's text, empty where the file says nothing.</summary>
    public string Text(string column) => cells.GetValueOrDefault(column) ?? "";

    public string Required(string column)
    {
        var text = Text(column);
        if (text.Length == 0) Bad(column, "This must not be empty.");
        return text;
    }

    /// <summary>The slug of a required cell; empty when the row is bad.</summary>
    public string Id(string column)
    {
        var text = Required(column);
        return text.Length == 0 ? "" : SlugOf(column, text);
    }

    /// <summary>The slugs of a cell that may be empty or hold several, separated by <c>|</c>, each once.</summary>
    public IReadOnlyList<string> Ids(string column) =>
    [
        .. Text(column).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => SlugOf(column, text)).Where(slug => slug.Length > 0).Distinct(StringComparer.Ordinal),
    ];

    public DateOnly Day(string column)
    {
        var text = Required(column);
        if (text.Length == 0) return default;
        if (DateOnly.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            && day.Year is >= FirstYear and <= LastYear) return day;
        Bad(column, "This is not a date. Write 2026-11-20 or 20/11/2026.");
        return default;
    }

    /// <summary>A local time of the institution, without a zone.</summary>
    public DateTime LocalTime(string column)
    {
        var text = Required(column);
        if (text.Length == 0) return default;
        if (DateTime.TryParseExact(text, Moments, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && time.Year is >= FirstYear and <= LastYear) return time;
        Bad(column, "This is not a date and time. Write 2026-11-20T18:00 or 20/11/2026 18:00.");
        return default;
    }

    /// <summary>One of the words that the file may use; capitals, blanks and hyphens do not matter.</summary>
    public T OneOf<T>(string column, IReadOnlyDictionary<string, T> words)
    {
        var text = Required(column);
        if (text.Length == 0) return default!;
        if (words.TryGetValue(Word(text), out var meaning)) return meaning;
        Bad(column, $"This is not one of {string.Join(", ", words.Keys)}.");
        return default!;
    }

    public static string Word(string text) =>
        text.ToLowerInvariant().Replace(", ", ",", StringComparison.Ordinal).Replace(' ', '_').Replace('-', '_');

    /// <summary>This row, unless a cell is too long or holds what cannot be stored.</summary>
    public Row? IfStorable()
    {
        foreach (var (column, text) in cells)
        {
            if (text.Length > ImportLimits.MaxFieldLength)
                Bad(column, $"This is longer than {ImportLimits.MaxFieldLength} characters.");
            else if (text.Any(char.IsControl)) Bad(column, "This holds a character that is not text.");
        }

        return IsBad ? null : this;
    }

    private string SlugOf(string column, string text)
    {
        var slug = Slug.Of(text);
        if (Slug.Is(slug)) return slug;
        Bad(column, $"An id needs letters or digits, {Slug.MaxLength} at most.");
        return "";
    }
}
