namespace Safeguard.Domain.Referrals;

/// <summary>The student did not come. Its owner finds out why; another appointment is recorded as accepted.</summary>
public sealed record RecordNonAttendance(Confidential? Note)
{
    public static Decision<ReferralEvent> Decide(RecordNonAttendance command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "record that they did not come") is { } refusal)
            return refusal;
        return state.State switch
        {
            ReferralState.Offered or ReferralState.Consented => new ReferralNotSent(),
            ReferralState.Declined => new ReferralWasDeclined(),
            ReferralState.Seen => new StudentWasSeen(),
            ReferralState.DidNotAttend => Decision<ReferralEvent>.AlreadySo,
            ReferralState.Completed or ReferralState.Withdrawn => new ReferralIsOver(state.OverSince),
            _ => new ReferralDidNotAttend(command.Note, context.NextAt),
        };
    }
}
