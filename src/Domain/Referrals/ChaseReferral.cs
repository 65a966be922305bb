namespace Safeguard.Domain.Referrals;

/// <summary>
/// Somebody asked the service by hand: its reader, or a Coordinator, who sees that nothing moves. It counts as a
/// reminder, so that asking again and again does not keep it from the Coordinators (R22).
/// </summary>
public sealed record ChaseReferral(Confidential? Note)
{
    public static Decision<ReferralEvent> Decide(ChaseReferral command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessChaser(state, context) is { } refusal) return refusal;
        if (!state.IsOpen) return new ReferralIsOver(state.OverSince);
        if (state.IsUnsent) return new ReferralNotSent();
        return state.IsUnanswered || state.State == ReferralState.Accepted
            ? new ReferralChased(context.Caller.Person, command.Note, context.NextAt)
            : new NothingToChase();
    }
}

/// <summary>The service has said all that it had to say; the next step is the owner's.</summary>
public sealed record NothingToChase() : Rejection(
    "referral.answered",
    Rule.R22,
    "The service has answered. Record what became of it, or find another way for the student.");
