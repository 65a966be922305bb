namespace Safeguard.Domain.Escalations;

/// <summary>What somebody may do to an escalation; on its page each is one form.</summary>
public enum EscalationMove
{
    Acknowledge, RecordContact, AcceptTransfer, SafeForNow, HandOver, Close, Reopen,
    AskQuestion, AnswerQuestion, RecordAction, CompleteAction, EmergencyServices, RecordDisclosure,
    Release, Transfer, RaiseBand, LowerBand, Explain, Debrief, DeclareConflict,
}

/// <summary>
/// What the rules let somebody do now. Each move is put to its own command's decision, with words that nothing is wrong
/// with: so a page never offers what would be refused, and never hides what is allowed.
/// </summary>
public static class EscalationMoves
{
    private static readonly Confidential Words = new("Words.");

    /// <summary>Somebody to whom anything may be given: a Senior Member whom nothing ties to it.</summary>
    private static readonly Caller Anybody = new(new("anybody"), [new(Role.SeniorMember, Panel: null)]);

    private static readonly CloseEscalation WholeRecord = new(Words, Words, [new(Words, Words)], Words, [Words]);

    public static IReadOnlySet<EscalationMove> For(Escalation state, EscalationContext context) =>
        Tried(state, context with { Named = Anybody })
            .Where(tried => Changes(tried.Decision)).Select(tried => tried.Move).ToHashSet();

    /// <summary>Whether the caller may ask that person something.</summary>
    public static bool MayAsk(Caller named, Escalation state, EscalationContext context) =>
        Changes(AskQuestion.Decide(new(Guid.Empty, named.Person, Words), state, context with { Named = named }));

    /// <summary>Whether the caller may ask that person to take it over.</summary>
    public static bool MayTransferTo(Caller named, Escalation state, EscalationContext context) =>
        Changes(TransferEscalation.Decide(new(named.Person, Words), state, context with { Named = named }));

    /// <summary>Whether the caller may hand it over to that person.</summary>
    public static bool MayHandOverTo(Caller named, Escalation state, EscalationContext context) =>
        Changes(HandOverEscalation.Decide(new(named.Person, null, Words), state, context with { Named = named }));

    public static bool MayAnswer(Guid question, Escalation state, EscalationContext context) =>
        Changes(AnswerQuestion.Decide(new(question, Words), state, context));

    public static bool MayComplete(Guid action, Escalation state, EscalationContext context) =>
        Changes(CompleteAction.Decide(new(action, Words), state, context));

    /// <summary>What stands in the way of one who may close it, where only that does; else null.</summary>
    public static Rejection? BeforeClosing(Escalation state, EscalationContext context) =>
        CloseEscalation.Decide(WholeRecord, state, context).Rejection as NotReadyToClose;

    private static bool Changes(Decision<EscalationEvent> decision) =>
        decision is { Rejection: null, Events.Count: > 0 };

    private static IEnumerable<(EscalationMove Move, Decision<EscalationEvent> Decision)> Tried(
        Escalation state, EscalationContext context)
    {
        var taken = AcknowledgeEscalation.Decide(new(), state, context);
        var takes = taken.Events is [TransferAccepted] ? EscalationMove.AcceptTransfer : EscalationMove.Acknowledge;
        yield return (takes, taken);
        yield return (EscalationMove.RecordContact, RecordContact.Decide(new(default, Words), state, context));
        yield return (EscalationMove.SafeForNow, RecordSafeForNow.Decide(new(Words), state, context));
        yield return (EscalationMove.HandOver, HandOverEscalation.Decide(new(null, Words, Words), state, context));
        yield return (EscalationMove.Close, CloseEscalation.Decide(WholeRecord, state, context));
        yield return (EscalationMove.Reopen, ReopenEscalation.Decide(new(Words), state, context));
        yield return (EscalationMove.Release, ReleaseEscalation.Decide(new(Words), state, context));
        yield return (EscalationMove.Transfer, TransferEscalation.Decide(new(Anybody.Person, Words), state, context));
        if (state.Band < Band.Immediate)
            yield return (EscalationMove.RaiseBand, ChangeBand.Decide(new(state.Band + 1, Words), state, context));
        if (state.Band > Band.NextSupervision)
            yield return (EscalationMove.LowerBand, ChangeBand.Decide(new(state.Band - 1, Words), state, context));
        yield return (EscalationMove.DeclareConflict, DeclareEscalationConflict.Decide(new(), state, context));
        foreach (var part in Parts(state, context)) yield return part;
    }

    /// <summary>What is written into it rather than done with it.</summary>
    private static IEnumerable<(EscalationMove, Decision<EscalationEvent>)> Parts(
        Escalation state, EscalationContext context)
    {
        var id = Guid.Empty;
        var action = new RecordAction(id, Words, Owner: null, DueBy: null, Done: true);
        var disclosure = new RecordDisclosure(
            id, Shared: true, Words, Words, Words, WithConsent: true, TrustedContact: false, DecidedBy: null);
        var call = new InvolveEmergencyServices("999", Words);
        yield return (EscalationMove.AskQuestion, AskQuestion.Decide(new(id, Anybody.Person, Words), state, context));
        yield return (EscalationMove.RecordAction, RecordAction.Decide(action, state, context));
        yield return (EscalationMove.EmergencyServices, InvolveEmergencyServices.Decide(call, state, context));
        yield return (EscalationMove.RecordDisclosure, RecordDisclosure.Decide(disclosure, state, context));
        yield return (EscalationMove.Debrief, RecordDebrief.Decide(new(Held: true, Words), state, context));
        foreach (var question in state.Questions.Select(open => open.Id))
            yield return (EscalationMove.AnswerQuestion, AnswerQuestion.Decide(new(question, Words), state, context));
        foreach (var todo in state.Actions.Select(open => open.Id))
            yield return (EscalationMove.CompleteAction, CompleteAction.Decide(new(todo, Words), state, context));
        foreach (var (which, item, _) in state.Missed)
            yield return (EscalationMove.Explain, ExplainDeadline.Decide(new(which, item, Words), state, context));
    }
}
