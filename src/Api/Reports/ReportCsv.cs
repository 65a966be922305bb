using Safeguard.Api.Http;

namespace Safeguard.Api.Reports;

/// <summary>
/// A report for a spreadsheet: one line a count, so that every table has the same columns (RFC 4180).
/// </summary>
public static class ReportCsv
{
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Concat(
            [
                SafeCsv.Line(["table", "row", "column", "count"]),
                .. from table in report.Tables
                   from line in table.Items
                   from column in table.Columns
                   let cell = line.Cells[column.Name]
                   select SafeCsv.Line([table.Name, line.Row, column.Name, Value(cell)]),
            ]);
    }

    private static string Value(ReportCell cell) =>
        cell.Count is { } count ? string.Create(null, $"{count}") : cell.Words;
}
