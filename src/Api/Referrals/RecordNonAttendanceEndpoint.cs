using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>The student did not come: <c>POST /api/referrals/{id}/non-attendance</c>.</summary>
public static class RecordNonAttendanceEndpoint
{
    private static readonly ReferralRoute Route = new(
        "non-attendance", "recordNonAttendance", "The student did not come; its owner finds out why.");

    public static void MapRecordNonAttendance(this IEndpointRouteBuilder app) =>
        Route.Map<ReferralNoteRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            var note = reading.Words(request.Note);
            return (state, context) => RecordNonAttendance.Decide(new(note), state, context);
        });
}
