using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>A group gets another supervisor: <c>POST /api/supervision-groups/{id}/supervisor</c>.</summary>
public static class AssignSupervisorEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "assignSupervisor", "supervision", "Gives a group another supervisor; the former one's access ends at once.")
    {
        Access = Access.Only(Role.Coordinator),
    };

    public static void MapAssignSupervisor(this IEndpointRouteBuilder app) =>
        Route.MapApi<SupervisorRequest>(app, "POST", "/api/supervision-groups/{id}/supervisor", Read);

    private static InstitutionCommands.Decide Read(
        SupervisorRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var supervisor = reading.Person("supervisor", request.Supervisor);
        return change =>
        {
            change.RestsOn(supervisor);
            return change.GroupAsync(route, (group, context) =>
                AssignSupervisor.Decide(new(supervisor), group, context));
        };
    }
}
