namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// Offers the file to another supporter. The owner stays until they accept: nothing is ever between two people (R4).
/// Somebody who lapsed may still hand over; whoever lapsed is given nothing (R9).
/// </summary>
public sealed record HandOverCaseFile(PersonId To, Confidential? Reason)
{
    public static Decision<CaseFileEvent> Decide(HandOverCaseFile command, CaseFile state, CaseFileContext context)
    {
        if (CaseFileAccess.RefuseUnlessOwner(state, context, "hand it over") is { } refusal) return refusal;
        if (context.Named is not { } named) return new CasePersonUnknown();
        if (Handover.WhyNotNow(state) is { } notNow) return notNow;
        if (state.Offer?.To == command.To) return Decision<CaseFileEvent>.AlreadySo;
        if (context.NotTakingOn is { } standing) return standing;
        return Handover.MaySupport(named, state, context.Circle)
            ? new HandoverOffered(
                state.Owner, command.To, command.Reason, context.Now + context.Policy.HandoverWithin)
            : new CannotBeTheirs();
    }
}

/// <summary>What every way of changing supporters has in common.</summary>
internal static class Handover
{
    public static Rejection? WhyNotNow(CaseFile state) => state.State switch
    {
        CaseFileState.Closed => new CaseFileIsClosed(state.ClosedAt),
        CaseFileState.Resolved => new CaseFileIsResolved(state.ResolvedAt),
        _ => null,
    };

    /// <summary>Another supporter whom neither a conflict nor the student's wish excludes.</summary>
    public static bool MaySupport(Caller named, CaseFile state, CaseCircle circle) =>
        named.Is(Role.Supporter) && named.Person != state.Owner && CaseFileAccess.MayBeGiven(named, state, circle);
}
