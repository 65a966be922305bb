namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// What the student said yes or no to. The last word on a thing counts, and every one stays on record. A refusal stops
/// a named referral, and never a signpost (R7).
/// </summary>
/// <param name="How">How they said it, in a word.</param>
public sealed record RecordConsent(ConsentTo To, bool Given, Confidential? How)
{
    public static Decision<CaseFileEvent> Decide(RecordConsent command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "record consent") is { } refusal) return refusal;
        if (state.ConsentFor(command.To) is { } last && last.Given == command.Given && last.How == command.How)
            return Decision<CaseFileEvent>.AlreadySo;
        return state.State == CaseFileState.Closed
            ? new CaseFileIsClosed(state.ClosedAt)
            : new ConsentRecorded(command.To, command.Given, command.How);
    }
}
