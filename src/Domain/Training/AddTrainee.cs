using Safeguard.Domain.People;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>Somebody with the role of Trainee begins training in a cohort (R11).</summary>
public sealed record AddTrainee(PersonId Trainee)
{
    public static Decision<CohortEvent> Decide(AddTrainee command, Cohort cohort, SupervisionContext context)
    {
        if (CohortAccess.RefusalOf(cohort, context) is { } refusal) return refusal;
        var supporter = context.Institution.SupporterOf(command.Trainee);
        var isHere = supporter is { Enrolled: true, LeftAt: null };
        if (cohort.Has(command.Trainee) && isHere) return Decision<CohortEvent>.AlreadySo;
        if (cohort.Closed) return new CohortIsClosed();
        if (command.Trainee == cohort.Trainer) return new TrainsThemselves();
        if (isHere && supporter.ActiveSince is not null) return new AlreadyASupporter();
        if (!context.Institution.Holds(command.Trainee, Role.Trainee)) return new NotATrainee();
        if (context.Institution.CohortsOf(command.Trainee).Any(other => other.Id != cohort.Id && !other.Closed))
            return new InAnotherCohort();
        return new TraineeJoined(cohort.Id, command.Trainee);
    }

    /// <summary>
    /// Enrolled in their own stream too, with whoever trains them now: that is usually their supervisor later (R10).
    /// </summary>
    public static IReadOnlyList<InStream> Follow(AddTrainee command, Cohort cohort, SupervisionContext context)
    {
        var isSo = context.Institution.SupporterOf(command.Trainee) is { Enrolled: true, LeftAt: null } supporter
            && supporter.TrainedBy == cohort.Trainer;
        return isSo
            ? []
            :
            [
                new(Supporter.StreamType, command.Trainee.Value,
                    [new SupporterEnrolled(command.Trainee, cohort.Trainer)]),
            ];
    }
}

/// <summary>Two people stand behind every sign-off.</summary>
public sealed record TrainsThemselves() : Rejection(
    "training.trainsThemselves",
    Rule.R11,
    "This person trains the cohort and cannot be a trainee in it. Let them train in somebody else's.");

public sealed record InAnotherCohort() : Rejection(
    "training.inAnotherCohort",
    Rule.R11,
    "This person is in another open cohort. Withdraw them from that one first.");
