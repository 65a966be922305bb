namespace Safeguard.Domain.Referrals;

/// <summary>The service says that it has it. Its answer is still to come, so the wait for it begins anew.</summary>
public sealed record ReceiveReferral(Confidential? Note)
{
    public static Decision<ReferralEvent> Decide(ReceiveReferral command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "record that it was received") is { } refusal)
            return refusal;
        return state.State switch
        {
            ReferralState.Offered or ReferralState.Consented => new ReferralNotSent(),
            ReferralState.Sent or ReferralState.NoReply => new ReferralReceived(command.Note, context.NextAt),
            ReferralState.Completed or ReferralState.Withdrawn => new ReferralIsOver(state.OverSince),
            _ => Decision<ReferralEvent>.AlreadySo,
        };
    }
}
