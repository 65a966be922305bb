using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>The sessions are over: nobody joins any more. Whoever still lacks something may catch up (R11).</summary>
public sealed record CloseCohort
{
    public static Decision<CohortEvent> Decide(CloseCohort command, Cohort cohort, SupervisionContext context)
    {
        if (CohortAccess.RefusalOf(cohort, context) is { } refusal) return refusal;
        return cohort.Closed ? Decision<CohortEvent>.AlreadySo : new CohortClosed(cohort.Id);
    }
}
