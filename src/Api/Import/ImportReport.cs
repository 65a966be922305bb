using System.Text;
using System.Text.Json;

namespace Safeguard.Api.Import;

/// <summary>What an import found and would change. It holds no personal value, so it can be shown and kept.</summary>
/// <param name="Files">Rows of each file, in the order of reading.</param>
/// <param name="Bad">Every bad row by file and line, at most <see cref="ImportLimits.MaxListed"/>.</param>
/// <param name="BadCount">How many there are in all.</param>
/// <param name="Remarks">What stays as it is, and why.</param>
/// <param name="Changes">How many events of each kind; none when a row is bad or nothing is new.</param>
public sealed record ImportReport(
    IReadOnlyList<FileCount> Files,
    IReadOnlyList<BadRow> Bad,
    int BadCount,
    IReadOnlyList<Remark> Remarks,
    int RemarkCount,
    IReadOnlyList<ChangeCount> Changes)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public bool IsGood => BadCount == 0;

    internal static ImportReport Of(ImportFiles files, Findings findings, IReadOnlyList<PlannedAppend> appends) => new(
        [.. files.Counts.Select(count => new FileCount(count.File, count.Rows))],
        [.. findings.BadRows.OrderBy(bad => Order(bad.File)).ThenBy(bad => bad.Line)],
        findings.BadCount,
        [.. findings.Remarks.OrderBy(remark => Order(remark.File)).ThenBy(remark => remark.Line)],
        findings.RemarkCount,
        [.. appends.SelectMany(append => append.Events).CountBy(planned => ChangeWords.Of(planned.Event))
            .Select(counted => new ChangeCount(counted.Key, counted.Value))]);

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>As lines of plain text, for a terminal.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var file in Files) text.AppendLine(Invariant($"{file.File}: {file.Rows} rows"));
        foreach (var bad in Bad) text.AppendLine(TextOf(bad));
        if (BadCount > Bad.Count) text.AppendLine(Invariant($"… and {BadCount - Bad.Count} more."));
        foreach (var remark in Remarks) text.AppendLine(Invariant($"{Place(remark.File, remark.Line)}: {remark.What}"));
        if (RemarkCount > Remarks.Count) text.AppendLine(Invariant($"… and {RemarkCount - Remarks.Count} more."));
        if (!IsGood) text.AppendLine(Invariant($"Nothing was imported: {BadCount} to put right first."));
        else if (Changes.Count == 0) text.AppendLine("Nothing is new.");
        foreach (var change in Changes) text.AppendLine(Invariant($"{change.What}: {change.Count}"));
        return text.ToString();
    }

    private static string TextOf(BadRow bad)
    {
        var column = bad.Column is null ? "" : $", {bad.Column}";
        var value = bad.Value is null ? "" : $" \"{bad.Value}\"";
        return $"{Place(bad.File, bad.Line)}{column}{value}: {bad.Why}";
    }

    private static string Place(string file, int line) =>
        (file.Length, line) switch
        {
            (0, _) => "import",
            (_, 0) => file,
            _ => Invariant($"{file}, line {line}"),
        };

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static int Order(string file)
    {
        for (var index = 0; index < ImportFileNames.All.Count; index++)
            if (string.Equals(ImportFileNames.All[index], file, StringComparison.Ordinal)) return index;
        return -1;
    }
}

/// <summary>How many rows a file has, its heading and empty lines not counted.</summary>
public sealed record FileCount(string File, int Rows);

/// <param name="What">In plain words, <c>people added</c>.</param>
public sealed record ChangeCount(string What, int Count);
