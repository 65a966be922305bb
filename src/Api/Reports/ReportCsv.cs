namespace Safeguard.Api.Reports;

/// <summary>
/// A report for a spreadsheet: one line a count, so that every table has the same columns (RFC 4180).
/// </summary>
public static class ReportCsv
{
    /// <summary>What a spreadsheet would run rather than show.</summary>
    private const string Formula = "=+-@\t\r";

    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Concat(
            [
                "table,row,column,count\r\n",
                .. from table in report.Tables
                   from line in table.Items
                   from column in table.Columns
                   select $"{Cell(table.Name)},{Cell(line.Row)},{Cell(column.Name)},"
                       + $"{Value(line.Cells[column.Name])}\r\n",
            ]);
    }

    internal static string Cell(string text)
    {
        if (text.Length > 0 && Formula.Contains(text[0], StringComparison.Ordinal)) text = $"'{text}";
        return text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"")}\"";
    }

    private static string Value(ReportCell cell) =>
        cell.Count is { } count ? string.Create(null, $"{count}") : Cell(cell.Words);
}
