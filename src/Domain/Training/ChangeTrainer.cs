using Safeguard.Domain.People;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>
/// Somebody else trains the cohort from now on, and its former trainer does not see it any more (R10, R11). Sign-offs
/// that were given stay.
/// </summary>
public sealed record ChangeTrainer(PersonId Trainer, string? Reason)
{
    public static Decision<CohortEvent> Decide(ChangeTrainer command, Cohort cohort, SupervisionContext context)
    {
        if (!context.IsOffice) return new CoordinatorsRunTraining();
        if (!cohort.Opened) return new CohortUnknown();
        if (cohort.Trainer == command.Trainer) return Decision<CohortEvent>.AlreadySo;
        if (!context.Institution.Holds(command.Trainer, Role.Supervisor)) return new NotATrainer();
        if (cohort.Has(command.Trainer)) return new TrainsThemselves();
        return string.IsNullOrWhiteSpace(command.Reason)
            ? new TrainerChangeNeedsReason { Missing = ["reason"] }
            : new TrainerChanged(
                cohort.Id, cohort.Trainer, command.Trainer, new Confidential(command.Reason.Trim()));
    }

    /// <summary>Whoever is still in training here has the new trainer in their own stream too.</summary>
    public static IReadOnlyList<InStream> Follow(ChangeTrainer command, Cohort cohort, SupervisionContext context) =>
    [
        .. cohort.Trainees.Keys.Where(cohort.Has).OrderBy(trainee => trainee.Value, StringComparer.Ordinal)
            .Where(trainee => context.Institution.SupporterOf(trainee) is
                { Enrolled: true, LeftAt: null, ActiveSince: null } known && known.TrainedBy == cohort.Trainer)
            .Select(trainee => new InStream(
                Supporter.StreamType, trainee.Value, [new TrainerAssigned(trainee, command.Trainer)])),
    ];
}

public sealed record TrainerChangeNeedsReason() : Rejection(
    "training.trainerChangeNeedsReason",
    Rule.R10,
    "Another trainer than the one who began needs a reason. Say in a few words why.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
