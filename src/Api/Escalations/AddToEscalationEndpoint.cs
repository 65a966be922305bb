using Safeguard.Api.Http;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>
/// What the raiser remembers later, or that it got worse: <c>POST /api/escalations/{id}/additions</c>.
/// </summary>
public static class AddToEscalationEndpoint
{
    private static readonly EscalationRoute Route = new(
        "additions", "addToEscalation", "The raiser adds something, or says that it got worse, which raises the band.")
    {
        Access = Access.EvenAfterLeaving,
        Then = "/receipts/{id}",
    };

    public static void MapAddToEscalation(this IEndpointRouteBuilder app) =>
        Route.Map<AdditionRequest>(app, (request, reading, _) =>
        {
            var id = reading.Id("addition", request.Addition);
            return (state, context) => AddToEscalation.Decide(
                new(id, reading.Words(request.What), request.GotWorse ?? false), state, context);
        });
}

/// <param name="Addition">The addition's own id, made by the client; sent twice it is kept once.</param>
public sealed record AdditionRequest(string? Addition = null, string? What = null, bool? GotWorse = null);
