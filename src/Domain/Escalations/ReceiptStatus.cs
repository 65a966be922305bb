namespace Safeguard.Domain.Escalations;

/// <summary>Where an escalation stands, as its raiser is told (R18).</summary>
public enum ReceiptStage
{
    Received, SeenByAPerson, BeingActedOn, Finished,
}

/// <summary>
/// What the raiser may see: never content, never a name (R18). It tells the truth of this moment: handed back, an
/// escalation that was seen is merely received again, and more people will be paged.
/// </summary>
/// <param name="SeenAt">When a person first had it.</param>
/// <param name="SeenBy">By when we expect that somebody has it; null once somebody had.</param>
/// <param name="MorePeopleAt">
/// When more people will be paged if nobody answers, soonest first; empty while somebody has it.
/// </param>
/// <param name="ThenEvery">After those, everyone again this often; null while somebody has it.</param>
/// <param name="DebriefBy">By when the raiser's supervisor will be in touch; null when no debrief is open.</param>
public sealed record ReceiptStatus(
    string Code,
    ReceiptStage Stage,
    Band Band,
    DateTimeOffset ReceivedAt,
    DateTimeOffset? SeenAt,
    DateTimeOffset? SeenBy,
    DateTimeOffset? ActedOnAt,
    DateTimeOffset? FinishedAt,
    IReadOnlyList<DateTimeOffset> MorePeopleAt,
    TimeSpan? ThenEvery,
    DateTimeOffset? DebriefBy)
{
    public static ReceiptStatus Of(Escalation state, EscalationContext context) => new(
        state.Receipt,
        StageOf(state.State, state.ContactAt),
        state.Band,
        state.RaisedAt,
        state.SeenAt,
        state.SeenAt is null && state.IsUnanswered ? state.AcknowledgeBy : null,
        state.ContactAt,
        state.ClosedAt,
        MorePeople(state, context),
        state.NextPageAt is null ? null : state.Ladder.RepeatEvery,
        state.Debrief?.DueBy);

    /// <param name="contactAt">When a person spoke with the student; null while nobody has.</param>
    public static ReceiptStage StageOf(EscalationState state, DateTimeOffset? contactAt) => state switch
    {
        EscalationState.Closed => ReceiptStage.Finished,
        _ when contactAt is not null => ReceiptStage.BeingActedOn,
        EscalationState.Raised or EscalationState.Reopened => ReceiptStage.Received,
        _ => ReceiptStage.SeenByAPerson,
    };

    private static IReadOnlyList<DateTimeOffset> MorePeople(Escalation state, EscalationContext context)
    {
        if (state.NextPageAt is not { } next) return [];
        if (state.NextStep >= state.Ladder.Steps.Count) return [next];
        var waiting = PlannedLadder.Of(state, context).Where(step => step.State == RungState.Waiting);
        return [.. waiting.Select(step => step.At)];
    }
}
