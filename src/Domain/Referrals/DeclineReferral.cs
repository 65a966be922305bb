namespace Safeguard.Domain.Referrals;

/// <summary>
/// The service does not take the student, and says why. It is its owner's again; the clock that was running goes on,
/// and the reminders count on (R22).
/// </summary>
public sealed record DeclineReferral(Confidential? Reason)
{
    public static Decision<ReferralEvent> Decide(DeclineReferral command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "record that it was declined") is { } refusal)
            return refusal;
        if (command.Reason is not { } reason) return new ReferralWordsMissing(Rule.R22, "reason");
        return state.State switch
        {
            ReferralState.Offered or ReferralState.Consented => new ReferralNotSent(),
            ReferralState.Declined => Decision<ReferralEvent>.AlreadySo,
            ReferralState.Seen => new StudentWasSeen(),
            ReferralState.Completed or ReferralState.Withdrawn => new ReferralIsOver(state.OverSince),
            _ => new ReferralDeclined(reason, NoLater(state, context)),
        };
    }

    private static DateTimeOffset NoLater(Referral state, ReferralContext context) =>
        state.NextAt is { } running && running < context.NextAt ? running : context.NextAt;
}
