using System.Security.Cryptography;
using System.Text;

namespace Safeguard.EventStore;

/// <summary>
/// Ids of streams that are known by a name: the same name gives the same id, on every machine, for good.
/// </summary>
public static class StreamIds
{
    /// <summary>The namespace of this product's names. Never changed: every derived id hangs on it.</summary>
    private static readonly Guid Names = new("6f1d0c52-7d0b-5c39-9a55-0d1f3a6b8e21");

    /// <summary>The stream of a kind and slug, <c>person</c> and <c>we0014</c>.</summary>
    public static Guid For(string kind, string slug) => UuidV5(Names, $"{kind}:{slug}");

    /// <summary>RFC 9562, section 5.5: SHA-1 of a namespace and a name.</summary>
    public static Guid UuidV5(Guid space, string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        Span<byte> input = stackalloc byte[16 + Encoding.UTF8.GetMaxByteCount(Math.Min(name.Length, 128))];
        if (name.Length > 128) input = new byte[16 + Encoding.UTF8.GetMaxByteCount(name.Length)];
        space.TryWriteBytes(input, bigEndian: true, out _);
        var length = 16 + Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // A name's fingerprint as the RFC defines it; nothing is kept secret by it.
        SHA1.HashData(input[..length], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
