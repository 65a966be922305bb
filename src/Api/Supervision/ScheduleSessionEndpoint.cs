using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>A session is scheduled: <c>POST /api/supervision-groups/{id}/sessions</c>.</summary>
public static class ScheduleSessionEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "scheduleSession", "supervision", "Schedules a session; one that was held already may be entered late.")
    {
        Access = Access.Only(Role.Supervisor, Role.Coordinator),
    };

    public static void MapScheduleSession(this IEndpointRouteBuilder app)
    {
        Route.MapApi<SessionRequest>(app, "POST", "/api/supervision-groups/{id}/sessions", Read);
        Route.MapForm<SessionRequest>(app, "/groups/{id}/sessions", GroupPages.Page((_, _) => "schedule"), Read);
    }

    private static InstitutionCommands.Decide Read(
        SessionRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new ScheduleSession(
            reading.Id("session", request.Session), reading.Day("day", request.Day),
            reading.StartsAt(request.StartsAt));
        return change => change.GroupAsync(route, (group, context) =>
            ScheduleSession.Decide(command, group, context));
    }
}

/// <param name="Session">The session's own id, made by the client.</param>
/// <param name="Day"><c>2026-11-20</c>.</param>
/// <param name="StartsAt">Local time, <c>18:00</c>; left out where only the day is known.</param>
public sealed record SessionRequest(
    string? Session = null, string? Day = null, string? StartsAt = null, string? Reason = null);
