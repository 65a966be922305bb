using Safeguard.Domain.CaseFiles;

namespace Safeguard.Api.CaseFiles;

/// <summary>Sets a goal: <c>POST /api/case-files/{id}/goals</c>.</summary>
public static class SetGoalEndpoint
{
    private static readonly CaseFileRoute Route = new(
        "goals", "setGoal",
        "A goal, in programmes whose files carry goals.");

    public static void MapSetGoal(this IEndpointRouteBuilder app) =>
        Route.Map<GoalRequest>(app, (request, reading, _) =>
        {
            var id = reading.Id("goal", request.Goal);
            var by = string.IsNullOrWhiteSpace(request.By) ? (DateOnly?)null : reading.Day("by", request.By);
            return (state, context) => SetGoal.Decide(new(id, reading.Words(request.What), by), state, context);
        });
}

/// <param name="By">The day it is hoped for.</param>
public sealed record GoalRequest(string? Goal = null, string? What = null, string? By = null);
