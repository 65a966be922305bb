namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Asks somebody a question about the file, with an owner and a deadline of its own. It changes no state and stops no
/// clock: a question never closes (R3).
/// </summary>
public sealed record AskCaseQuestion(Guid Id, PersonId Of, Confidential? Words)
{
    public static Decision<CaseFileEvent> Decide(AskCaseQuestion command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "ask a question") is { } refusal) return refusal;
        if (state.Knows(command.Id)) return Decision<CaseFileEvent>.AlreadySo;
        if (command.Words is not { } words) return new CaseWordsMissing(Rule.R3, "question");
        if (context.Named is not { } named) return new CasePersonUnknown();
        if (state.State == CaseFileState.Closed) return new CaseFileIsClosed(state.ClosedAt);
        return CaseFileAccess.MayBeGiven(named, state, context.Circle)
            ? new CaseQuestionAsked(command.Id, command.Of, words, context.Now + context.Policy.QuestionWithin)
            : new CannotBeTheirs();
    }
}
