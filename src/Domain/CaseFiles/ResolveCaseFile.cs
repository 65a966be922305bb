using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// The owner says that it is finished, why, and with a record good enough for an inquest (R20, R23). It waits for a
/// second person to close it; what is still open is in their way, not in this one's.
/// </summary>
/// <param name="DuplicateOf">The other file's code, for a duplicate.</param>
public sealed record ResolveCaseFile(
    ResolutionReason? Reason,
    string? DuplicateOf,
    Confidential? Summary,
    Confidential? FollowUp,
    IReadOnlyList<DecisionGiven> Decisions,
    Confidential? Outcome,
    IReadOnlyList<Confidential> Told)
{
    /// <summary>Attempts, each on a day of its own, before a student counts as not to be reached (R23).</summary>
    public const int AttemptsNeeded = 3;

    /// <summary>Channels over which they went (R23).</summary>
    public const int ChannelsNeeded = 2;

    public static Decision<CaseFileEvent> Decide(ResolveCaseFile command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessOwner(state, context, "resolve it") is { } refusal) return refusal;
        if (state.State == CaseFileState.Resolved) return Decision<CaseFileEvent>.AlreadySo;
        if (state.State == CaseFileState.Closed) return new CaseFileIsClosed(state.ClosedAt);
        if (Unsaid(command).ToList() is { Count: > 0 } unsaid) return new ResolutionIncomplete(unsaid);
        if (command.Reason == ResolutionReason.Duplicate
            && (!context.DuplicateExists || command.DuplicateOf == state.Code)) return new DuplicateUnknown();
        if (command.Reason == ResolutionReason.CouldNotBeReached && !WasTriedEnough(state))
            return new NotTriedEnough();
        return new CaseFileResolved(
            context.Caller.Person,
            command.Reason!.Value,
            command.Reason == ResolutionReason.Duplicate ? command.DuplicateOf : null,
            command.Summary!,
            command.FollowUp!,
            [.. command.Decisions.Select(given => new DecisionTaken(given.Decision!, given.Reason!))],
            command.Outcome!,
            command.Told,
            Successors.Closer(context.Caller.Person, state, context.Circle),
            context.Calendar.AfterWorkingDays(
                context.Now, Math.Max(1, context.Policy.CloseCaseFileWithinWorkingDays)));
    }

    /// <summary>Three attempts on three days, over two channels between them (R23).</summary>
    private static bool WasTriedEnough(CaseFile state)
    {
        var attempts = state.Contacts.Where(contact => !contact.Reached).ToList();
        return attempts.DistinctBy(attempt => attempt.Day).Count() >= AttemptsNeeded
            && attempts.DistinctBy(attempt => attempt.Channel).Count() >= ChannelsNeeded;
    }

    private static IEnumerable<string> Unsaid(ResolveCaseFile command)
    {
        if (command.Reason is null) yield return "reason";
        if (command is { Reason: ResolutionReason.Duplicate, DuplicateOf: null }) yield return "duplicateOf";
        if (command.Summary is null) yield return "summary";
        if (command.FollowUp is null) yield return "followUp";
        if (command.Decisions.Count == 0) yield return "decisions";
        for (var index = 0; index < command.Decisions.Count; index++)
        {
            if (command.Decisions[index].Decision is null) yield return $"decisions[{index}].decision";
            if (command.Decisions[index].Reason is null) yield return $"decisions[{index}].reason";
        }

        if (command.Outcome is null) yield return "outcome";
        if (command.Told.Count == 0) yield return "told";
    }
}

/// <summary>The record would not be good enough for an inquest; each missing part is named (R20).</summary>
public sealed record ResolutionIncomplete : Rejection
{
    public ResolutionIncomplete(IReadOnlyList<string> missing)
        : base(
            "caseFile.resolutionIncomplete",
            Rule.R20,
            "Before this can be resolved: fill in every part of the closing record.") =>
        Missing = missing;
}

public sealed record NotTriedEnough : Rejection
{
    public NotTriedEnough()
        : base(
            "caseFile.notTriedEnough",
            Rule.R23,
            "Try three times on different days, by at least two channels, and log each attempt. Then resolve it.") =>
        Missing = ["attempts"];
}

public sealed record DuplicateUnknown : Rejection
{
    public DuplicateUnknown()
        : base(
            "caseFile.duplicateUnknown",
            Rule.R23,
            "There is no other case file by that code. Look at the code again.") =>
        Missing = ["duplicateOf"];
}
