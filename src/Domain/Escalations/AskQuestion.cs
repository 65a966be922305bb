namespace Safeguard.Domain.Escalations;

/// <summary>
/// Asks somebody a question, with an owner and a deadline of its own. It changes no state and stops no clock: a
/// question never closes (R3).
/// </summary>
public sealed record AskQuestion(Guid Id, PersonId Of, Confidential? Words)
{
    public static Decision<EscalationEvent> Decide(AskQuestion command, Escalation state, EscalationContext context)
    {
        if (EscalationAccess.RefuseUnlessReader(state, context, "ask a question") is { } refusal) return refusal;
        if (state.Settled.Contains(command.Id) || state.Questions.Any(question => question.Id == command.Id))
            return Decision<EscalationEvent>.AlreadySo;
        if (command.Words is not { } words) return new WordsMissing(Rule.R3, "question");
        if (context.Named is null) return new PersonUnknown();
        if (!state.IsOpen) return new EscalationIsClosed(state.ClosedAt);
        return EscalationAccess.IsConflicted(command.Of, state, context.Cover.Conflicted)
            ? new PersonCannotTakeIt()
            : new QuestionAsked(command.Id, command.Of, words, context.Now + context.Policy.QuestionWithin);
    }
}
