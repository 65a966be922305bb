using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>The policy in force, and every one before it (R29).</summary>
/// <param name="Adopted">Newest first; the last are the defaults that ship with the product.</param>
public sealed record PolicyView(IReadOnlyList<AdoptedPolicyView> Adopted, long Version)
{
    public bool MayChange { get; init; }
    public Refused? Refused { get; init; }

    /// <summary>The policy in force now: the newest that has taken effect.</summary>
    public required AdoptedPolicyView InForce { get; init; }
}

/// <param name="EffectiveFrom">Null for the defaults.</param>
/// <param name="By">Who adopted it; null for the defaults.</param>
public sealed record AdoptedPolicyView(Policy Policy, DateTimeOffset? EffectiveFrom, string? By, string? Reason);
