using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>A session moves: <c>POST /api/supervision-groups/{id}/sessions/{session}/move</c>.</summary>
public static class MoveSessionEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "moveSession", "supervision", "Moves a session to another day or time.")
    {
        Access = Access.Only(Role.Supervisor, Role.Coordinator),
    };

    public static void MapMoveSession(this IEndpointRouteBuilder app)
    {
        Route.MapApi<SessionRequest>(
            app, "POST", "/api/supervision-groups/{id}/sessions/{session:guid}/move", Read);
        Route.MapForm<SessionRequest>(
            app, "/groups/{id}/sessions/{session:guid}/move",
            GroupPages.Page((route, _) => $"move-{route["session"]}"), Read);
    }

    private static InstitutionCommands.Decide Read(
        SessionRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new MoveSession(
            SupervisionChange.IdOf(route, "session"), reading.Day("day", request.Day),
            reading.StartsAt(request.StartsAt), reading.Words(request.Reason));
        return change => change.GroupAsync(route, (group, context) => MoveSession.Decide(command, group, context));
    }
}
