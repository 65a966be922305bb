using System.Buffers;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// A ZIP that is written once, from front to back, to whoever waits for it: one chunk of one file is held and no more.
/// Every file is hashed on its way. Nothing in it is of the moment or the machine, so the same content gives the same
/// bytes.
/// </summary>
internal sealed class PackZip : IAsyncDisposable
{
    private readonly ZipArchive _zip;
    private readonly DateTimeOffset _moment;
    private readonly List<PackedFile> _files = [];

    private PackZip(ZipArchive zip, DateTimeOffset moment) => (_zip, _moment) = (zip, moment);

    /// <summary>What has been written so far, in order.</summary>
    public IReadOnlyList<PackedFile> Files => _files;

    /// <param name="moment">What every file in it is dated by.</param>
    public static async Task<PackZip> CreateAsync(Stream output, DateTimeOffset moment, CancellationToken cancel) => new(
        await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancel), moment);

    /// <param name="write">Writes the whole of it and answers how many rows that was; null for what has none.</param>
    public async Task AddAsync(string name, Func<PackFile, Task<int?>> write, CancellationToken cancel)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = _moment;
        await using var stream = await entry.OpenAsync(cancel);
        using var file = new PackFile(stream, cancel);
        var rows = await write(file);
        await file.FlushAsync();
        _files.Add(new(name, file.Bytes, file.Hash(), rows));
    }

    public ValueTask DisposeAsync() => _zip.DisposeAsync();
}

/// <summary>One file of a pack, as its manifest names it.</summary>
/// <param name="Sha256">In lower-case hexadecimal digits.</param>
/// <param name="Rows">Null for what is not made of rows.</param>
internal sealed record PackedFile(string Name, long Bytes, string Sha256, int? Rows);

/// <summary>One file of a pack while it is written, as UTF-8 text.</summary>
internal sealed class PackFile(Stream stream, CancellationToken cancel) : IDisposable
{
    private const int Chunk = 16_384;

    private readonly ArrayBufferWriter<byte> _chunk = new(Chunk);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Bytes { get; private set; }

    public async ValueTask WriteAsync(string text)
    {
        Encoding.UTF8.GetBytes(text, _chunk);
        if (_chunk.WrittenCount >= Chunk) await FlushAsync();
    }

    public async ValueTask FlushAsync()
    {
        if (_chunk.WrittenCount == 0) return;
        _hash.AppendData(_chunk.WrittenSpan);
        Bytes += _chunk.WrittenCount;
        await stream.WriteAsync(_chunk.WrittenMemory, cancel);
        _chunk.ResetWrittenCount();
    }

    /// <summary>Of everything that was flushed.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
