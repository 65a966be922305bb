using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Programmes;

/// <summary>The directory says otherwise of a service: <c>POST /api/services/{id}/entry</c>, and its form.</summary>
public static class ChangeServiceEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "changeService", "programme", "Changes what the directory says about a service. What is left out stays.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
    };

    public static void MapChangeService(this IEndpointRouteBuilder app)
    {
        Route.MapApi<ServiceRequest>(app, "POST", "/api/services/{id}/entry", (request, reading, route) =>
            Change(request, reading, route, isWhole: false));
        Route.MapForm<ServiceRequest>(
            app, "/services/{id}", ServicesPages.Page(route => $"service-{route["id"]}-form"),
            (request, reading, route) => Change(request, reading, route, isWhole: true));
    }

    /// <param name="isWhole">A form sends everything: what is empty there is to be empty.</param>
    private static InstitutionCommands.Decide Change(
        ServiceRequest request, RequestReading reading, RouteValueDictionary route, bool isWhole)
    {
        var service = (string)route["id"]!;
        var entry = request.Read(reading);
        return change => change.ProgrammeAsync((programme, context) =>
        {
            var known = isWhole ? null : programme.Services.GetValueOrDefault(service)?.Entry;
            return ChangeService.Decide(new(service, entry(known)), programme, context);
        });
    }
}
