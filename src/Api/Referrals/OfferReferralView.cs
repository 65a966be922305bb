using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Referrals;

/// <summary>The form that offers a student a service.</summary>
/// <param name="Code">The student's case code.</param>
public sealed record OfferReferralView(string CaseFile, string Code, IReadOnlyList<ServiceOffer> Services)
{
    /// <summary>The service that the address asks for.</summary>
    public string? Chosen { get; init; }
    public Refused? Refused { get; init; }
}

/// <param name="Urgent">Whether it takes urgent work.</param>
/// <param name="Closed">Said where it is closed now, with one that is open; null where it is not (R22).</param>
public sealed record ServiceOffer(string Slug, string Name, bool Urgent, string? Closed);
