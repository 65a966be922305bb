namespace Safeguard.Api.Import;

/// <summary>One file as text, by its name without a path, in lower case.</summary>
public sealed record ImportFile(string Name, string Text);

/// <summary>What was found where the files should be, and what is wrong with those that cannot be read.</summary>
public sealed record ImportSource(
    IReadOnlyList<ImportFile> Files, IReadOnlyList<BadRow> Bad, IReadOnlyList<Remark> Remarks);

/// <summary>The six files that an import knows, and the columns that each must have.</summary>
public static class ImportFileNames
{
    public const string Panels = "panels.csv";
    public const string Terms = "terms.csv";
    public const string People = "people.csv";
    public const string Supervision = "supervision.csv";
    public const string Rota = "rota.csv";
    public const string Services = "services.csv";

    /// <summary>In the order in which they are read and reported.</summary>
    public static IReadOnlyList<string> All { get; } = [Panels, Terms, Services, People, Rota, Supervision];
}

/// <summary>Why a row cannot be imported.</summary>
/// <param name="Line">The line on which the row starts, from 1; 0 where it is about the file as a whole.</param>
/// <param name="Column">The heading of the column, or null where it is about the row as a whole.</param>
/// <param name="Value">What stood there; null where it may be personal.</param>
public sealed record BadRow(string File, int Line, string? Column, string? Value, string Why);

/// <summary>Something the import leaves as it is, and says so.</summary>
public sealed record Remark(string File, int Line, string What);
