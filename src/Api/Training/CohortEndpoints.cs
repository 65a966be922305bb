using Safeguard.Api.Commands;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Training;

namespace Safeguard.Api.Training;

/// <summary>A cohort's record, kept by its trainer and the Coordinators: <c>/api/cohorts/{id}</c> (R11).</summary>
public static class CohortEndpoints
{
    private const string Address = "/api/cohorts/{id:guid}";
    private const string Page = "/cohorts/{id:guid}";
    private const string Tag = "training";

    private static readonly Access Keepers = Access.Only(Role.Supervisor, Role.Coordinator);

    public static void MapCohorts(this IEndpointRouteBuilder app)
    {
        var open = new InstitutionRoute("openCohort", Tag, "Opens a training group under its trainer.")
        {
            Access = Access.Only(Role.Coordinator),
            Creates = true,
        };
        open.MapApi<CohortRequest>(app, "PUT", Address, (request, reading, route) =>
            Open(CohortOf(route), request, reading));
        open.MapForm<OpenCohortForm>(app, "/cohorts", CohortListPages.Page, (form, reading, _) =>
            Open(reading.Id("cohort", form.Cohort), new(form.Name, form.Trainer), reading));
        var add = Keep("addTrainee", "Somebody begins training in the cohort.");
        add.MapApi<TraineeRequest>(app, "POST", Address + "/trainees", Add);
        add.MapForm<TraineeRequest>(app, Page + "/trainees", CohortPages.Page("trainee"), Add);
        var held = Keep(
            "recordTrainingSession", "A session was held: what was covered, for how long, and who was there.");
        held.MapApi<TrainingSessionRequest>(app, "POST", Address + "/sessions", RecordSession);
        held.MapForm<TrainingSessionForm>(app, Page + "/sessions", CohortPages.Page("session"),
            (form, reading, route) => RecordSession(form.Request(reading), reading, route));
        var catchUp = Keep("recordCatchUp", "A trainee made up what they had missed.");
        catchUp.MapApi<CatchUpRequest>(app, "POST", Address + "/catch-ups", CatchUp);
        catchUp.MapForm<CatchUpForm>(app, Page + "/catch-ups", CohortPages.Page("catchUp"),
            (form, reading, route) => CatchUp(form.Request(reading), reading, route));
        var signOff = Keep("signOffTrainee", "The trainer says that a trainee is ready.");
        signOff.MapApi<TraineeRequest>(app, "POST", Address + "/sign-off", SignOff);
        signOff.MapForm<TraineeRequest>(app, Page + "/sign-off", CohortPages.Page("signOff"), SignOff);
        Keep("withdrawTrainee", "A trainee stops training here; what they did stays on record.")
            .MapApi<TraineeRequest>(app, "POST", Address + "/withdrawal", Withdraw);
        Keep("closeCohort", "Nobody joins any more; catch-ups and sign-offs go on.")
            .MapApi<ReasonlessRequest>(app, "POST", Address + "/closure", (_, _, route) => change =>
                change.CohortAsync(CohortOf(route), (cohort, context) =>
                    CloseCohort.Decide(new(), cohort, context)));
    }

    public static Guid CohortOf(RouteValueDictionary route) => Guid.Parse((string)route["id"]!);

    private static InstitutionRoute Keep(string name, string summary) => new(name, Tag, summary) { Access = Keepers };

    private static InstitutionCommands.Decide Open(Guid id, CohortRequest request, RequestReading reading)
    {
        var command = new OpenCohort(
            id, request.Name, reading.Person("trainer", request.Trainer), request.Curriculum);
        return change =>
        {
            change.RestsOn(command.Trainer);
            return change.CohortAsync(command.Cohort, (cohort, context) =>
                OpenCohort.Decide(command, cohort, context));
        };
    }

    private static InstitutionCommands.Decide Add(
        TraineeRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new AddTrainee(reading.Person("person", request.Person));
        return change =>
        {
            change.RestsOn(command.Trainee);
            return change.CohortAsync(
                CohortOf(route),
                (cohort, context) => AddTrainee.Decide(command, cohort, context),
                (cohort, context) => AddTrainee.Follow(command, cohort, context));
        };
    }

    private static InstitutionCommands.Decide RecordSession(
        TrainingSessionRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new RecordTrainingSession(
            reading.Id("session", request.Session), reading.Day("day", request.Day), request.Minutes ?? 0,
            request.Topics ?? [],
            [.. (request.Present ?? []).Select((person, index) => reading.Person($"present[{index}]", person))]);
        return change => change.CohortAsync(CohortOf(route), (cohort, context) =>
            RecordTrainingSession.Decide(command, cohort, context));
    }

    private static InstitutionCommands.Decide CatchUp(
        CatchUpRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new RecordCatchUp(
            reading.Id("catchUp", request.CatchUp), reading.Person("person", request.Person),
            reading.Day("day", request.Day), request.Minutes ?? 0, request.Topics ?? [], request.Reason);
        return change => change.CohortAsync(CohortOf(route), (cohort, context) =>
            RecordCatchUp.Decide(command, cohort, context));
    }

    private static InstitutionCommands.Decide SignOff(
        TraineeRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new SignOffTrainee(reading.Person("person", request.Person));
        return change => change.CohortAsync(CohortOf(route), (cohort, context) =>
            SignOffTrainee.Decide(command, cohort, context));
    }

    private static InstitutionCommands.Decide Withdraw(
        TraineeRequest request, RequestReading reading, RouteValueDictionary route)
    {
        var command = new WithdrawTrainee(reading.Person("person", request.Person), reading.Words(request.Reason));
        return change => change.CohortAsync(CohortOf(route), (cohort, context) =>
            WithdrawTrainee.Decide(command, cohort, context));
    }
}

/// <param name="Trainer">Their id; somebody with the role of Supervisor.</param>
/// <param name="Curriculum">A version once adopted; the present one when left out.</param>
public sealed record CohortRequest(string? Name = null, string? Trainer = null, int? Curriculum = null);

public sealed record TraineeRequest(string? Person = null, string? Reason = null);

/// <param name="Session">The session's own id, made by the client.</param>
/// <param name="Topics">By their ids in the curriculum.</param>
/// <param name="Present">Ids of those who were there.</param>
public sealed record TrainingSessionRequest(
    string? Session = null, string? Day = null, int? Minutes = null, IReadOnlyList<string>? Topics = null,
    IReadOnlyList<string>? Present = null);

/// <param name="CatchUp">Its own id, made by the client.</param>
public sealed record CatchUpRequest(
    string? CatchUp = null, string? Person = null, string? Day = null, int? Minutes = null,
    IReadOnlyList<string>? Topics = null, string? Reason = null);
