namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Emergency services or a trusted contact were brought in. A disclosure record is owed from here, and the file does
/// not close without it (R3, R7). It asks nobody for leave: it has happened.
/// </summary>
public sealed record RecordInvolvement(Involved Who, Confidential? Note)
{
    public static Decision<CaseFileEvent> Decide(RecordInvolvement command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "record who was brought in") is { } refusal)
            return refusal;
        return state.State == CaseFileState.Closed
            ? new CaseFileIsClosed(state.ClosedAt)
            : new InvolvementRecorded(command.Who, command.Note, context.Now + context.Policy.DisclosureWithin);
    }
}
