using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>What the student said about it: <c>POST /api/referrals/{id}/consent</c>.</summary>
public static class RecordReferralConsentEndpoint
{
    private static readonly ReferralRoute Route = new(
        "consent", "recordReferralConsent",
        "Whether the student agrees to being referred by name. They may change their mind.");

    public static void MapRecordReferralConsent(this IEndpointRouteBuilder app) =>
        Route.Map<ReferralConsentRequest>(app, (request, reading, _) =>
        {
            if (request.Given is null) reading.Fault("given", "Say whether they agreed.");
            reading.Happened(request.OccurredAt);
            return (state, context) => RecordReferralConsent.Decide(
                new(request.Given ?? false, reading.Words(request.How)), state, context);
        });
}

/// <param name="How">How they said it, in a word.</param>
public sealed record ReferralConsentRequest(bool? Given = null, string? How = null, string? OccurredAt = null);
