using System.Buffers;

namespace Safeguard.Api.Audit.Packs;

/// <summary>
/// Between a ZIP, which writes when it likes and cannot wait, and whoever it is for, who is slow: holds what came out
/// until it is handed on. It cannot be gone back in, so that a ZIP is the same bytes in a file and over the network.
/// </summary>
internal sealed class PackChunk : Stream
{
    private readonly ArrayBufferWriter<byte> _held = new();

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public async ValueTask DrainAsync(Stream output, CancellationToken cancel)
    {
        await output.WriteAsync(_held.WrittenMemory, cancel);
        _held.ResetWrittenCount();
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer) => _held.Write(buffer);

    public override void Flush()
    {
        // What is held is handed on by whoever drains it.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
