using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>The service saw the student: <c>POST /api/referrals/{id}/seen</c>.</summary>
public static class RecordSeenEndpoint
{
    private static readonly ReferralRoute Route = new(
        "seen", "recordSeen", "The service saw the student; what became of it is still to be said.");

    public static void MapRecordSeen(this IEndpointRouteBuilder app) =>
        Route.Map<ReferralNoteRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            var note = reading.Words(request.Note);
            return (state, context) => RecordSeen.Decide(new(note), state, context);
        });
}
