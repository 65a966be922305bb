using CsvHelper;

namespace Safeguard.Api.Import;

/// <summary>Reads one CSV file into rows by column, whatever a spreadsheet made of it.</summary>
internal static class CsvTable
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <summary>
    /// The rows of a file that have as many fields as its heading; the others, and those with broken quotes, are bad.
    /// Rows without any value are what spreadsheets leave at the end and are passed over.
    /// </summary>
    public static IReadOnlyList<Row> Read(ImportFile file, IReadOnlyList<string> columns, Findings findings)
    {
        var rows = new List<Row>();
        var broken = new HashSet<int>();
        using var csv = CsvReader.FromText(file.Text, Options(file.Text, broken));
        IReadOnlyList<string>? heading = null;
        while (csv.Read())
        {
            var line = (int)csv.LineNumber;
            var fields = Fields(csv);
            if (heading is null)
            {
                heading = [.. fields.Select(name => name.ToLowerInvariant().Replace(' ', '_'))];
                if (!IsUsable(heading, columns, file.Name, line, findings)) return [];
            }
            else if (broken.Contains(line))
                findings.Bad(file.Name, line, null, "A quotation mark is missing or in the wrong place.");
            else if (!fields.All(string.IsNullOrEmpty) && Take(file.Name, line, heading, fields, findings) is { } row)
                rows.Add(row);
            if (rows.Count > ImportLimits.MaxRows)
            {
                findings.Bad(file.Name, line, null, $"The file has more than {ImportLimits.MaxRows} rows.");
                return [];
            }
        }

        if (heading is null) findings.Bad(file.Name, 1, null, "The file is empty; its first line names the columns.");
        return rows;
    }

    private static CsvReaderOptions Options(string text, HashSet<int> broken) => new()
    {
        HasHeader = false,
        Separator = SeparatorOf(text),
        TrimWhitespace = true,
        TrackLineNumbers = true,
        IncludeValuesInExceptions = false,
        MalformedData = CsvMalformedDataHandling.Recover,
        OnMalformedRecord = record => broken.Add((int)record.LineNumber),
    };

    /// <summary>Whichever of the three the heading has most of.</summary>
    private static char SeparatorOf(string text)
    {
        var end = text.AsSpan().TrimStart().IndexOfAny('\r', '\n');
        var heading = end < 0 ? text.TrimStart() : text.TrimStart()[..end];
        return Separators.MaxBy(separator => heading.Count(letter => letter == separator));
    }

    private static List<string> Fields(CsvReader csv)
    {
        var fields = new List<string>(csv.FieldCount);
        for (var index = 0; index < csv.FieldCount; index++) fields.Add(Tidy(csv.GetString(index)));
        return fields;
    }

    /// <summary>Blanks at the ends go, and any run of blanks and line ends within is one blank.</summary>
    private static string Tidy(string field) =>
        string.Join(' ', field.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsUsable(
        IReadOnlyList<string> heading, IReadOnlyList<string> columns, string file, int line, Findings findings)
    {
        var before = findings.BadCount;
        if (heading.Count > ImportLimits.MaxColumns)
            findings.Bad(file, line, null, $"The heading has more than {ImportLimits.MaxColumns} columns.");
        foreach (var column in columns.Except(heading, StringComparer.Ordinal))
            findings.Bad(file, line, column, "The heading does not have this column.");
        foreach (var column in columns.Where(column => heading.Count(name => Same(name, column)) > 1))
            findings.Bad(file, line, column, "The heading has this column twice.");
        foreach (var other in heading.Except(columns, StringComparer.Ordinal).Where(name => name.Length > 0))
            findings.Remark(file, line, $"The column \"{Findings.Shorten(other)}\" is not one the import knows.");
        return findings.BadCount == before;
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.Ordinal);

    private static Row? Take(
        string file, int line, IReadOnlyList<string> heading, List<string> fields, Findings findings)
    {
        while (fields.Count > heading.Count && fields[^1].Length == 0) fields.RemoveAt(fields.Count - 1);
        if (fields.Count != heading.Count)
        {
            findings.Bad(file, line, null, $"The row has {fields.Count} fields, the heading {heading.Count}.");
            return null;
        }

        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < heading.Count; index++) cells[heading[index]] = fields[index];
        return new Row(file, line, cells, findings).IfStorable();
    }
}
