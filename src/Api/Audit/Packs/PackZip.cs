using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// A ZIP that is written once, from front to back, to whoever waits for it: one chunk of one file is held and no more.
/// Every file is hashed on its way. Nothing in it is of the moment or the machine, so the same content gives the same
/// bytes. Until <see cref="FinishAsync"/> it has no directory and opens nowhere.
/// </summary>
/// <param name="moment">What every file in it is dated by.</param>
internal sealed class PackZip(Stream output, DateTimeOffset moment, CancellationToken cancel) : IDisposable
{
    private readonly PackChunk _chunk = new();
    private readonly List<PackedFile> _files = [];
    private ZipArchive? _zip;

    /// <summary>What has been written so far, in order.</summary>
    public IReadOnlyList<PackedFile> Files => _files;

    /// <param name="write">Writes the whole of it and answers how many rows that was; null for what has none.</param>
    public async Task AddAsync(string name, Func<PackFile, Task<int?>> write)
    {
        _zip ??= new ZipArchive(_chunk, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8);
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = moment;
        var stream = entry.Open();
        using var file = new PackFile(stream, DrainAsync);
        var rows = await write(file);
        await file.FlushAsync();
        stream.Close();
        await DrainAsync();
        _files.Add(new(name, file.Bytes, file.Hash(), rows));
    }

    public async Task FinishAsync()
    {
        _zip?.Dispose();
        await DrainAsync();
        await output.FlushAsync(cancel);
    }

    public void Dispose()
    {
        _zip?.Dispose();
        _chunk.Dispose();
    }

    private ValueTask DrainAsync() => _chunk.DrainAsync(output, cancel);
}

/// <summary>One file of a pack, as its manifest names it.</summary>
/// <param name="Sha256">In lower-case hexadecimal digits.</param>
/// <param name="Rows">Null for what is not made of rows.</param>
internal sealed record PackedFile(string Name, long Bytes, string Sha256, int? Rows);

/// <summary>One file of a pack while it is written, as UTF-8 text.</summary>
/// <param name="drain">Hands on what has come out of the ZIP so far.</param>
internal sealed class PackFile(Stream stream, Func<ValueTask> drain) : IDisposable
{
    private const int Chunk = 16_384;

    private readonly System.Buffers.ArrayBufferWriter<byte> _chunk = new(Chunk);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public long Bytes { get; private set; }

    public async ValueTask WriteAsync(string text)
    {
        Encoding.UTF8.GetBytes(text, _chunk);
        if (_chunk.WrittenCount >= Chunk) await FlushAsync();
    }

    public ValueTask FlushAsync()
    {
        _hash.AppendData(_chunk.WrittenSpan);
        Bytes += _chunk.WrittenCount;
        stream.Write(_chunk.WrittenSpan);
        _chunk.ResetWrittenCount();
        return drain();
    }

    /// <summary>Of everything that was flushed.</summary>
    public string Hash() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
