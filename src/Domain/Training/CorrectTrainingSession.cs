using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Training;

/// <summary>
/// A session or catch-up was recorded wrongly: it counts as it reads now, and what it said before stays on record with
/// the reason (R2, R11). Who was made a supporter on the strength of it stays one.
/// </summary>
/// <param name="Present">Empty for a session that was not held after all. A catch-up stays its trainee's.</param>
public sealed record CorrectTrainingSession(
    Guid Session, DateOnly Day, int Minutes, IReadOnlyList<string> Topics, IReadOnlyList<PersonId> Present,
    string? Reason)
{
    public static Decision<CohortEvent> Decide(
        CorrectTrainingSession command, Cohort cohort, SupervisionContext context)
    {
        if (CohortAccess.RefusalOf(cohort, context) is { } refusal) return refusal;
        if (!cohort.Sessions.TryGetValue(command.Session, out var known)) return new TrainingSessionUnknown();
        if (string.IsNullOrWhiteSpace(command.Reason)) return new CorrectionNeedsReason { Missing = ["reason"] };
        var corrected = new TrainingSession(
            known.Id, command.Day, command.Minutes, command.Topics, known.CatchUp ? known.Present : command.Present)
        {
            CatchUp = known.CatchUp,
        }.NamingEachOnce();
        if (known.ReadsAs(corrected)) return Decision<CohortEvent>.AlreadySo;
        if (corrected.RefusalFor(cohort, context, known.Present) is { } fault) return fault;
        return new TrainingSessionCorrected(
            cohort.Id, corrected.Id, corrected.Day, corrected.Minutes, corrected.Topics, corrected.Present,
            new Confidential(command.Reason.Trim()));
    }
}

public sealed record TrainingSessionUnknown() : Rejection(
    "training.sessionUnknown",
    Rule.R11,
    "This cohort has no such session or catch-up. Look at the cohort again and choose one.")
{
    public override RejectionKind Kind => RejectionKind.NotThere;
}

public sealed record CorrectionNeedsReason() : Rejection(
    "training.correctionNeedsReason",
    Rule.R2,
    "A correction is on record with its reason. Say in a few words what was wrong.")
{
    public override RejectionKind Kind => RejectionKind.SaysNothing;
}
