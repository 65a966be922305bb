using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Training;

namespace Safeguard.Api.Training;

/// <summary>Somebody else trains a cohort: <c>POST /api/cohorts/{id}/trainer</c>, and its form (R10).</summary>
public static class ChangeTrainerEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "changeTrainer", "training", "Somebody else trains the cohort; its former trainer sees it no more.")
    {
        Access = Access.Only(Role.Coordinator),
    };

    public static void MapChangeTrainer(this IEndpointRouteBuilder app)
    {
        Route.MapApi<TrainerRequest>(app, "POST", "/api/cohorts/{id:guid}/trainer", Read);
        Route.MapForm<TrainerRequest>(app, "/cohorts/{id:guid}/trainer", CohortPages.Page("trainer"), Read);
    }

    private static InstitutionCommands.Decide Read(
        TrainerRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new ChangeTrainer(reading.Person("trainer", request.Trainer), request.Reason);
        return change =>
        {
            change.RestsOn(command.Trainer);
            return change.CohortAsync(
                CohortEndpoints.CohortOf(route),
                (cohort, context) => ChangeTrainer.Decide(command, cohort, context),
                (cohort, context) => ChangeTrainer.Follow(command, cohort, context));
        };
    }
}

/// <param name="Trainer">Their id; somebody with the role of Supervisor.</param>
public sealed record TrainerRequest(string? Trainer = null, string? Reason = null);
