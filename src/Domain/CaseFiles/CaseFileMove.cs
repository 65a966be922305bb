namespace Safeguard.Domain.CaseFiles;

/// <summary>What a reader may do with a case file, each a form on its page.</summary>
public enum CaseFileMove
{
    LogContact, CorrectContact, PlanContact, Signpost, Refer, Attach, Identify, Consent, AskQuestion, RecordAction,
    Involve, Disclose, SetGoal, HandOver, AnswerOffer, Reassign, Resolve, Close, Reopen, Restrict, LiftRestriction,
    LegalHold, Explain, DeclareConflict,
}

/// <summary>
/// Which moves a page offers: those that role, relation and state leave open. The commands have the last word, and a
/// test holds each move that is offered against its command.
/// </summary>
public static class CaseFileMoves
{
    public static IReadOnlySet<CaseFileMove> For(CaseFile state, CaseFileContext context)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(context);
        var relation = CaseFileAccess.Of(context.Caller, state, context.Circle);
        if (relation == CaseRelation.None) return new HashSet<CaseFileMove>();
        HashSet<CaseFileMove> may = [CaseFileMove.Attach, CaseFileMove.DeclareConflict];
        if (relation >= CaseRelation.Reads) may.UnionWith(OfReader(state, context));
        if (relation == CaseRelation.Owns) may.UnionWith(OfOwner(state, context));
        may.UnionWith(OfRole(state, context, relation));
        return may;
    }

    private static IEnumerable<CaseFileMove> OfReader(CaseFile state, CaseFileContext context)
    {
        yield return CaseFileMove.LogContact;
        if (state.Missed.Count > 0) yield return CaseFileMove.Explain;
        if (state.Contacts.Any(contact => contact.By == context.Caller.Person || state.Owner == context.Caller.Person))
            yield return CaseFileMove.CorrectContact;
        if (state.State is CaseFileState.Resolved or CaseFileState.Closed) yield return CaseFileMove.Reopen;
        if (state.State == CaseFileState.Closed) yield break;
        yield return CaseFileMove.Signpost;
        yield return CaseFileMove.Refer;
        yield return CaseFileMove.Identify;
        yield return CaseFileMove.Consent;
        yield return CaseFileMove.AskQuestion;
        yield return CaseFileMove.RecordAction;
        yield return CaseFileMove.Involve;
        yield return CaseFileMove.Disclose;
        if (state.Kind.CarriesGoals()) yield return CaseFileMove.SetGoal;
        if (state.State == CaseFileState.Resolved && SecondDisclosure.IsSenior(context.Caller)
            && context.Caller.Person != state.Owner && context.Caller.Person != state.ResolvedBy)
            yield return CaseFileMove.Close;
    }

    private static IEnumerable<CaseFileMove> OfOwner(CaseFile state, CaseFileContext context)
    {
        if (state.State is not (CaseFileState.Open or CaseFileState.Reopened)) yield break;
        if (context.NotTakingOn is null) yield return CaseFileMove.PlanContact;
        yield return CaseFileMove.HandOver;
        yield return CaseFileMove.Resolve;
    }

    private static IEnumerable<CaseFileMove> OfRole(CaseFile state, CaseFileContext context, CaseRelation relation)
    {
        var caller = context.Caller;
        var isOpen = state.State is CaseFileState.Open or CaseFileState.Reopened;
        if (isOpen && state.Offer?.To == caller.Person) yield return CaseFileMove.AnswerOffer;
        if (caller.Is(Role.Coordinator) && isOpen) yield return CaseFileMove.Reassign;
        if (caller.Is(Role.Coordinator) && !isOpen) yield return CaseFileMove.Reopen;
        if (caller.Is(Role.Coordinator) || (relation >= CaseRelation.Reads && SecondDisclosure.IsSenior(caller)))
            yield return state.Restricted ? CaseFileMove.LiftRestriction : CaseFileMove.Restrict;
        if (caller.Is(Role.DataProtection)) yield return CaseFileMove.LegalHold;
    }
}
