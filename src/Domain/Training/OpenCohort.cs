using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>Open a training group under its trainer (R11).</summary>
/// <param name="Cohort">Made by the client, so that sending it twice opens it once.</param>
/// <param name="Curriculum">A version once adopted, for a cohort entered late; null for the present one.</param>
public sealed record OpenCohort(Guid Cohort, string? Name, PersonId Trainer, int? Curriculum)
{
    public static Decision<CohortEvent> Decide(OpenCohort command, Cohort cohort, SupervisionContext context)
    {
        if (!context.IsOffice) return new CoordinatorsRunTraining();
        if (string.IsNullOrWhiteSpace(command.Name)) return new CohortNameMissing { Missing = ["name"] };
        if (cohort.Opened) return IsThis(command, cohort) ? Decision<CohortEvent>.AlreadySo : new CohortExists();
        if (!context.Institution.Holds(command.Trainer, Role.Supervisor)) return new NotATrainer();
        var programme = context.Institution.Programme;
        if (programme.CurriculumOf(command.Curriculum ?? programme.Curriculum.Version) is not { } curriculum)
            return new CurriculumUnknown();
        return new CohortOpened(command.Cohort, command.Name.Trim(), command.Trainer, curriculum.Version);
    }

    private static bool IsThis(OpenCohort command, Cohort cohort) =>
        cohort.Name == command.Name!.Trim() && cohort.Trainer == command.Trainer
        && (command.Curriculum is null || command.Curriculum == cohort.Curriculum);
}

public sealed record CohortNameMissing() : Rejection(
    "training.cohortNameMissing", Rule.R11, "A cohort needs a name. Say what people call it.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}

public sealed record CohortExists() : Rejection(
    "training.cohortExists",
    Rule.R11,
    "There is another cohort with this id. Open this one with a new id, or look at that one.");

public sealed record NotATrainer() : Rejection(
    "training.notATrainer",
    Rule.R11,
    "Only somebody with the role of Supervisor trains a cohort. Give them the role first.");

public sealed record CurriculumUnknown() : Rejection(
    "training.curriculumUnknown",
    Rule.R11,
    "No curriculum of that version has been adopted. Choose one from the list, or leave it out for the present one.");
