using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>A session is cancelled: <c>POST /api/supervision-groups/{id}/sessions/{session}/cancellation</c>.</summary>
public static class CancelSessionEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "cancelSession", "supervision", "Cancels a session; nobody lapses because of it.")
    {
        Access = Access.Only(Role.Supervisor, Role.Coordinator),
    };

    public static void MapCancelSession(this IEndpointRouteBuilder app)
    {
        Route.MapApi<ReasonRequest>(
            app, "POST", "/api/supervision-groups/{id}/sessions/{session:guid}/cancellation", Read);
        Route.MapForm<ReasonRequest>(
            app, "/groups/{id}/sessions/{session:guid}/cancellation",
            GroupPages.Page((route, _) => $"cancel-{route["session"]}"), Read);
    }

    private static InstitutionCommands.Decide Read(
        ReasonRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new CancelSession(SupervisionChange.IdOf(route, "session"), reading.Words(request.Reason));
        return change => change.GroupAsync(route, (group, context) => CancelSession.Decide(command, group, context));
    }
}
