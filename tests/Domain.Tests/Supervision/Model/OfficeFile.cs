using System.Text;

namespace Safeguard.Domain.Tests.Supervision.Model;

/// <summary>
/// Reads an office's CSV letter by letter: any of three separators, quotes with line ends in them, a byte-order mark or
/// none. A second reader, so that the import is not checked by itself.
/// </summary>
internal static class OfficeFile
{
    /// <summary>The rows below the heading, each by the names of its columns, without stray blanks.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string path)
    {
        var text = File.ReadAllText(path, Encoding.UTF8);
        var heading = text[..text.IndexOf('\n', StringComparison.Ordinal)];
        var separator = ";,\t".MaxBy(sign => heading.Count(letter => letter == sign));
        var lines = Lines(text, separator).Where(fields => fields.Exists(field => field.Length > 0)).ToList();
        return
        [
            .. lines.Skip(1).Select(fields => lines[0].Zip(fields).ToDictionary(
                pair => pair.First, pair => pair.Second, StringComparer.Ordinal)),
        ];
    }

    private static IEnumerable<List<string>> Lines(string text, char separator)
    {
        var (fields, field, quoted) = (new List<string>(), new StringBuilder(), false);
        foreach (var letter in text + "\n")
        {
            if (letter == '"') quoted = !quoted;
            else if (quoted) field.Append(letter);
            else if (letter == separator) End();
            else if (letter == '\n')
            {
                End();
                yield return fields;
                fields = [];
            }
            else field.Append(letter);
        }

        void End()
        {
            fields.Add(field.ToString().Trim());
            field.Clear();
        }
    }
}
