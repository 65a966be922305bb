using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.CaseFiles;

/// <summary>What the student wants to reach: in programmes whose files carry goals (R26).</summary>
/// <param name="By">The day it is hoped for; null where none is set.</param>
public sealed record SetGoal(Guid Id, Confidential? What, DateOnly? By)
{
    public static Decision<CaseFileEvent> Decide(SetGoal command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "set a goal") is { } refusal) return refusal;
        if (state.Knows(command.Id)) return Decision<CaseFileEvent>.AlreadySo;
        if (command.What is not { } what) return new CaseWordsMissing(Rule.R26, "what");
        if (!state.Kind.CarriesGoals()) return new NoGoalsHere();
        return state.State == CaseFileState.Closed
            ? new CaseFileIsClosed(state.ClosedAt)
            : new GoalSet(command.Id, what, command.By);
    }
}

/// <summary>What kinds of programme keep in their files (R26).</summary>
public static class CaseKinds
{
    /// <summary>
    /// Mentoring, tutoring and study groups work towards something; listening and counselling follow the student.
    /// </summary>
    public static bool CarriesGoals(this ProgrammeKind kind) =>
        kind is ProgrammeKind.Mentoring or ProgrammeKind.Tutoring or ProgrammeKind.StudyGroup;
}

public sealed record NoGoalsHere() : Rejection(
    "caseFile.noGoals", Rule.R26, "Files of this kind carry no goals. Write it into a contact's note.");
