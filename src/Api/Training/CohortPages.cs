using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Training;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Training;

/// <summary>One cohort as a page, for its trainer and the Coordinators.</summary>
public sealed class CohortPages(InstitutionDirectory directory, PageFrame frames)
{
    private static readonly Access Readers = Access.Only(Role.Supervisor, Role.Coordinator);

    public static void MapCohortPage(IEndpointRouteBuilder app)
    {
        app.MapGet("/cohorts/{id:guid}", (HttpContext http, CohortPages pages) => pages.Show(http))
            .For(Readers).ExcludeFromDescription();
        // The address of a form that was refused is in the browser's bar: asked for again it leads back to the page.
        app.MapGet("/cohorts/{id:guid}/{**form}", (Guid id) => Respond.SeeOther($"/cohorts/{id}"))
            .For(Readers).ExcludeFromDescription();
    }

    /// <summary>The page of a form: back to the cohort, or the form again.</summary>
    public static FormPage Page(string form) => new(
        (route, fields) => form switch
        {
            "activate" => $"activate-{((string)route["id"]!).ToLowerInvariant()}",
            "correction" => $"correction-{((string)route["session"]!).ToLowerInvariant()}",
            "signOff" => $"signOff-{fields["person"]}",
            _ => form,
        },
        (route, _) => $"/cohorts/{CohortIn(route)}",
        (http, refused, status) => Task.FromResult(
            http.RequestServices.GetRequiredService<CohortPages>().Show(http, refused, status)));

    private static Guid CohortIn(RouteValueDictionary route) =>
        Guid.Parse((string)(route.GetValueOrDefault("cohort") ?? route["id"])!);

    private IResult Show(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (institution, caller) = (directory.Present, http.Caller());
        var cohort = institution.CohortOf(CohortIn(http.Request.RouteValues));
        if (!ReadTrainingEndpoints.MaySee(cohort, caller)) return RefusedForm.ErrorFor(http, Problem.NotThere);
        var isOffice = caller.Is(Role.Coordinator);
        var view = ViewOf(institution, cohort) with
        {
            Panels = isOffice
                ? [.. institution.Panels.Select(panel => new Choice(panel.Id.Value, panel.Name))] : [],
            Groups = isOffice ? GroupsOf(institution) : [],
            Trainers = isOffice ? CohortListPages.TrainersOf(institution) : [],
            MaySignOff = caller.Person == cohort.Trainer || !institution.Holds(cohort.Trainer, Role.Supervisor),
            MayActivate = isOffice,
            Refused = refused is null ? null : InWords(refused, institution.CurriculumOf(cohort)),
        };
        return PageResult.Show<CohortPage, CohortView>(frames.For(http), view, status);
    }

    private static CohortView ViewOf(Institution institution, Cohort cohort)
    {
        var curriculum = institution.CurriculumOf(cohort);
        var words = curriculum.Topics.ToDictionary(topic => topic.Id, topic => topic.Words, StringComparer.Ordinal);
        return new CohortView(
            cohort.Id.ToString(), cohort.Name, institution.PersonName(cohort.Trainer),
            [
                .. institution.ProgressOf(cohort).Select(one => new TraineeView(
                    one.Trainee.Value, institution.PersonName(one.Trainee), one.MinutesDone, one.MinutesNeeded,
                    [.. one.Missing.Select(item => TrainingWords.Missing(item, curriculum))],
                    one.SignedOffAt is not null, one.ActiveSince)),
            ],
            [.. curriculum.Topics.Select(topic => new Choice(topic.Id, topic.Words))])
        {
            Closed = cohort.Closed,
            Sessions =
            [
                .. cohort.Sessions.Values.OrderByDescending(held => held.Day).ThenBy(held => held.Id)
                    .Select(held => SessionOf(held, words)),
            ],
            Everybody =
            [
                .. cohort.Trainees.Keys.OrderBy(trainee => trainee.Value, StringComparer.Ordinal)
                    .Select(trainee => new Choice(trainee.Value, institution.PersonName(trainee))),
            ],
            Joinable =
            [
                .. institution.Everybody
                    .Where(person => institution.Holds(person.Id, Role.Trainee)
                        && institution.CohortsOf(person.Id).Count == 0)
                    .Select(person => new Choice(person.Id.Value, institution.PersonName(person.Id))),
            ],
        };
    }

    private static TrainingSessionView SessionOf(TrainingSession held, Dictionary<string, string> words) => new(
        held.Id.ToString(), held.Day, held.Minutes,
        [.. held.Topics.Select(topic => words.GetValueOrDefault(topic, topic))], held.Present.Count, held.CatchUp)
    {
        TopicIds = held.Topics,
        PresentIds = [.. held.Present.Select(person => person.Value)],
        Before = [.. held.Before.Select(before => SessionOf(before, words))],
        CorrectedBecause = held.CorrectedBecause is { } because ? because.Text ?? "erased" : null,
    };

    private static IReadOnlyList<Choice> GroupsOf(Institution institution) =>
    [
        .. institution.Groups.Values.Where(known => known.Formed)
            .OrderBy(known => known.Id.Value, StringComparer.Ordinal)
            .Select(known => new Choice(known.Id.Value, known.Id.Value.ToUpperInvariant()
                + (known.Supervisor is { } supervisor ? $", {institution.PersonName(supervisor)}" : ""))),
    ];

    /// <summary>Each missing thing by its own name; only panel and group are fields of the form.</summary>
    private static Refused InWords(Refused refused, Curriculum curriculum) =>
        refused.Code != "training.incomplete"
            ? refused
            : refused with
            {
                Faults =
                [
                    .. refused.Faults.Select(fault => fault.Field is null
                        ? fault
                        : new Fault(
                            fault.Field is "panel" or "group" ? fault.Field : null,
                            $"Missing: {TrainingWords.Missing(fault.Field, curriculum)}")),
                ],
            };
}
