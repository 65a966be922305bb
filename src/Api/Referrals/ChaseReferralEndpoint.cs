using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>Somebody asked the service: <c>POST /api/referrals/{id}/chase</c>.</summary>
public static class ChaseReferralEndpoint
{
    private static readonly ReferralRoute Route = new(
        "chase", "chaseReferral", "Somebody asked the service by hand; it counts as a reminder.");

    public static void MapChaseReferral(this IEndpointRouteBuilder app) =>
        Route.Map<ReferralNoteRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            var note = reading.Words(request.Note);
            return (state, context) => ChaseReferral.Decide(new(note), state, context);
        });
}
