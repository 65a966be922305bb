namespace Safeguard.House.Tests;

/// <summary>The checkout that this test was built from, without what builds and runs make in it.</summary>
internal static class Repository
{
    private static readonly string[] MadeNotWritten =
        [".git", ".data", ".vs", ".idea", "bin", "obj", "artifacts", "node_modules", "TestResults"];

    /// <summary>Made by programs or not text at all: nobody wrote their lines.</summary>
    private static readonly string[] NotText =
        [".lock.json", ".png", ".ico", ".jpg", ".webp", ".woff2", ".pdf", ".gz", ".zip", ".bin", ".received.txt"];

    /// <summary>The directory that holds Safeguard.sln, found upwards from the running test.</summary>
    public static string Root { get; } = FindRoot();

    private static readonly Lazy<IReadOnlyList<SourceFile>> Everything = new(
        () => [.. Walk(new DirectoryInfo(Root)).OrderBy(file => file.Path, StringComparer.Ordinal)]);

    /// <summary>Every file of text that somebody wrote, in the order of their paths.</summary>
    public static IReadOnlyList<SourceFile> Files => Everything.Value;

    /// <summary>The files below one of the given folders that have one of the given extensions.</summary>
    public static IEnumerable<SourceFile> Under(string[] folders, params string[] extensions) => Files.Where(file =>
        folders.Any(folder => file.Path.StartsWith(folder + "/", StringComparison.Ordinal))
        && extensions.Any(extension => file.Path.EndsWith(extension, StringComparison.Ordinal)));

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "Safeguard.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName
            ?? throw new InvalidOperationException("No Safeguard.sln above the running test.");
    }

    private static IEnumerable<SourceFile> Walk(DirectoryInfo directory)
    {
        foreach (var file in directory.EnumerateFiles().Where(file => !MadeNotWritten.Contains(file.Name)))
        {
            if (NotText.Any(ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) continue;
            yield return new SourceFile(Path.GetRelativePath(Root, file.FullName).Replace('\\', '/'));
        }

        foreach (var child in directory.EnumerateDirectories().Where(child => !MadeNotWritten.Contains(child.Name)))
        {
            foreach (var file in Walk(child)) yield return file;
        }
    }
}

/// <summary>One written file. <paramref name="Path"/> is relative to the root, with forward slashes.</summary>
internal sealed record SourceFile(string Path)
{
    private readonly Lazy<string> text = new(() => Repository.Read(Path));

    public string Text => text.Value;

    public string Name => System.IO.Path.GetFileName(Path);

    /// <summary>Each line with its number, from 1.</summary>
    public IEnumerable<(int Number, string Line)> Lines =>
        Text.Split('\n').Select((line, index) => (index + 1, line.TrimEnd('\r')));
}
