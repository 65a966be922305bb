using Safeguard.Api.Http;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>The service does not take the student: <c>POST /api/referrals/{id}/decline</c>.</summary>
public static class DeclineReferralEndpoint
{
    private static readonly ReferralRoute Route = new(
        "decline", "declineReferral", "The service does not take the student, and why. It is its owner's again.");

    public static void MapDeclineReferral(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonRequest>(app, (request, reading, _) =>
        {
            var reason = reading.Words(request.Reason);
            return (state, context) => DeclineReferral.Decide(new(reason), state, context);
        });
}
