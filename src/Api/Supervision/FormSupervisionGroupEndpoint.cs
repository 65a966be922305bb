using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>A group is formed: <c>PUT /api/supervision-groups/{id}</c>.</summary>
public static class FormSupervisionGroupEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "formSupervisionGroup", "supervision", "Forms a supervision group under its supervisor.")
    {
        Access = Access.Only(Role.Coordinator),
        Creates = true,
    };

    public static void MapFormSupervisionGroup(this IEndpointRouteBuilder app) =>
        Route.MapApi<SupervisorRequest>(app, "PUT", "/api/supervision-groups/{id}", Read);

    private static InstitutionCommands.Decide Read(
        SupervisorRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var supervisor = reading.Person("supervisor", request.Supervisor);
        return change => change.GroupAsync(route, (group, context) => FormSupervisionGroup.Decide(
            new(SupervisionChange.GroupOf(route), supervisor), group, context));
    }
}

/// <param name="Supervisor">Their id.</param>
public sealed record SupervisorRequest(string? Supervisor = null);
