using System.Text;

namespace Safeguard.Domain;

/// <summary>Turns what people write into the id by which the API and the streams know it.</summary>
public static class Slug
{
    /// <summary>The longest slug, in characters; it is part of addresses and of stream names.</summary>
    public const int MaxLength = 64;

    /// <summary>
    /// Lower case letters and digits, anything else as one hyphen between them, apostrophes left out:
    /// <c>St Bride's College</c> becomes <c>st-brides-college</c>. Empty when there is no letter or digit.
    /// </summary>
    public static string Of(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var slug = new StringBuilder(written.Length);
        foreach (var letter in written)
        {
            if (char.IsLetterOrDigit(letter)) slug.Append(char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-') slug.Append('-');
        }

        return slug.ToString().TrimEnd('-');
    }

    /// <summary>Whether it can be an id as it stands.</summary>
    public static bool Is(string? text) =>
        text is { Length: > 0 and <= MaxLength } && string.Equals(text, Of(text), StringComparison.Ordinal);
}
