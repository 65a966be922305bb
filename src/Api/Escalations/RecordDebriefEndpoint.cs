using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>The raiser's debrief: <c>POST /api/escalations/{id}/debrief</c>.</summary>
public static class RecordDebriefEndpoint
{
    private static readonly EscalationRoute Route = new(
        "debrief", "recordDebrief", "The supervisor has talked with the raiser, or the raiser would rather not.");

    public static void MapRecordDebrief(this IEndpointRouteBuilder app) =>
        Route.Map<DebriefRequest>(app, (request, reading, _) => (state, context) =>
            RecordDebrief.Decide(new(request.Held ?? true, reading.Words(request.Note)), state, context));
}

/// <param name="Held">False when the raiser would rather not.</param>
public sealed record DebriefRequest(bool? Held = null, string? Note = null);
