using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Safeguard.Api.Calendar;

/// <summary>The secret in a calendar's address: 256 random bits, of which only a hash is kept.</summary>
public static class CalendarSecret
{
    private const int RandomBytes = 32;

    /// <summary>32 bytes in base64url, without padding.</summary>
    public const int Length = 43;

    /// <summary>Another one, never seen before.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>SHA-256 in lower-case hexadecimal: so many random bits need no salt.</summary>
    public static string HashOf(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));

    /// <summary>Whether two hashes are one, in the same time wherever they differ.</summary>
    public static bool Same(string hash, string? other) =>
        other is not null && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(other));
}
