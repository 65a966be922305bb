using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>Something to be done is done: <c>POST /api/escalations/{id}/actions/{action}/completion</c>.</summary>
public static class CompleteActionEndpoint
{
    private static readonly EscalationRoute Route = new(
        "actions/{action:guid}/completion", "completeAction", "An action that was recorded is done.")
    {
        Access = Http.Access.Everyone,
    };

    public static void MapCompleteAction(this IEndpointRouteBuilder app) =>
        Route.Map<CompletionRequest>(app, (request, reading, route) =>
        {
            var id = Guid.Parse((string)route["action"]!);
            return (state, context) => CompleteAction.Decide(new(id, reading.Words(request.Note)), state, context);
        });
}

public sealed record CompletionRequest(string? Note = null);
