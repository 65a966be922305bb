using System.Text;

namespace Safeguard.Api.Http;

/// <summary>
/// CSV that is safe to open in a spreadsheet: every cell in quotation marks (RFC 4180), and nothing in it can be taken
/// for a formula, neither by a program that splits at commas nor by one that splits at semicolons or tabs.
/// </summary>
public static class SafeCsv
{
    /// <summary>What tells a spreadsheet that the file is UTF-8.</summary>
    public const string ByteOrderMark = "\uFEFF";

    /// <summary>
    /// What a formula begins with, the wide letters included, and what a spreadsheet skips before it.
    /// </summary>
    private const string Begins = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20";

    /// <summary>One row with its line end.</summary>
    public static string Line(IEnumerable<string> cells) => $"{string.Join(',', cells.Select(Cell))}\r\n";

    /// <summary>One cell; an apostrophe before what could begin a formula makes it text.</summary>
    public static string Cell(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (cell, atStart) = (new StringBuilder("\""), true);
        foreach (var letter in text)
        {
            if (atStart && Begins.Contains(letter, StringComparison.Ordinal)) cell.Append('\'');
            cell.Append(letter == '"' ? "\"\"" : letter.ToString());
            atStart = letter is ';' or '\t' or '\r' or '\n' || (atStart && letter == ' ');
        }

        return cell.Append('"').ToString();
    }
}
