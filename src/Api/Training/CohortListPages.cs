using Microsoft.AspNetCore.Http.HttpResults;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Training;

/// <summary>The cohorts: all for Coordinators, their own for trainers.</summary>
public sealed class CohortListPages(InstitutionDirectory directory, PageFrame frames)
{
    private const string Address = "/cohorts";

    /// <summary>Opening a cohort: back to the list, or the form again.</summary>
    internal static FormPage Page { get; } = new("cohort", Address, (http, refused, status) =>
        Task.FromResult<IResult>(http.RequestServices.GetRequiredService<CohortListPages>()
            .Show(http, refused, status)));

    public static void MapCohortsPage(IEndpointRouteBuilder app) =>
        app.MapGet(Address, (HttpContext http, CohortListPages pages) => pages.Show(http))
            .For(Access.Only(Role.Supervisor, Role.Coordinator)).ExcludeFromDescription();

    private RazorComponentResult<CohortsPage> Show(HttpContext http, Refused? refused = null, int status = 200)
    {
        var (institution, caller) = (directory.Present, http.Caller());
        var view = new CohortsView(
        [
            .. institution.Cohorts.Values.Where(cohort => ReadTrainingEndpoints.MaySee(cohort, caller))
                .OrderBy(cohort => cohort.Name, StringComparer.Ordinal).ThenBy(cohort => cohort.Id)
                .Select(cohort => new CohortLine(
                    cohort.Id.ToString(), cohort.Name, institution.PersonName(cohort.Trainer),
                    cohort.Trainees.Keys.Count(cohort.Has),
                    institution.ProgressOf(cohort).Count(one => one is { Missing.Count: 0, ActiveSince: null }),
                    cohort.Closed)),
        ])
        {
            MayOpen = caller.Is(Role.Coordinator),
            Trainers = caller.Is(Role.Coordinator) ? TrainersOf(institution) : [],
            Refused = refused,
        };
        return PageResult.Show<CohortsPage, CohortsView>(frames.For(http), view, status);
    }

    internal static IReadOnlyList<Choice> TrainersOf(Institution institution) =>
    [
        .. institution.Everybody.Where(person => institution.Holds(person.Id, Role.Supervisor))
            .Select(person => new Choice(person.Id.Value, institution.PersonName(person.Id))),
    ];
}
