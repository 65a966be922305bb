namespace Safeguard.Domain.CaseFiles;

/// <summary>Answers a question: whoever was asked, or who reads the file. It closes nothing (R3).</summary>
public sealed record AnswerCaseQuestion(Guid Id, Confidential? Answer)
{
    public static Decision<CaseFileEvent> Decide(AnswerCaseQuestion command, CaseFile state, CaseFileContext context)
    {
        var question = state.Questions.FirstOrDefault(question => question.Id == command.Id);
        if (question?.Of != context.Caller.Person
            && CaseFileAccess.RefuseUnlessReader(state, context, "answer a question") is { } refusal) return refusal;
        if (question is null)
            return state.Settled.Contains(command.Id) ? Decision<CaseFileEvent>.AlreadySo : new NoSuchPart();
        return command.Answer is { } answer
            ? new CaseQuestionAnswered(command.Id, answer)
            : new CaseWordsMissing(Rule.R3, "answer");
    }
}
