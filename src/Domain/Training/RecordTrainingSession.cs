using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>A session of the cohort was held: its minutes and topics are those of whoever was there (R11).</summary>
/// <param name="Session">Made by the client, so that sending it twice records it once.</param>
public sealed record RecordTrainingSession(
    Guid Session, DateOnly Day, int Minutes, IReadOnlyList<string> Topics, IReadOnlyList<PersonId> Present)
{
    public static Decision<CohortEvent> Decide(
        RecordTrainingSession command, Cohort cohort, SupervisionContext context)
    {
        if (CohortAccess.RefusalOf(cohort, context) is { } refusal) return refusal;
        var held = new TrainingSession(
            command.Session, command.Day, command.Minutes, command.Topics, command.Present).NamingEachOnce();
        if (cohort.Sessions.TryGetValue(held.Id, out var known) && known.ReadsAs(held))
            return Decision<CohortEvent>.AlreadySo;
        if (cohort.Closed) return new CohortIsClosed();
        if (held.RefusalFor(cohort, context) is { } fault) return fault;
        return new TrainingSessionHeld(cohort.Id, held.Id, held.Day, held.Minutes, held.Topics, held.Present);
    }
}
