namespace Safeguard.Domain.CaseFiles;

/// <summary>A goal is met (R26). One that is not keeps no file open.</summary>
public sealed record MeetGoal(Guid Id, Confidential? Note)
{
    public static Decision<CaseFileEvent> Decide(MeetGoal command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "say that a goal is met") is { } refusal)
            return refusal;
        if (state.Goals.FirstOrDefault(goal => goal.Id == command.Id) is not { } goal) return new NoSuchPart();
        if (goal.IsMet) return Decision<CaseFileEvent>.AlreadySo;
        return state.State == CaseFileState.Closed
            ? new CaseFileIsClosed(state.ClosedAt)
            : new GoalMet(command.Id, command.Note);
    }
}
