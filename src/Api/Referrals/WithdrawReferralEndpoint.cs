using Safeguard.Api.Http;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>It is withdrawn: <c>POST /api/referrals/{id}/withdrawal</c>.</summary>
public static class WithdrawReferralEndpoint
{
    private static readonly ReferralRoute Route = new(
        "withdrawal", "withdrawReferral", "Withdraws it, at any point, with a reason.");

    public static void MapWithdrawReferral(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonRequest>(app, (request, reading, _) =>
        {
            var reason = reading.Words(request.Reason);
            return (state, context) => WithdrawReferral.Decide(new(reason), state, context);
        });
}
