using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>"They are safe for now": <c>POST /api/escalations/{id}/safe-for-now</c>.</summary>
public static class RecordSafeForNowEndpoint
{
    private static readonly EscalationRoute Route = new(
        "safe-for-now", "recordSafeForNow", "The student is safe for now. Only closing closes.");

    public static void MapRecordSafeForNow(this IEndpointRouteBuilder app) =>
        Route.Map<SafeForNowRequest>(app, (request, reading, _) => (state, context) =>
            RecordSafeForNow.Decide(new(reading.Words(request.Summary)), state, context));
}

public sealed record SafeForNowRequest(string? Summary = null);
