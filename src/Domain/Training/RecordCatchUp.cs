using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>
/// A trainee made up what they had missed; it counts because the trainer records it, also after the cohort has closed
/// (R11).
/// </summary>
/// <param name="CatchUp">Made by the client, so that sending it twice records it once.</param>
public sealed record RecordCatchUp(
    Guid CatchUp, PersonId Trainee, DateOnly Day, int Minutes, IReadOnlyList<string> Topics, string? Reason)
{
    public static Decision<CohortEvent> Decide(RecordCatchUp command, Cohort cohort, SupervisionContext context)
    {
        if (CohortAccess.RefusalOf(cohort, context) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(command.Reason)) return new CatchUpNeedsReason { Missing = ["reason"] };
        var held = new TrainingSession(
            command.CatchUp, command.Day, command.Minutes, command.Topics, [command.Trainee])
        {
            CatchUp = true,
        }.NamingEachOnce();
        if (cohort.Sessions.TryGetValue(held.Id, out var known) && known.ReadsAs(held))
            return Decision<CohortEvent>.AlreadySo;
        if (held.RefusalFor(cohort, context) is { } fault) return fault;
        return new CatchUpRecorded(
            cohort.Id, held.Id, command.Trainee, held.Day, held.Minutes, held.Topics,
            new Confidential(command.Reason.Trim()));
    }
}

public sealed record CatchUpNeedsReason() : Rejection(
    "training.catchUpNeedsReason",
    Rule.R11,
    "A catch-up is on record with its reason. Say in a few words what it makes up for.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
