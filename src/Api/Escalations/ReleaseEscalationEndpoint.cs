using Safeguard.Api.Http;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>"I can't go on": <c>POST /api/escalations/{id}/release</c>.</summary>
public static class ReleaseEscalationEndpoint
{
    private static readonly EscalationRoute Route = new(
        "release", "releaseEscalation", "Hands it back; paging goes on at once. No reason is needed.")
    {
        Then = "/queue",
    };

    public static void MapReleaseEscalation(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonRequest>(app, (request, reading, _) => (state, context) =>
            ReleaseEscalation.Decide(new(reading.Words(request.Reason)), state, context));
}
