namespace Safeguard.Domain.Referrals;

/// <summary>
/// What the student said about being referred by name (R7). They may change their mind; what was sent before stays
/// sent.
/// </summary>
/// <param name="How">How they said so.</param>
public sealed record RecordReferralConsent(bool Given, Confidential? How)
{
    public static Decision<ReferralEvent> Decide(
        RecordReferralConsent command, Referral state, ReferralContext context)
    {
        if (ReferralAccess.RefuseUnlessReader(state, context, "record consent") is { } refusal) return refusal;
        if (!state.IsOpen) return new ReferralIsOver(state.OverSince);
        if (state.Consent == command.Given) return Decision<ReferralEvent>.AlreadySo;
        return command.Given
            ? new ReferralConsented(command.How, context.NextAt)
            : new ReferralConsentRefused(command.How, context.NextAt);
    }
}
