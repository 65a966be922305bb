using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>"I have spoken with the student": <c>POST /api/escalations/{id}/contact</c>.</summary>
public static class RecordContactEndpoint
{
    private static readonly EscalationRoute Route = new(
        "contact",
        "recordContact",
        "A person spoke with the student. Ends paging; a message alone does not in a crisis band.");

    public static void MapRecordContact(this IEndpointRouteBuilder app) =>
        Route.Map<ContactRequest>(app, (request, reading, _) =>
        {
            var mode = reading.Choice<ContactMode>("mode", request.Mode);
            reading.Happened(request.OccurredAt);
            return (state, context) =>
                RecordContact.Decide(new(mode, reading.Words(request.Note)), state, context);
        });
}

/// <param name="Mode"><c>inPerson</c>, <c>phone</c>, <c>video</c> or <c>message</c>.</param>
/// <param name="OccurredAt">When it happened, if not just now.</param>
public sealed record ContactRequest(string? Mode = null, string? Note = null, string? OccurredAt = null);
