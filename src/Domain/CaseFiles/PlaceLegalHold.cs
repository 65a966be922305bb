namespace Safeguard.Domain.CaseFiles;

/// <summary>Data Protection keeps a file from erasure, whatever is due, with a reason (R19).</summary>
public sealed record PlaceLegalHold(Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(PlaceLegalHold command, CaseFile state, CaseFileContext context)
    {
        if (LegalHold.RefuseUnlessTheirs(state, context) is { } refusal) return refusal;
        if (command.Reason is not { } reason) return new CaseWordsMissing(Rule.R19, "reason");
        return state.LegalHold ? Decision<CaseFileEvent>.AlreadySo : new LegalHoldPlaced(reason);
    }
}

internal static class LegalHold
{
    public static Rejection? RefuseUnlessTheirs(CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessSeen(state, context) is { } unseen) return unseen;
        return context.Caller.Is(Role.DataProtection)
            ? null
            : new NotYourPart(Rule.R19, "Only Data Protection places or lifts a legal hold. Ask them.");
    }
}
