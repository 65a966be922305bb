using Safeguard.Domain;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>The open referrals that one person may know of, what is due first on top.</summary>
public sealed record ReferralBoardView(IReadOnlyList<ReferralLine> Open)
{
    /// <summary>Whether there may be more than the page shows.</summary>
    public bool HasMore { get; init; }
}

/// <param name="Waits">What its owner is waited for, verb first.</param>
public sealed record ReferralLine(
    string Id, string CaseFile, string Code, string Service, ReferralState State, string Owner, Band? Band,
    DateTimeOffset OfferedAt, DateTimeOffset? NextWakeUp, string Waits);
