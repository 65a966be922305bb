using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

[Trait("Rule", "R7")]
public sealed class RecordReferralConsentTests
{
    private static readonly RecordReferralConsent Agrees = new(Given: true, Scenario.Words);
    private static readonly RecordReferralConsent Refuses = new(Given: false, Scenario.Words);

    [Fact]
    public void The_student_agrees_and_it_can_be_sent() =>
        Scenario.Offered().When(Agrees).Then(new ReferralConsented(Scenario.Words, Scenario.Wednesday))
            .State.State.ShouldBe(ReferralState.Consented);

    [Fact]
    public void Refused_it_stays_an_offer_that_may_still_be_agreed_to()
    {
        var scenario = Scenario.Offered().When(Refuses)
            .Then(new ReferralConsentRefused(Scenario.Words, Scenario.Wednesday));
        scenario.State.State.ShouldBe(ReferralState.Offered);
        scenario.When(Agrees).State.State.ShouldBe(ReferralState.Consented);
    }

    [Fact]
    public void Taken_back_before_sending_it_is_an_offer_again() =>
        Scenario.Consented().When(Refuses).State.State.ShouldBe(ReferralState.Offered);

    [Fact]
    public void Taken_back_after_sending_it_stays_sent_and_is_not_sent_again()
    {
        var scenario = Scenario.Declined().When(Refuses);
        scenario.State.State.ShouldBe(ReferralState.Declined);
        scenario.When(Scenario.Send).ThenRefused("referral.consentRefused", Rule.R7);
    }

    [Fact]
    public void Said_twice_is_once()
    {
        Scenario.Consented().When(Agrees).ThenAlreadySo();
        Scenario.Offered().When(Refuses).When(Refuses).ThenAlreadySo();
    }

    [Fact]
    public void When_it_is_over_nobody_is_asked_any_more() =>
        Scenario.Withdrawn().When(Agrees).ThenRefused("referral.over", Rule.R22).Since.ShouldBe(Wexcombe.Noon);

    [Fact]
    public void Only_a_reader_of_the_file_records_it()
    {
        Scenario.Offered().When(Agrees, Scenario.Cass)
            .ThenRefused("referral.role", Rule.R15, RejectionKind.RoleMayNot);
        Scenario.Offered().When(Agrees, Wexcombe.SeniorMember(Wexcombe.Otto))
            .ThenRefused("referral.notThere", Rule.R15, RejectionKind.NotThere);
    }
}
