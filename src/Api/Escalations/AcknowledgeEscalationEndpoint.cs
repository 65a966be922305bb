using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>"I have it": <c>POST /api/escalations/{id}/acknowledgement</c>, and the big button of the page.</summary>
public static class AcknowledgeEscalationEndpoint
{
    private static readonly EscalationRoute Route = new(
        "acknowledgement", "acknowledgeEscalation", "I have it: stops paging, stops no response clock.");

    public static void MapAcknowledgeEscalation(this IEndpointRouteBuilder app) =>
        Route.Map<AcknowledgementRequest>(app, (_, _, _) => (state, context) =>
            AcknowledgeEscalation.Decide(new(), state, context));
}

/// <summary>Nothing needs to be said.</summary>
public sealed record AcknowledgementRequest;
