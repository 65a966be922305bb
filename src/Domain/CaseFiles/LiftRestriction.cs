namespace Safeguard.Domain.CaseFiles;

/// <summary>Gives a restricted file its ordinary readers back, with a reason (R15).</summary>
public sealed record LiftRestriction(Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(LiftRestriction command, CaseFile state, CaseFileContext context)
    {
        if (Restriction.RefuseUnlessTheirs(state, context) is { } refusal) return refusal;
        if (command.Reason is not { } reason) return new CaseWordsMissing(Rule.R15, "reason");
        return state.Restricted ? new RestrictionLifted(reason) : Decision<CaseFileEvent>.AlreadySo;
    }
}
