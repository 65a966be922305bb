namespace Safeguard.Domain.Escalations;

/// <summary>Answers a question: whoever was asked, or a Senior Member who reads it. It closes nothing (R3).</summary>
public sealed record AnswerQuestion(Guid Id, Confidential? Answer)
{
    public static Decision<EscalationEvent> Decide(AnswerQuestion command, Escalation state, EscalationContext context)
    {
        var question = state.Questions.FirstOrDefault(question => question.Id == command.Id);
        if (question?.Of != context.Caller.Person && MayNot(command, state, context) is { } refusal) return refusal;
        if (state.Settled.Contains(command.Id)) return Decision<EscalationEvent>.AlreadySo;
        if (question is null) return new NoSuchEscalation();
        return command.Answer is { } answer
            ? new QuestionAnswered(command.Id, answer)
            : new WordsMissing(Rule.R3, "answer");
    }

    /// <summary>Somebody who answered keeps the right to send the same answer again: the raiser among them.</summary>
    private static Rejection? MayNot(AnswerQuestion command, Escalation state, EscalationContext context)
    {
        if (context.Caller.Person == state.Raiser && state.Settled.Contains(command.Id)) return null;
        if (EscalationAccess.RefuseUnlessReader(state, context, "answer a question") is { } refusal) return refusal;
        return context.Caller.Is(Role.SeniorMember)
            ? null
            : new NotInYourRole(Rule.R3, "Only the person asked, or a Senior Member, answers this.");
    }
}
