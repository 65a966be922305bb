using Safeguard.Domain.Referrals;

namespace Safeguard.Projections.Events;

public static partial class EventNames
{
    private static IReadOnlyList<(Type Type, string Name)> Referrals =>
    [
        (typeof(ReferralOffered), "referral_offered"),
        (typeof(ReferralConsented), "referral_consented"),
        (typeof(ReferralConsentRefused), "referral_consent_refused"),
        (typeof(ReferralSent), "referral_sent"),
        (typeof(ReferralDisclosureRecorded), "referral_disclosure_recorded"),
        (typeof(ReferralReceived), "referral_received"),
        (typeof(ReferralAccepted), "referral_accepted"),
        (typeof(ReferralDeclined), "referral_declined"),
        (typeof(ReferralUnanswered), "referral_unanswered"),
        (typeof(ReferralReminded), "referral_reminded"),
        (typeof(ReferralChased), "referral_chased"),
        (typeof(ReferralSeen), "referral_seen"),
        (typeof(ReferralDidNotAttend), "referral_did_not_attend"),
        (typeof(ReferralCompleted), "referral_completed"),
        (typeof(ReferralWithdrawn), "referral_withdrawn"),
        (typeof(ReferralReassigned), "referral_reassigned"),
    ];
}
