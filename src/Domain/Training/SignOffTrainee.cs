using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>
/// The trainer says that a trainee is ready (R11). It is the trainer's own word: a Coordinator gives it only for a
/// trainer who no longer has the role.
/// </summary>
public sealed record SignOffTrainee(PersonId Trainee)
{
    public static Decision<CohortEvent> Decide(SignOffTrainee command, Cohort cohort, SupervisionContext context)
    {
        if (CohortAccess.RefusalOf(cohort, context) is { } refusal) return refusal;
        if (!cohort.Has(command.Trainee)) return new NotOfThisCohort { Missing = [command.Trainee.Value] };
        if (cohort.Trainees[command.Trainee].SignedOffAt is not null) return Decision<CohortEvent>.AlreadySo;
        var caller = context.Caller.Person;
        var trainerIsGone = !context.Institution.Holds(cohort.Trainer, Role.Supervisor);
        if (caller == command.Trainee || (caller != cohort.Trainer && !trainerIsGone)) return new SignOffIsTrainers();
        return new TraineeSignedOff(cohort.Id, command.Trainee);
    }
}

public sealed record SignOffIsTrainers() : Rejection(
    "training.signOffIsTrainers",
    Rule.R11,
    "Only the trainer signs off whom they trained, and nobody signs off themselves. Ask the trainer to do it.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}
