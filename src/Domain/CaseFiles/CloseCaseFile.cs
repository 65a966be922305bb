namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Closes a case file: the only command that does (R3). A Senior Member or Supervisor who reads it, and who neither
/// owns nor resolved it (R23), and not while anything in it is open.
/// </summary>
public sealed record CloseCaseFile(Confidential? Note)
{
    public static Decision<CaseFileEvent> Decide(CloseCaseFile command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessReader(state, context, "close it") is { } refusal) return refusal;
        var caller = context.Caller;
        if (!SecondDisclosure.IsSenior(caller))
            return new NotYourPart(
                Rule.R23, "A Senior Member or Supervisor closes this. Once it is resolved, one is asked.");
        if (state.State == CaseFileState.Closed) return Decision<CaseFileEvent>.AlreadySo;
        if (caller.Person == state.Owner || caller.Person == state.ResolvedBy) return new SecondPersonCloses();
        var open = StillOpen(state, context.Now).ToList();
        return open.Count > 0 ? new CaseFileNotReady(open) : new CaseFileClosed(caller.Person, command.Note);
    }

    /// <summary>What keeps it from closing, each by its name (R3, R7, R21).</summary>
    public static IEnumerable<string> StillOpen(CaseFile state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Named();

        IEnumerable<string> Named()
        {
            if (state.State != CaseFileState.Resolved) yield return "state";
            if (state.Questions.Count > 0) yield return "questions";
            if (state.Escalations.Any(linked => linked.IsOpen)) yield return "escalations";
            if (state.OpenReferrals.Count > 0) yield return "referrals";
            if (state.Actions.Any(action => action.DueBy <= now)) yield return "actions";
            if (state.DisclosureBy is not null) yield return "disclosure";
            if (state.SecondNames.Count > 0) yield return "secondName";
        }
    }
}

/// <summary>Two people close a case file (R23).</summary>
public sealed record SecondPersonCloses() : Rejection(
    "caseFile.secondPerson",
    Rule.R23,
    "Whoever resolved or owns it does not close it. Ask another Senior Member, or the supervisor.");

/// <summary>Something is still open; each thing is named (R3).</summary>
public sealed record CaseFileNotReady : Rejection
{
    public CaseFileNotReady(IReadOnlyList<string> open)
        : base(
            "caseFile.notReadyToClose",
            Rule.R3,
            $"Before this file can close: {string.Join("; ", open.Select(ToDo))}.") =>
        Missing = open;

    private static string ToDo(string open) => open switch
    {
        "state" => "its owner resolves it",
        "questions" => "answer the open question",
        "escalations" => "finish the urgent contact",
        "referrals" => "record an outcome for the referral",
        "actions" => "finish the overdue action",
        "disclosure" => "record what was shared, with whom and why",
        _ => "add the second senior name to the disclosure",
    };
}
