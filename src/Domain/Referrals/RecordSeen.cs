namespace Safeguard.Domain.Referrals;

/// <summary>The service saw the student; what became of it is still to be said.</summary>
public sealed record RecordSeen(Confidential? Note)
{
    public static Decision<ReferralEvent> Decide(RecordSeen command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "record that they were seen") is { } refusal)
            return refusal;
        return state.State switch
        {
            ReferralState.Offered or ReferralState.Consented => new ReferralNotSent(),
            ReferralState.Declined => new ReferralWasDeclined(),
            ReferralState.Seen => Decision<ReferralEvent>.AlreadySo,
            ReferralState.Completed or ReferralState.Withdrawn => new ReferralIsOver(state.OverSince),
            _ => new ReferralSeen(command.Note, context.NextAt),
        };
    }
}
