namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Something done, or to be done by somebody; overdue, it keeps the file from closing (R3, R4, R20).
/// </summary>
/// <param name="Owner">Who does it; null for the caller.</param>
/// <param name="DueBy">Null where no day is set; it then only comes back as a reminder.</param>
public sealed record RecordCaseAction(Guid Id, Confidential? What, PersonId? Owner, DateTimeOffset? DueBy, bool Done)
{
    public static Decision<CaseFileEvent> Decide(RecordCaseAction command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "record an action") is { } refusal) return refusal;
        if (state.Knows(command.Id)) return Decision<CaseFileEvent>.AlreadySo;
        if (command.What is not { } what) return new CaseWordsMissing(Rule.R20, "what");
        if (command.Owner is not null && context.Named is null) return new CasePersonUnknown();
        if (state.State == CaseFileState.Closed) return new CaseFileIsClosed(state.ClosedAt);
        return command.Owner is null || CaseFileAccess.MayBeGiven(context.Named!, state, context.Circle)
            ? new CaseActionRecorded(
                command.Id, what, command.Owner ?? context.Caller.Person, command.DueBy, command.Done)
            : new CannotBeTheirs();
    }
}
