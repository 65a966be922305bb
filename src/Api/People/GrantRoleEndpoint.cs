using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>A role is given: <c>POST /api/people/{id}/roles</c>, and its form.</summary>
public static class GrantRoleEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "grantRole", "people",
        "Gives a role, for a panel or for the whole programme. It holds from the next request on.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
        NeedsVersion = true,
    };

    public static void MapGrantRole(this IEndpointRouteBuilder app)
    {
        Route.MapApi<RoleRequest>(app, "POST", "/api/people/{id}/roles", Read);
        Route.MapForm<RoleRequest>(app, "/people/{id}/roles", PersonPages.Page("role"), Read);
    }

    private static InstitutionCommands.Decide Read(
        RoleRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var grant = request.Read(reading);
        return change => change.KnownPersonAsync(route, (person, context) =>
            GrantRole.Decide(new(grant.Role, grant.Panel), person, context));
    }
}

/// <param name="Role"><c>SeniorMember</c>, <c>Supporter</c> …</param>
/// <param name="Panel">The panel's id; left out for the whole programme.</param>
public sealed record RoleRequest(string? Role = null, string? Panel = null)
{
    internal RoleGrant Read(RequestReading reading) => new(
        reading.Choice<Role>("role", Role),
        string.IsNullOrWhiteSpace(Panel) ? null : new PanelId(Panel.Trim().ToLowerInvariant()));
}
