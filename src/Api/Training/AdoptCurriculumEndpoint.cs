using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Training;

namespace Safeguard.Api.Training;

/// <summary>Another curriculum is adopted: <c>PUT /api/programmes/{id}/curriculum</c> (R11).</summary>
public static class AdoptCurriculumEndpoint
{
    private static readonly InstitutionRoute Route = new(
        "adoptCurriculum", "training", "Adopts a curriculum whole; cohorts that are open keep theirs.")
    {
        Access = Access.Only(Role.Coordinator, Role.Administrator),
        NeedsVersion = true,
    };

    public static void MapAdoptCurriculum(this IEndpointRouteBuilder app) =>
        Route.MapApi<CurriculumRequest>(app, "PUT", "/api/programmes/{id}/curriculum", Read);

    private static InstitutionCommands.Decide Read(
        CurriculumRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var curriculum = new Curriculum
        {
            Sessions = request.Sessions ?? Curriculum.Default.Sessions,
            MinutesPerSession = request.MinutesPerSession ?? Curriculum.Default.MinutesPerSession,
            Topics = request.Topics ?? [],
        };
        return change => change.ProgrammeAsync((programme, context) =>
            AdoptCurriculum.Decide(new(curriculum, request.Reason), programme, context));
    }
}

/// <param name="Reason">Why; needed.</param>
public sealed record CurriculumRequest(
    int? Sessions = null, int? MinutesPerSession = null, IReadOnlyList<Topic>? Topics = null, string? Reason = null);
