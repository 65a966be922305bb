namespace Safeguard.Domain.CaseFiles;

/// <summary>Says why a deadline was missed, so that the record shows more than that it was (R20).</summary>
/// <param name="Item">The question, action or other part; null for the file itself.</param>
public sealed record ExplainCaseDeadline(CaseDeadline Which, Guid? Item, Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(ExplainCaseDeadline command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "explain a deadline") is { } refusal) return refusal;
        if (command.Reason is not { } reason) return new CaseWordsMissing(Rule.R20, "reason");
        return state.Missed.Any(missed => missed.Which == command.Which && missed.Item == command.Item)
            ? new CaseDeadlineExplained(command.Which, command.Item, reason)
            : new CaseDeadlineNotMissed();
    }
}

/// <summary>There is nothing to explain: that deadline was met, or has not come yet.</summary>
public sealed record CaseDeadlineNotMissed() : Rejection(
    "caseFile.deadlineNotMissed",
    Rule.R20,
    "That deadline has not been missed, so there is nothing to explain. Look at it again later.");
