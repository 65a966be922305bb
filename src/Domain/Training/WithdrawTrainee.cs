using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>A trainee stops training in this cohort, for now or for good. What they did stays on record.</summary>
public sealed record WithdrawTrainee(PersonId Trainee, Confidential? Reason)
{
    public static Decision<CohortEvent> Decide(WithdrawTrainee command, Cohort cohort, SupervisionContext context)
    {
        if (CohortAccess.RefusalOf(cohort, context) is { } refusal) return refusal;
        if (!cohort.Trainees.ContainsKey(command.Trainee))
            return new NotOfThisCohort { Missing = [command.Trainee.Value] };
        if (!cohort.Has(command.Trainee)) return Decision<CohortEvent>.AlreadySo;
        if (context.Institution.SupporterOf(command.Trainee) is { ActiveSince: not null, LeftAt: null })
            return new AlreadyASupporter();
        return new TraineeWithdrawn(cohort.Id, command.Trainee, command.Reason);
    }
}
