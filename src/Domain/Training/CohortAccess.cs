using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>Who keeps a cohort's record: its trainer, and the Coordinators.</summary>
internal static class CohortAccess
{
    /// <summary>To another trainer there is no such cohort; whoever trains nobody is told so either way.</summary>
    public static Rejection? RefusalOf(Cohort cohort, SupervisionContext context)
    {
        if (!context.IsOffice && !context.Caller.Is(Role.Supervisor)) return new TrainersOnly();
        return cohort.Opened && (context.IsOffice || cohort.Trainer == context.Caller.Person)
            ? null
            : new CohortUnknown();
    }
}

public sealed record TrainersOnly() : Rejection(
    "training.trainersOnly",
    Rule.R11,
    "Only the trainer of a cohort, or a Coordinator, keeps its record. Ask one of them to do it.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

/// <summary>There is no cohort by that id, or it is another trainer's.</summary>
public sealed record CohortUnknown() : Rejection(
    "training.cohortUnknown", Rule.R13, "There is no such cohort, or it is not yours to know. Choose one of yours.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

/// <summary>The programme office opens cohorts and makes supporters; trainers train.</summary>
public sealed record CoordinatorsRunTraining() : Rejection(
    "training.coordinatorsOnly", Rule.R11, "Only a Coordinator can do this. Ask the programme office.")
{
    public override RejectionKind Kind => RejectionKind.RoleMayNot;
}

public sealed record CohortIsClosed() : Rejection(
    "training.cohortClosed",
    Rule.R11,
    "This cohort is closed: catch-ups and sign-offs are all that is left of it. Use an open cohort.");

public sealed record NotATrainee() : Rejection(
    "training.notATrainee", Rule.R11, "This person does not have the role of Trainee. Give them the role first.");

public sealed record AlreadyASupporter() : Rejection(
    "training.isSupporter",
    Rule.R11,
    "This person is a supporter already. Change their panel or supervision group under People, or let them leave.");
