using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>The service takes the student: <c>POST /api/referrals/{id}/acceptance</c>.</summary>
public static class AcceptReferralEndpoint
{
    private static readonly ReferralRoute Route = new(
        "acceptance", "acceptReferral", "The service takes the student, at once or after all.");

    public static void MapAcceptReferral(this IEndpointRouteBuilder app) =>
        Route.Map<ReferralNoteRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            var note = reading.Words(request.Note);
            return (state, context) => AcceptReferral.Decide(new(note), state, context);
        });
}
