using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>
/// A supporter joins a group, out of their former one: <c>POST /api/supervision-groups/{id}/members</c>.
/// </summary>
public static class JoinSupervisionGroupEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "joinSupervisionGroup", "supervision", "Puts a supporter into the group, out of the one they were in.")
    {
        Access = Access.Only(Role.Coordinator),
    };

    public static void MapJoinSupervisionGroup(this IEndpointRouteBuilder app) =>
        Route.MapApi<MemberRequest>(app, "POST", "/api/supervision-groups/{id}/members", Read);

    private static InstitutionCommands.Decide Read(
        MemberRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new JoinSupervisionGroup(reading.Person("person", request.Person), request.Reason);
        return change =>
        {
            change.RestsOnStanding(command.Supporter);
            return change.GroupAsync(
                route,
                (group, context) => JoinSupervisionGroup.Decide(command, group, context),
                (group, context) => JoinSupervisionGroup.Follow(command, group, context));
        };
    }
}

/// <param name="Reason">Needed where the group is not the one of whoever trained them (R10).</param>
public sealed record MemberRequest(string? Person = null, string? Reason = null);
