using System.Collections.Frozen;
using Safeguard.Domain;

namespace Safeguard.Api.Paging;

/// <summary>
/// A neutral e-mail to somebody: that something waits for them, never what. The kind says its one text.
/// </summary>
/// <param name="To">Who is told.</param>
public sealed record Notice(PersonId To)
{
    /// <summary>The kinds of outbox message that are notices.</summary>
    public const string AboutSupervision = "notice-by-mail";
    public const string AboutCaseFile = "case-notice-by-mail";
    public const string AboutBreakGlass = "break-glass-by-mail";
    public const string AboutReferral = "referral-notice-by-mail";

    /// <summary>Everything that the e-mail of each kind says: no name, and nothing of what it is about.</summary>
    public static FrozenDictionary<string, string> Texts { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AboutSupervision] = "Something about supervision needs you. Sign in to see it.",
            [AboutCaseFile] = "A case file needs you. Sign in to see it.",
            [AboutBreakGlass] = "A record was opened by somebody outside its scope. Sign in to see it.",
            [AboutReferral] = "A referral needs you. Sign in to see it.",
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
