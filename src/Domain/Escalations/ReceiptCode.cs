using System.Buffers.Binary;

namespace Safeguard.Domain.Escalations;

/// <summary>
/// The raiser's code, <c>4T9Q-2M7K</c>: two groups of four that can be read out over a bad line. Its first group is the
/// short public code of the escalation (R18). Whether a code is free is for whoever asks to find out.
/// </summary>
public static class ReceiptCode
{
    /// <summary>Random bytes that one code takes.</summary>
    public const int RandomBytes = 8;

    /// <summary>No 0 and O, no 1, I and L, and no vowel at all, so that no code spells a word.</summary>
    public const string Alphabet = "23456789BCDFGHJKMNPQRSTVWXYZ";

    private const int GroupLength = 4;
    private const int Symbols = 2 * GroupLength;

    /// <param name="random">At least <see cref="RandomBytes"/> unpredictable bytes.</param>
    /// <exception cref="ArgumentException">There are too few bytes.</exception>
    public static string From(ReadOnlySpan<byte> random)
    {
        if (random.Length < RandomBytes)
            throw new ArgumentException($"A receipt code takes {RandomBytes} random bytes.", nameof(random));
        var number = BinaryPrimitives.ReadUInt64BigEndian(random);
        Span<char> symbols = stackalloc char[Symbols];
        for (var place = Symbols - 1; place >= 0; place--)
        {
            symbols[place] = Alphabet[(int)(number % (ulong)Alphabet.Length)];
            number /= (ulong)Alphabet.Length;
        }

        return $"{symbols[..GroupLength]}-{symbols[GroupLength..]}";
    }

    /// <summary>The short public code: "urgent contact 4T9Q".</summary>
    public static string ShortCode(string receipt)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        return receipt.Length > GroupLength ? receipt[..GroupLength] : receipt;
    }

    /// <summary>A code as somebody typed it, in the form it is stored in; null when it cannot be one.</summary>
    public static string? Read(string? typed)
    {
        var symbols = (typed ?? "").ToUpperInvariant().Where(c => c != '-' && !char.IsWhiteSpace(c)).ToArray();
        return symbols.Length == Symbols && symbols.All(Alphabet.Contains)
            ? $"{new string(symbols, 0, GroupLength)}-{new string(symbols, GroupLength, GroupLength)}"
            : null;
    }
}
