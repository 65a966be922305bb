namespace Safeguard.Domain.Escalations;

/// <summary>What became of a step of the ladder, or will.</summary>
public enum RungState
{
    /// <summary>Its turn comes at its moment unless somebody answers before.</summary>
    Waiting,

    /// <summary>Paged, without an answer from anybody on it.</summary>
    Tried,

    /// <summary>Whoever has it was paged on this step.</summary>
    Answered,

    /// <summary>Not paged, because somebody has it or it is finished.</summary>
    Stopped,

    /// <summary>Nobody could be paged on it.</summary>
    Skipped,
}

/// <param name="People">Who was paged; for a step still to come, who would be paged as things are now.</param>
/// <param name="At">When it was paged or skipped, or will be, or would have been.</param>
public sealed record PlannedStep(Rung Who, IReadOnlyList<PersonId> People, DateTimeOffset At, RungState State);

/// <summary>The ladder of one escalation as a page shows it: what happened, and what will if nobody answers.</summary>
public static class PlannedLadder
{
    public static IReadOnlyList<PlannedStep> Of(Escalation state, EscalationContext context)
    {
        var answered = state.IsUnanswered ? null : state.Turns.LastOrDefault(turn => turn.People.Contains(state.Owner));
        List<PlannedStep> steps = [.. state.Turns.Select(turn => Past(state, turn, turn == answered))];
        for (var step = steps.Count; step < state.Ladder.Steps.Count; step++)
            steps.Add(Future(state, context, step, steps.LastOrDefault()?.At));
        return steps;
    }

    private static PlannedStep Past(Escalation state, RungTurn turn, bool isAnswered) => new(
        state.Ladder.Steps[turn.Rung].Who,
        turn.People,
        turn.At,
        turn.Skipped is not null ? RungState.Skipped : isAnswered ? RungState.Answered : RungState.Tried);

    private static PlannedStep Future(Escalation state, EscalationContext context, int step, DateTimeOffset? before)
    {
        var who = state.Ladder.Steps[step].Who;
        var people = Reachable.On(who, context.Cover).Where(p => Reachable.WhyNot(p, state, context.Cover) is null);
        var planned = state.LadderFrom + state.Ladder.Steps[step].After;
        if (state.NextPageAt is not { } next) return new(who, [.. people], planned, RungState.Stopped);
        var at = step == state.NextStep ? next
            : state.Ladder.Paced && before is { } last ? state.Ladder.RepeatAfter(last, context.Calendar)
            : planned;
        return new(who, [.. people], at, RungState.Waiting);
    }
}
