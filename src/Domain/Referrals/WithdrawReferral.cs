namespace Safeguard.Domain.Referrals;

/// <summary>Withdraws it, at any point, with a reason (R22). What it owes is owed all the same (R7).</summary>
public sealed record WithdrawReferral(Confidential? Reason)
{
    public static Decision<ReferralEvent> Decide(WithdrawReferral command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "withdraw it") is { } refusal) return refusal;
        if (command.Reason is not { } reason) return new ReferralWordsMissing(Rule.R22, "reason");
        if (state.State == ReferralState.Withdrawn) return Decision<ReferralEvent>.AlreadySo;
        return state.IsOpen ? new ReferralWithdrawn(reason) : new ReferralIsOver(state.OverSince);
    }
}
