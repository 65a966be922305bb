using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>Why it was sent without consent: <c>POST /api/referrals/{id}/disclosure</c>.</summary>
public static class RecordReferralDisclosureEndpoint
{
    private static readonly ReferralRoute Route = new(
        "disclosure", "recordReferralDisclosure",
        "Why it was sent without consent and who decided; owed after a crisis (R7).");

    public static void MapRecordReferralDisclosure(this IEndpointRouteBuilder app) =>
        Route.Map<ReferralDisclosureRequest>(app, (request, reading, _) =>
        {
            var decidedBy = reading.OptionalPerson(request.DecidedBy);
            return (state, context) => RecordReferralDisclosure.Decide(
                new(reading.Words(request.Why), decidedBy), state, context);
        });
}

/// <param name="DecidedBy">Who decided to share; the caller when left out.</param>
public sealed record ReferralDisclosureRequest(string? Why = null, string? DecidedBy = null);
