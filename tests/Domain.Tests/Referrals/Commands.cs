using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

/// <summary>Every command of a referral by its type.</summary>
internal static class Commands
{
    /// <summary>One of each that people give, with words that nothing is wrong with.</summary>
    public static IReadOnlyDictionary<string, object> ByName { get; } = new Dictionary<string, object>
    {
        ["offer"] = Scenario.Offer,
        ["agrees"] = new RecordReferralConsent(Given: true, Scenario.Words),
        ["refuses"] = new RecordReferralConsent(Given: false, Scenario.Words),
        ["send"] = Scenario.Send,
        ["receive"] = new ReceiveReferral(Scenario.Words),
        ["accept"] = new AcceptReferral(Scenario.Words),
        ["decline"] = new DeclineReferral(Scenario.Words),
        ["chase"] = new ChaseReferral(Scenario.Words),
        ["seen"] = new RecordSeen(Scenario.Words),
        ["absent"] = new RecordNonAttendance(Scenario.Words),
        ["helped"] = new CompleteReferral(ReferralOutcome.Helped, Scenario.Words),
        ["withdraw"] = new WithdrawReferral(Scenario.Words),
        ["why"] = new RecordReferralDisclosure(Scenario.Words, DecidedBy: null),
        ["reassign"] = new ReassignReferral(Wexcombe.Otto),
        ["wake"] = new WakeReferral(),
    };

    public static Decision<ReferralEvent> Decide(object command, Referral state, ReferralContext context) =>
        command switch
        {
            OfferReferral c => OfferReferral.Decide(c, state, context),
            RecordReferralConsent c => RecordReferralConsent.Decide(c, state, context),
            SendReferral c => SendReferral.Decide(c, state, context),
            RecordReferralDisclosure c => RecordReferralDisclosure.Decide(c, state, context),
            ReceiveReferral c => ReceiveReferral.Decide(c, state, context),
            AcceptReferral c => AcceptReferral.Decide(c, state, context),
            DeclineReferral c => DeclineReferral.Decide(c, state, context),
            ChaseReferral c => ChaseReferral.Decide(c, state, context),
            RecordSeen c => RecordSeen.Decide(c, state, context),
            RecordNonAttendance c => RecordNonAttendance.Decide(c, state, context),
            CompleteReferral c => CompleteReferral.Decide(c, state, context),
            WithdrawReferral c => WithdrawReferral.Decide(c, state, context),
            ReassignReferral c => ReassignReferral.Decide(c, state, context),
            WakeReferral c => WakeReferral.Decide(c, state, context),
            _ => throw new ArgumentException(
                $"{command.GetType().Name} is no command of a referral.", nameof(command)),
        };
}
