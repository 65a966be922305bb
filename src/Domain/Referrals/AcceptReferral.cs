namespace Safeguard.Domain.Referrals;

/// <summary>
/// The service takes the student: at once, late, after all, or once more when they did not come. After some days its
/// owner is asked whether they were seen.
/// </summary>
public sealed record AcceptReferral(Confidential? Note)
{
    public static Decision<ReferralEvent> Decide(AcceptReferral command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "record that it was accepted") is { } refusal)
            return refusal;
        return state.State switch
        {
            ReferralState.Offered or ReferralState.Consented => new ReferralNotSent(),
            ReferralState.Accepted or ReferralState.Seen => Decision<ReferralEvent>.AlreadySo,
            ReferralState.Completed or ReferralState.Withdrawn => new ReferralIsOver(state.OverSince),
            _ => new ReferralAccepted(command.Note, context.SeenCheckAt),
        };
    }
}
