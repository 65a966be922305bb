using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>The service has it: <c>POST /api/referrals/{id}/received</c>.</summary>
public static class ReceiveReferralEndpoint
{
    private static readonly ReferralRoute Route = new(
        "received", "receiveReferral", "The service says that it has it; its answer is still to come.");

    public static void MapReceiveReferral(this IEndpointRouteBuilder app) =>
        Route.Map<ReferralNoteRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            var note = reading.Words(request.Note);
            return (state, context) => ReceiveReferral.Decide(new(note), state, context);
        });
}

/// <summary>A word about it, where there is anything to say.</summary>
public sealed record ReferralNoteRequest(string? Note = null, string? OccurredAt = null);
