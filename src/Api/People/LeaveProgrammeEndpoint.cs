using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.People;

namespace Safeguard.Api.People;

/// <summary>
/// Somebody leaves: <c>POST /api/people/{id}/departure</c>, and its form. Roles end, shifts come off the rota, groups
/// are left, and what they hold open goes to somebody else, all in one transaction (R4).
/// </summary>
public static class LeaveProgrammeEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "leaveProgramme", "people", "Ends every role and reassigns what the person holds open, in one transaction.");

    public static void MapLeaveProgramme(this IEndpointRouteBuilder app)
    {
        var held = app.ServiceProvider.GetRequiredService<HeldItems>();
        Route.MapApi<ReasonlessRequest>(app, "POST", "/api/people/{id}/departure", (_, _, route) =>
            Leave(held, PersonChange.PersonOf(route)));
        Route.MapForm<ReasonlessRequest>(app, "/people/{id}/departure", PersonPages.Page("departure"), (_, _, route) =>
            Leave(held, PersonChange.PersonOf(route)));
    }

    private static InstitutionCommands.Decide Leave(HeldItems held, PersonId person) => async change =>
    {
        var rejection = await change.KnownPersonAsync(person, (state, context) =>
            LeaveProgramme.Decide(new(), state, context));
        if (rejection is not null || change.Transaction.IsEmpty) return rejection;
        await change.FollowAsync(Departure.FromProgramme(change.Institution, person, change.Now));
        await held.ReassignAsync(change.Transaction, person, remaining: null);
        return null;
    };
}
