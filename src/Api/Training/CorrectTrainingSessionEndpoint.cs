using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Training;

namespace Safeguard.Api.Training;

/// <summary>
/// A session or catch-up was recorded wrongly: <c>POST /api/cohorts/{id}/sessions/{session}/correction</c>, and its
/// form (R2, R11).
/// </summary>
public static class CorrectTrainingSessionEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "correctTrainingSession", "training", "A session or catch-up reads otherwise; what it said before stays.")
    {
        Access = Access.Only(Role.Supervisor, Role.Coordinator),
    };

    public static void MapCorrectTrainingSession(this IEndpointRouteBuilder app)
    {
        Route.MapApi<TrainingCorrectionRequest>(
            app, "POST", "/api/cohorts/{id:guid}/sessions/{session:guid}/correction", Read);
        Route.MapForm<TrainingCorrectionForm>(
            app, "/cohorts/{id:guid}/sessions/{session:guid}/correction", CohortPages.Page("correction"),
            (form, reading, route) => Read(form.Request(reading), reading, route));
    }

    private static InstitutionCommands.Decide Read(
        TrainingCorrectionRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new CorrectTrainingSession(
            Guid.Parse((string)route["session"]!), reading.Day("day", request.Day), request.Minutes ?? 0,
            request.Topics ?? [],
            [.. (request.Present ?? []).Select((person, index) => reading.Person($"present[{index}]", person))],
            request.Reason);
        return change => change.CohortAsync(CohortEndpoints.CohortOf(route), (cohort, context) =>
            CorrectTrainingSession.Decide(command, cohort, context));
    }
}

/// <param name="Topics">By their ids in the curriculum.</param>
/// <param name="Present">Ids of those who were there; a catch-up stays its trainee's.</param>
public sealed record TrainingCorrectionRequest(
    string? Day = null, int? Minutes = null, IReadOnlyList<string>? Topics = null,
    IReadOnlyList<string>? Present = null, string? Reason = null);

/// <summary>A correction as its form says it.</summary>
public sealed record TrainingCorrectionForm(
    string? Day = null, string? Minutes = null, string? Topics = null, string? Present = null, string? Reason = null)
{
    internal TrainingCorrectionRequest Request(RequestReading reading) => new(
        Day, Ticks.Minutes(Minutes, reading), Ticks.Of(Topics), Ticks.Of(Present), Reason);
}
