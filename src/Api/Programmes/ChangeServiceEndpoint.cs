using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>The directory says something else of a service: <c>POST /api/services/{id}/entry</c>, and its form.</summary>
public static class ChangeServiceEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "changeService", "programme", "Changes what the directory says about a service. What is left out stays.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
    };

    public static void MapChangeService(this IEndpointRouteBuilder app) =>
        Route.MapApi<ServiceRequest>(app, "POST", "/api/services/{id}/entry", (request, reading, route) =>
        {
            var service = (string)route["id"]!;
            var entry = request.Read(reading);
            return change => change.ProgrammeAsync((programme, context) =>
            {
                var known = programme.Services.GetValueOrDefault(service)?.Entry;
                return ChangeService.Decide(new(service, entry(known)), programme, context);
            });
        });
}
