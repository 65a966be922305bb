namespace Safeguard.Domain.CaseFiles;

/// <summary>Says no to a file that was offered; it stays with its owner. No reason is asked for.</summary>
public sealed record DeclineHandover(Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(DeclineHandover command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessSeen(state, context) is { } refusal) return refusal;
        if (state.Offer?.To == context.Caller.Person)
            return new HandoverDeclined(context.Caller.Person, command.Reason);
        return new NotYourPart(Rule.R4, "This file was not offered to you, so there is nothing to decline.");
    }
}
