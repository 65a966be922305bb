using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using Safeguard.TestSupport;

namespace Safeguard.Api.Tests.Audit;

/// <summary>A pack as whoever gets it has it: unpacked into a directory of its own.</summary>
internal sealed class UnpackedCase
{
    private UnpackedCase(string directory, IReadOnlyList<string> names) => (Directory, Names) = (directory, names);

    public string Directory { get; }

    /// <summary>Its files in the order in which they lie in the ZIP.</summary>
    public IReadOnlyList<string> Names { get; }

    public JsonElement Manifest => Json("manifest");

    public static UnpackedCase Of(byte[] zip)
    {
        var directory = TestDirectories.Create("safeguard-pack");
        using var archive = new ZipArchive(new MemoryStream(zip), ZipArchiveMode.Read);
        archive.ExtractToDirectory(directory);
        return new(directory, [.. archive.Entries.Select(entry => entry.FullName)]);
    }

    public string Text(string name) => File.ReadAllText(Path.Combine(Directory, name));

    public JsonElement Json(string name) => JsonSerializer.Deserialize<JsonElement>(Text($"{name}.json"));

    public IReadOnlyList<JsonElement> Rows(string name) => [.. Json(name).EnumerateArray()];

    /// <summary>The cells of a CSV as a spreadsheet reads them, the heading first.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Cells(string name)
    {
        var (rows, row, text) = (new List<IReadOnlyList<string>>(), new List<string>(), Text($"{name}.csv"));
        for (var at = 0; at < text.Length;)
        {
            text[at].ShouldBe('"');
            var end = at + 1;
            while (text[end] != '"' || text[end + 1] == '"') end += text[end] == '"' ? 2 : 1;
            row.Add(text[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal));
            at = text[end + 1] == ',' ? end + 2 : end + 3;
            if (text[end + 1] == ',') continue;
            rows.Add(row);
            row = [];
        }

        return rows;
    }

    /// <summary>What <c>sha256sum --check</c> says of it.</summary>
    public async Task<(int Code, string Said)> VerifyAsync()
    {
        var start = new ProcessStartInfo("sha256sum", ["--check", "--strict", "manifest.sha256"])
        {
            UseShellExecute = false,
            WorkingDirectory = Directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, said);
    }
}
