using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Api.Supervision;
using Safeguard.Domain;
using Safeguard.Domain.Training;

namespace Safeguard.Api.Training;

/// <summary>The training gate: <c>POST /api/supporters/{id}/activation</c> (R11).</summary>
public static class ActivateSupporterEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "activateSupporter", "training",
        "Makes a trainee a supporter once nothing is missing; else each thing is named.")
    {
        Access = Access.Only(Role.Coordinator),
    };

    public static void MapActivateSupporter(this IEndpointRouteBuilder app)
    {
        Route.MapApi<ActivationRequest>(app, "POST", "/api/supporters/{id}/activation", Read);
        Route.MapForm<ActivationRequest>(
            app, "/cohorts/{cohort:guid}/trainees/{id}/activation", CohortPages.Page("activate"), Read);
    }

    internal static InstitutionCommands.Decide Read(
        ActivationRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var person = SupervisionChange.SupporterOf(route);
        var command = new ActivateSupporter(
            string.IsNullOrWhiteSpace(request.Panel) ? null : new PanelId(request.Panel.Trim().ToLowerInvariant()),
            string.IsNullOrWhiteSpace(request.Group) ? null : new GroupId(request.Group.Trim().ToLowerInvariant()),
            request.Reason);
        return async change =>
        {
            change.RestsOn(person);
            if (command.Group is { } named) change.RestsOnGroup(named);
            foreach (var cohort in change.Institution.CohortsOf(person)) change.RestsOnCohort(cohort.Id);
            var (supporter, context) = (change.Institution.SupporterOf(person), change.Supervision);
            var rejection = await change.SupporterAsync(person, (state, now) =>
                ActivateSupporter.Decide(command, person, state, now));
            if (rejection is null && !change.Transaction.IsEmpty)
                await change.FollowAsync(ActivateSupporter.Follow(command, person, supporter, context));
            return rejection;
        };
    }
}

/// <param name="Group">Left out for their trainer's (R10).</param>
/// <param name="Reason">Needed where the group is not their trainer's.</param>
public sealed record ActivationRequest(string? Panel = null, string? Group = null, string? Reason = null);
