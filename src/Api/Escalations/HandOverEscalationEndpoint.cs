using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>Handing over after contact: <c>POST /api/escalations/{id}/handover</c>.</summary>
public static class HandOverEscalationEndpoint
{
    private static readonly EscalationRoute Route = new(
        "handover",
        "handOverEscalation",
        "Hands over after contact, to a person of the programme or to somebody outside it.")
    {
        Then = "/escalations/{id}",
    };

    public static void MapHandOverEscalation(this IEndpointRouteBuilder app) =>
        Route.Map<HandoverRequest>(app, (request, reading, _) =>
        {
            var to = reading.KnownPerson(request.To);
            var outside = to is null ? request.ToOutside ?? request.To : request.ToOutside;
            return (state, context) => HandOverEscalation.Decide(
                new(to, reading.Words(outside), reading.Words(request.Reason)), state, context);
        });
}

/// <param name="To">A person's id. Anything else is taken as somebody outside the programme, in words.</param>
public sealed record HandoverRequest(string? To = null, string? ToOutside = null, string? Reason = null);
