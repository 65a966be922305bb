using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Training;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Training;

/// <summary>Cohorts, each trainee's progress with what is missing, and the curriculum.</summary>
public static class ReadTrainingEndpoints
{
    private const string Tag = "training";

    public static void MapReadTraining(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cohorts", List)
            .For(Access.Only(Role.Supervisor, Role.Coordinator)).WithName("listCohorts").WithTags(Tag)
            .WithSummary("Every cohort for Coordinators, their own for trainers.")
            .Produces<Listed<CohortAnswer>>().Problems(401, 403);
        api.MapGet("/cohorts/{id:guid}/progress", Progress)
            .For(Access.Only(Role.Supervisor, Role.Coordinator)).WithName("readCohortProgress").WithTags(Tag)
            .WithSummary("How far each trainee has come, and what each still lacks.")
            .Reads<Listed<TrainingProgress>>();
        api.MapGet("/supporters/{id}/training", One)
            .For(Access.Everyone).WithName("readTraining").WithTags(Tag)
            .WithSummary("One trainee's progress, for themselves, their trainer and the Coordinators.")
            .Reads<TrainingProgress>();
        api.MapGet("/curriculum", (InstitutionDirectory directory) =>
                ApiJson.Ok(directory.Present.Programme.Curriculum))
            .For(Access.Everyone).WithName("readCurriculum").WithTags(Tag)
            .WithSummary("The curriculum that a cohort opened now trains under.")
            .Produces<Curriculum>().Problems(401);
    }

    public static bool MaySee(Cohort cohort, Caller caller)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        ArgumentNullException.ThrowIfNull(caller);
        return cohort.Opened
            && (caller.Is(Role.Coordinator) || (caller.Is(Role.Supervisor) && cohort.Trainer == caller.Person));
    }

    private static IResult List(HttpContext http, InstitutionDirectory directory) =>
        ApiJson.Ok(new Listed<CohortAnswer>(
        [
            .. directory.Present.Cohorts.Values.Where(cohort => MaySee(cohort, http.Caller()))
                .OrderBy(cohort => cohort.Name, StringComparer.Ordinal).ThenBy(cohort => cohort.Id)
                .Select(CohortAnswer.Of),
        ]));

    private static IResult Progress(Guid id, HttpContext http, InstitutionDirectory directory)
    {
        var cohort = directory.Present.CohortOf(id);
        return MaySee(cohort, http.Caller())
            ? ApiJson.Ok(new Listed<TrainingProgress>(directory.Present.ProgressOf(cohort)))
            : Problem.NotThere.ToResult();
    }

    private static IResult One(string id, HttpContext http, InstitutionDirectory directory, TimeProvider clock)
    {
        var institution = directory.Present;
        var person = new PersonId(id.ToLowerInvariant());
        return Supervision.ReadStandingEndpoints.MaySee(institution, http.Caller(), person, clock.GetUtcNow())
            ? ApiJson.Ok(institution.TrainingOf(person))
            : Problem.NotThere.ToResult();
    }
}

/// <param name="Trainees">How many are in it.</param>
public sealed record CohortAnswer(
    Guid Cohort, string Name, PersonId Trainer, int Curriculum, bool Closed, int Trainees, int Sessions)
{
    public static CohortAnswer Of(Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        return new(
            cohort.Id, cohort.Name, cohort.Trainer, cohort.Curriculum, cohort.Closed,
            cohort.Trainees.Keys.Count(cohort.Has), cohort.Sessions.Values.Count(session => !session.CatchUp));
    }
}
