using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>"I should not be the one": <c>POST /api/escalations/{id}/conflict</c>.</summary>
public static class DeclareEscalationConflictEndpoint
{
    private static readonly EscalationRoute Route = new(
        "conflict",
        "declareEscalationConflict",
        "The caller steps aside for a conflict of interest; the next people are paged.")
    {
        Then = "/queue",
    };

    public static void MapDeclareEscalationConflict(this IEndpointRouteBuilder app) =>
        Route.Map<ConflictRequest>(app, (_, _, _) => (state, context) =>
            DeclareEscalationConflict.Decide(new(), state, context));
}

/// <summary>Nothing needs to be said: why is nobody's business here.</summary>
public sealed record ConflictRequest;
