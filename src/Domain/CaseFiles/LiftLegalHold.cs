namespace Safeguard.Domain.CaseFiles;

/// <summary>Data Protection lifts a legal hold, with a reason; what is due for erasure is due again (R19).</summary>
public sealed record LiftLegalHold(Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(LiftLegalHold command, CaseFile state, CaseFileContext context)
    {
        if (LegalHold.RefuseUnlessTheirs(state, context) is { } refusal) return refusal;
        if (command.Reason is not { } reason) return new CaseWordsMissing(Rule.R19, "reason");
        return state.LegalHold ? new LegalHoldLifted(reason) : Decision<CaseFileEvent>.AlreadySo;
    }
}
