namespace Safeguard.Domain.Escalations;

/// <summary>A decision taken, as given; both parts are asked for (R20).</summary>
public sealed record DecisionGiven(Confidential? Decision, Confidential? Reason);

/// <summary>
/// Closes an escalation: the only command that does (R3). A crisis is closed by a Senior Member other than the raiser
/// (R5), with a record good enough for an inquest (R20). An open debrief never blocks.
/// </summary>
public sealed record CloseEscalation(
    Confidential? Summary,
    Confidential? FollowUp,
    IReadOnlyList<DecisionGiven> Decisions,
    Confidential? Outcome,
    IReadOnlyList<Confidential> Told)
{
    public static Decision<EscalationEvent> Decide(CloseEscalation command, Escalation state, EscalationContext context)
    {
        var relation = EscalationAccess.Of(context.Caller, state, context.Cover.Conflicted);
        if (relation == Relation.None) return new NoSuchEscalation();
        if (!MayClose(context.Caller, state)) return new NotInYourRole(Rule.R5, WhoCloses(state));
        if (relation == Relation.Raiser) return new OwnEscalation();
        if (state.State == EscalationState.Closed) return Decision<EscalationEvent>.AlreadySo;
        var open = StillOpen(state, context.Now).ToList();
        var unsaid = Unsaid(command).ToList();
        if (open.Count + unsaid.Count > 0) return new NotReadyToClose(open, unsaid);
        return new EscalationClosed(
            context.Caller.Person,
            command.Summary!,
            command.FollowUp!,
            [.. command.Decisions.Select(given => new DecisionTaken(given.Decision!, given.Reason!))],
            command.Outcome!,
            command.Told);
    }

    private static bool MayClose(Caller caller, Escalation state) =>
        caller.Is(Role.SeniorMember, state.Panel)
        || (caller.Is(Role.SeniorMember) && IsPagedOrOwner(caller, state))
        || (!state.Band.IsCrisis() && caller.Is(Role.Supervisor) && IsPagedOrOwner(caller, state))
        || (!state.Band.IsCrisis() && caller.Is(Role.Coordinator) && state.Owner == caller.Person);

    private static bool IsPagedOrOwner(Caller caller, Escalation state) =>
        state.Owner == caller.Person || state.Paged.Contains(caller.Person);

    private static string WhoCloses(Escalation state) => state.Band.IsCrisis()
        ? "Only a Senior Member closes this one. Hand it over to a Senior Member."
        : "Only a Senior Member, a paged Supervisor, or a Coordinator who has it closes this. Hand it over to one.";

    private static IEnumerable<string> StillOpen(Escalation state, DateTimeOffset now)
    {
        if (state.State is not (EscalationState.SafeForNow or EscalationState.HandedOver)) yield return "state";
        if (state.Questions.Count > 0) yield return "questions";
        if (state.Actions.Any(action => action.DueBy <= now)) yield return "actions";
        if (state.DisclosureBy is not null) yield return "disclosure";
    }

    private static IEnumerable<string> Unsaid(CloseEscalation command)
    {
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

/// <summary>
/// Something is still open, or the record would not be good enough; each missing thing is named (R3, R20).
/// </summary>
public sealed record NotReadyToClose : Rejection
{
    /// <param name="open">What R3 asks for: the state, questions, overdue actions, the disclosure record.</param>
    /// <param name="unsaid">What R20 asks for: the fields of the closing record.</param>
    public NotReadyToClose(IReadOnlyList<string> open, IReadOnlyList<string> unsaid)
        : base("escalation.notReadyToClose", open.Count > 0 ? Rule.R3 : Rule.R20, Words(open, unsaid)) =>
        Missing = [.. open, .. unsaid];

    private static string Words(IReadOnlyList<string> open, IReadOnlyList<string> unsaid)
    {
        List<string> todo = [.. open.Select(ToDo)];
        if (unsaid.Count > 0) todo.Add("fill in every part of the closing record");
        return $"Before this can close: {string.Join("; ", todo)}.";
    }

    private static string ToDo(string open) => open switch
    {
        "state" => "record that the student is safe for now, or hand over",
        "questions" => "answer the open question",
        "actions" => "finish the overdue action",
        _ => "record what was shared, with whom and why",
    };
}
