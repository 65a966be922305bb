using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>"Someone else takes it": <c>POST /api/escalations/{id}/transfer</c>.</summary>
public static class TransferEscalationEndpoint
{
    private static readonly EscalationRoute Route = new(
        "transfer", "transferEscalation", "Asks a named person to take it. The owner stays until they say I have it.");

    public static void MapTransferEscalation(this IEndpointRouteBuilder app) =>
        Route.Map<TransferRequest>(app, (request, reading, _) =>
        {
            var to = reading.Person("to", request.To);
            return (state, context) =>
                TransferEscalation.Decide(new(to, reading.Words(request.Reason)), state, context);
        });
}

public sealed record TransferRequest(string? To = null, string? Reason = null);
