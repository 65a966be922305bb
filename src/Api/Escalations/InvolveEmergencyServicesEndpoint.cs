using Safeguard.Api.Http;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>999 or security was called: <c>POST /api/escalations/{id}/emergency-services</c>.</summary>
public static class InvolveEmergencyServicesEndpoint
{
    private static readonly EscalationRoute Route = new(
        "emergency-services",
        "involveEmergencyServices",
        "Emergency services were called. Closing then needs a disclosure record.")
    {
        // The raiser too, whatever became of them since; to anybody else there is nothing here.
        Access = Access.EvenAfterLeaving,
    };

    public static void MapInvolveEmergencyServices(this IEndpointRouteBuilder app) =>
        Route.Map<EmergencyServicesRequest>(app, (request, reading, _) =>
        {
            reading.Happened(request.OccurredAt);
            return (state, context) => InvolveEmergencyServices.Decide(
                new(request.Service, reading.Words(request.Note)), state, context);
        });
}

/// <param name="Service">Who was called: <c>999</c>, <c>campusSecurity</c>, or another in a word.</param>
public sealed record EmergencyServicesRequest(string? Service = null, string? Note = null, string? OccurredAt = null);
