using System.Buffers.Binary;
using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// The name by which a student is known, <c>WX-7K3M</c>: the institution's prefix and one group of four in the alphabet
/// of receipts. Whether a code is free is for whoever asks to find out.
/// </summary>
public static class CaseCode
{
    /// <summary>Random bytes that one code takes.</summary>
    public const int RandomBytes = 8;

    /// <summary>The longest prefix, in letters.</summary>
    public const int LongestPrefix = 4;

    private const int Symbols = 4;

    /// <param name="prefix">One to four capital letters of the institution.</param>
    /// <param name="random">At least <see cref="RandomBytes"/> unpredictable bytes.</param>
    /// <exception cref="ArgumentException">There are too few bytes, or the prefix cannot be one.</exception>
    public static string From(string prefix, ReadOnlySpan<byte> random)
    {
        if (!IsPrefix(prefix)) throw new ArgumentException("A prefix is one to four capital letters.", nameof(prefix));
        if (random.Length < RandomBytes)
            throw new ArgumentException($"A case code takes {RandomBytes} random bytes.", nameof(random));
        var number = BinaryPrimitives.ReadUInt64BigEndian(random);
        Span<char> symbols = stackalloc char[Symbols];
        for (var place = Symbols - 1; place >= 0; place--)
        {
            symbols[place] = ReceiptCode.Alphabet[(int)(number % (ulong)ReceiptCode.Alphabet.Length)];
            number /= (ulong)ReceiptCode.Alphabet.Length;
        }

        return $"{prefix}-{symbols}";
    }

    /// <summary>A code as somebody typed it, in the form it is stored in; null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var signs = (typed ?? "").ToUpperInvariant().Where(c => c != '-' && !char.IsWhiteSpace(c)).ToArray();
        if (signs.Length <= Symbols) return null;
        var prefix = new string(signs, 0, signs.Length - Symbols);
        var symbols = new string(signs, signs.Length - Symbols, Symbols);
        return IsPrefix(prefix) && symbols.All(ReceiptCode.Alphabet.Contains) ? $"{prefix}-{symbols}" : null;
    }

    private static bool IsPrefix(string? prefix) =>
        prefix is { Length: > 0 and <= LongestPrefix } && prefix.All(char.IsAsciiLetterUpper);
}
