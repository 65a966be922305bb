using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>
/// A role ends: <c>POST /api/people/{id}/roles/revocation</c>, and its form. What was held open in it goes to somebody
/// else, and shifts come off the rota, in the same transaction (R4).
/// </summary>
public static class RevokeRoleEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "revokeRole", "people", "Takes a role; what the person holds open in it is reassigned in the same transaction.")
    {
        NeedsVersion = true,
    };

    public static void MapRevokeRole(this IEndpointRouteBuilder app)
    {
        var held = app.ServiceProvider.GetRequiredService<HeldItems>();
        Route.MapApi<RoleRequest>(app, "POST", "/api/people/{id}/roles/revocation", (request, reading, route) =>
            Revoke(held, PersonChange.PersonOf(route), request.Read(reading)));
        Route.MapForm<RoleRequest>(app, "/people/{id}/roles/revocation", PersonPages.Page(FormOf),
            (request, reading, route) => Revoke(held, PersonChange.PersonOf(route), request.Read(reading)));
    }

    private static InstitutionCommands.Decide Revoke(HeldItems held, PersonId person, RoleGrant lost) => async change =>
    {
        var before = change.Institution.Person(person);
        var rejection = await change.KnownPersonAsync(person, (state, context) =>
            RevokeRole.Decide(new(lost.Role, lost.Panel), state, context));
        if (rejection is not null || change.Transaction.IsEmpty) return rejection;
        var remaining = new Caller(person, [.. before!.Roles.Where(grant => grant != lost)]);
        await change.FollowAsync(Departure.FromRole(change.Institution, person, lost, change.Now));
        await held.ReassignAsync(change.Transaction, person, remaining);
        return null;
    };

    /// <summary>Every role on the page has a form of its own.</summary>
    private static string FormOf(RouteValueDictionary route, IFormCollection form)
    {
        var panel = form["panel"].ToString();
        return $"revoke-{form["role"]}-{(panel.Length == 0 ? "all" : panel)}";
    }
}
