using System.Text.Json.Serialization;
using Safeguard.Domain;

namespace Safeguard.Api.Reports;

/// <summary>A report as it is told on a page, in JSON and in CSV: no small count is in it (R25).</summary>
/// <param name="Term">The term whose period is counted; null where the report is of one day.</param>
/// <param name="Until">The first day that is no longer counted; absent for the last period.</param>
/// <param name="AsOf">Counted is what had been recorded by the end of this day.</param>
public sealed record Report(
    string? Term, DateOnly? Starts, DateOnly? Until, DateOnly AsOf, IReadOnlyList<ReportTable> Tables)
{
    /// <summary>What the report comes to, in a sentence.</summary>
    public required string Finding { get; init; }

    /// <summary>Whether there is nothing to show but the finding.</summary>
    [JsonIgnore]
    public bool IsEmpty => Tables.Count == 0;
}

/// <param name="Name">What it counts; with the row and the column it names a count for good.</param>
/// <param name="Items">Its rows; the last one is their total, where there is one.</param>
public sealed record ReportTable(
    string Name, [property: JsonIgnore] string Caption, [property: JsonIgnore] IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<ReportLine> Items)
{
    /// <summary>What a row is: "Band".</summary>
    [JsonIgnore]
    public string Head { get; init; } = "";

    /// <summary>What the picture shows, as a sentence; null where there is none.</summary>
    [JsonIgnore]
    public string? Picture { get; init; }
}

/// <param name="Fill">How it is drawn in the picture; null where it is not.</param>
public sealed record ReportColumn(string Name, string Label, string? Fill = null);

/// <param name="Row">Stable: <c>immediate+within4Hours</c>, <c>alder-college</c>, <c>total</c>.</param>
public sealed record ReportLine(
    string Row, [property: JsonIgnore] string Label, IReadOnlyDictionary<string, ReportCell> Cells)
{
    public static ReportLine Of(
        string row, string label, IEnumerable<ReportColumn> columns, IEnumerable<ReportCell> cells) =>
        new(row, label, columns.Zip(cells).ToDictionary(
            cell => cell.First.Name, cell => cell.Second, StringComparer.Ordinal));
}

/// <param name="Count">Absent where it is not said; for a length of time its minutes.</param>
/// <param name="Words">As a page says it: "12", "fewer than 5", "withheld", "within 15 min".</param>
public sealed record ReportCell(int? Count, string Words)
{
    public static ReportCell Of(SafeCount count) => new(count.Count, count.Words);
}

/// <summary>Rows and columns of counts, their totals last.</summary>
internal static class ReportTables
{
    /// <summary>The column that every table of counts ends with.</summary>
    public static ReportColumn Total { get; } = new("total", "All");

    public static IReadOnlyList<ReportLine> Lines(
        CountTable counts, IReadOnlyList<(string Row, string Label)> rows, IReadOnlyList<ReportColumn> columns) =>
        [.. Enumerable.Range(0, rows.Count + 1).Select(row => ReportLine.Of(
            row < rows.Count ? rows[row].Row : Total.Name, row < rows.Count ? rows[row].Label : Total.Label, columns,
            Enumerable.Range(0, columns.Count).Select(part => ReportCell.Of(counts[row, part]))))];

    /// <summary>The parts of which something is said, behind their counts: "12 late, fewer than 5 early".</summary>
    public static string Said(CountTable table, params IEnumerable<(int Part, string What)> parts) => string.Join(
        ", ",
        parts.Select(part => (Count: table.TotalOfPart(part.Part), part.What))
            .Where(part => part.Count is { Count: not null } or { Few: true })
            .Select(part => $"{part.Count.Words} {part.What}").DefaultIfEmpty("the rest is withheld"));

    /// <summary>How often each part occurs.</summary>
    public static int[] Count<T>(IEnumerable<T> parts)
        where T : struct, Enum
    {
        var counts = new int[Enum.GetValues<T>().Length];
        foreach (var part in parts) counts[Convert.ToInt32(part, null)]++;
        return counts;
    }

    /// <summary>A name as JSON has it.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
