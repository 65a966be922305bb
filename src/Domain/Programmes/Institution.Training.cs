using Safeguard.Domain.Training;

namespace Safeguard.Domain.Programmes;

public sealed partial record Institution
{
    public Cohort CohortOf(Guid cohort) => Cohorts.GetValueOrDefault(cohort, Cohort.NotOpened);

    /// <summary>The version under which the cohort trains; the present one for one that was never opened.</summary>
    public Curriculum CurriculumOf(Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        return cohort.Opened ? Programme.CurriculumOf(cohort.Curriculum)! : Programme.Curriculum;
    }

    /// <summary>The cohorts somebody is in and has not withdrawn from, in the order in which they joined.</summary>
    public IReadOnlyList<Cohort> CohortsOf(PersonId trainee) =>
    [
        .. Cohorts.Values.Where(cohort => cohort.Has(trainee))
            .OrderBy(cohort => cohort.Trainees[trainee].JoinedAt).ThenBy(cohort => cohort.Id),
    ];

    /// <summary>The cohorts that somebody trains, in the order of their names.</summary>
    public IReadOnlyList<Cohort> CohortsTrainedBy(PersonId trainer) =>
    [
        .. Cohorts.Values.Where(cohort => cohort.Trainer == trainer)
            .OrderBy(cohort => cohort.Name, StringComparer.Ordinal).ThenBy(cohort => cohort.Id),
    ];

    /// <summary>
    /// How far somebody has come (R11), by the cohort that they joined last; in none, nothing is done and everything of
    /// the present curriculum is missing.
    /// </summary>
    public TrainingProgress TrainingOf(PersonId person)
    {
        var cohort = CohortsOf(person) is [.., var latest] ? latest : Cohort.NotOpened;
        return TrainingProgress.Of(person, cohort, CurriculumOf(cohort), SupporterOf(person));
    }

    /// <summary>How far each trainee of a cohort has come, by their ids; those who withdrew are left out.</summary>
    public IReadOnlyList<TrainingProgress> ProgressOf(Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        var curriculum = CurriculumOf(cohort);
        return
        [
            .. cohort.Trainees.Keys.Where(cohort.Has).Order(ById)
                .Select(trainee => TrainingProgress.Of(trainee, cohort, curriculum, SupporterOf(trainee))),
        ];
    }

    /// <summary>The group that a new supporter of that trainer joins by default (R10): the first by id.</summary>
    public GroupId? FirstGroupOf(PersonId supervisor) => Groups.Values
        .Where(group => group.Formed && group.Supervisor == supervisor)
        .OrderBy(group => group.Id.Value, StringComparer.Ordinal)
        .Select(group => (GroupId?)group.Id)
        .FirstOrDefault();
}
