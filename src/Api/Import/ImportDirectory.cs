using System.Text;

namespace Safeguard.Api.Import;

/// <summary>Finds the files of an import, in a directory or among uploads, and reads them within limits.</summary>
public static class ImportDirectory
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads every file that an import knows from a directory; it may lack some of them, not all.</summary>
    public static async Task<ImportSource> ReadAsync(string directory, CancellationToken cancel)
    {
        if (!Directory.Exists(directory))
            return new ImportSource([], [new BadRow("", 0, null, null, "There is no such directory.")], []);
        var found = new List<(string Name, Func<Stream> Open)>();
        foreach (var path in Directory.EnumerateFiles(directory, "*.csv").Order(StringComparer.Ordinal))
            found.Add((Path.GetFileName(path), () => File.OpenRead(path)));
        return await ReadAsync(found, cancel);
    }

    /// <summary>Reads uploaded files; each is opened once and closed.</summary>
    public static async Task<ImportSource> ReadAsync(
        IReadOnlyList<(string Name, Func<Stream> Open)> uploads, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(uploads);
        var files = new List<ImportFile>();
        var bad = new List<BadRow>();
        var remarks = new List<Remark>();
        foreach (var (given, open) in uploads)
        {
            var name = NameOf(given);
            if (!ImportFileNames.All.Contains(name, StringComparer.Ordinal))
            {
                remarks.Add(new Remark(name, 0, "This file is not one that the import knows; it was not read."));
                continue;
            }

            if (files.Exists(file => string.Equals(file.Name, name, StringComparison.Ordinal)))
            {
                bad.Add(new BadRow(name, 0, null, null, "There are two files of this name; leave one."));
                continue;
            }

            await using var stream = open();
            var (text, fault) = await TextOf(stream, cancel);
            if (text is null) bad.Add(new BadRow(name, 0, null, null, fault));
            else files.Add(new ImportFile(name, text));
        }

        if (files.Count == 0 && bad.Count == 0)
            bad.Add(new BadRow("", 0, null, null, $"None of {string.Join(", ", ImportFileNames.All)} is here."));
        return new ImportSource(files, bad, remarks);
    }

    /// <summary>Browsers and zip tools may send a path; only its last part counts, and capitals do not.</summary>
    private static string NameOf(string given)
    {
        var name = given[(given.LastIndexOfAny(['/', '\\']) + 1)..].Trim().ToLowerInvariant();
        return name.Length <= 100 ? name : name[..100];
    }

    private static async Task<(string? Text, string Fault)> TextOf(Stream stream, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (bytes.Length + read > ImportLimits.MaxFileBytes)
                return (null, $"The file is larger than {ImportLimits.MaxFileBytes / 1024 / 1024} MB.");
            bytes.Write(buffer, 0, read);
        }

        try
        {
            return (Utf8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).TrimStart('\uFEFF'), "");
        }
        catch (DecoderFallbackException)
        {
            return (null, "The file is not UTF-8 text. Save it from the spreadsheet as \"CSV UTF-8\".");
        }
    }
}
