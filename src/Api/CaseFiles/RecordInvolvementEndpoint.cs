using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Who was brought in: <c>POST /api/case-files/{id}/involvement</c>.</summary>
public static class RecordInvolvementEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "involvement", "recordInvolvement",
        "Emergency services or a trusted contact were brought in. A disclosure record is owed.");

    public static void MapRecordInvolvement(this IEndpointRouteBuilder app) =>
        Route.Map<InvolvementRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            var who = reading.Choice<Involved>("who", request.Who);
            return (state, context) => RecordInvolvement.Decide(new(who, reading.Words(request.Note)), state, context);
        });
}

/// <param name="Who"><c>emergencyServices</c> or <c>trustedContact</c>.</param>
public sealed record InvolvementRequest(string? Who = null, string? Note = null, string? OccurredAt = null);
