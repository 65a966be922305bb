using Safeguard.Api.Http;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>
/// Opening again, which pages people as if newly raised: <c>POST /api/escalations/{id}/reopening</c>.
/// </summary>
public static class ReopenEscalationEndpoint
{
    private static readonly EscalationRoute Route = new(
        "reopening", "reopenEscalation", "Opens it again: a new ladder and new deadlines.");

    public static void MapReopenEscalation(this IEndpointRouteBuilder app) =>
        Route.Map<ReasonRequest>(app, (request, reading, _) => (state, context) =>
            ReopenEscalation.Decide(new(reading.Words(request.Reason)), state, context));
}
