using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

[Trait("Rule", "R22")]
public sealed class SendReferralTests
{
    private static readonly SendReferral Send = Scenario.Send;

    /// <summary>A day after the sending.</summary>
    private static readonly DateTimeOffset Saturday = Wexcombe.Noon.AddDays(1);

    [Fact]
    public void What_was_sent_to_whom_and_how_is_kept_and_a_reply_is_waited_for_three_working_days() =>
        Scenario.Sent().Then(new ReferralSent(
            Send.What!, Send.ToWhom!, Channel.Email, WithConsent: true, Why: null, DisclosureBy: null, Closed: null,
            Scenario.Wednesday));

    [Fact]
    public void To_a_closed_service_it_is_sent_with_a_warning() =>
        Scenario.Consented().At(Wexcombe.Utc(11, 20, 18)).When(Send).Last.Events.ShouldHaveSingleItem()
            .ShouldBeOfType<ReferralSent>().Closed
            .ShouldBe(new ServiceClosed(Wexcombe.Utc(11, 23, 9), "samaritans"));

    [Fact]
    public void A_service_that_has_left_the_directory_since_may_still_be_sent_to()
    {
        var scenario = Scenario.Consented();
        SendReferral.Decide(Send, scenario.State, scenario.Context() with { Directory = ServiceDirectory.Empty })
            .Rejection.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "R7")]
    public void Without_consent_it_is_not_sent() =>
        Scenario.Offered(Band.Within24Hours).When(Send).ThenRefused("referral.consentMissing", Rule.R7)
            .Missing.ShouldBe(["consent"]);

    [Fact]
    [Trait("Rule", "R7")]
    public void A_student_who_said_no_is_not_referred_by_name_and_can_still_be_signposted()
    {
        var refusal = Scenario.Offered().When(new RecordReferralConsent(Given: false, null)).When(Send)
            .ThenRefused("referral.consentRefused", Rule.R7);
        refusal.Since.ShouldBe(Wexcombe.Noon);
        refusal.Detail.ShouldContain("details");
    }

    [Fact]
    [Trait("Rule", "R7")]
    public void In_a_crisis_band_it_does_not_wait_for_consent_and_owes_a_disclosure_record()
    {
        var scenario = Scenario.SentWithoutConsent().Then(new ReferralSent(
            Send.What!, Send.ToWhom!, Channel.Email, WithConsent: false, Why: null, Saturday, Closed: null,
            Scenario.Wednesday));
        Referral.OpenItems(Scenario.Id, scenario.State).Select(item => (item.Kind, item.NextWakeUp)).ShouldBe(
            [("referral", Scenario.Wednesday), ("disclosure", Saturday)]);
    }

    [Fact]
    [Trait("Rule", "R7")]
    public void In_a_crisis_not_even_a_refusal_holds_it_back() =>
        Scenario.Offered(Band.Within4Hours).When(new RecordReferralConsent(Given: false, null)).When(Send)
            .State.DisclosureBy.ShouldBe(Saturday);

    [Fact]
    [Trait("Rule", "R7")]
    public void While_an_urgent_contact_is_open_for_the_student_it_does_not_wait_either() =>
        Scenario.Offered().WhileInCrisis().When(Send).State.DisclosureBy.ShouldBe(Saturday);

    [Fact]
    [Trait("Rule", "R7")]
    public void Where_it_is_said_at_once_why_nothing_more_is_owed()
    {
        var scenario = Scenario.Offered(Band.Immediate).When(Send with { Why = Scenario.Words });
        scenario.State.DisclosureBy.ShouldBeNull();
        scenario.State.Why.ShouldBe(Scenario.Words);
    }

    [Fact]
    [Trait("Rule", "R7")]
    public void With_consent_a_crisis_owes_nothing() =>
        Scenario.Offered(Band.Immediate).When(new RecordReferralConsent(Given: true, null))
            .When(Send with { Why = Scenario.Words }).Last.Events.ShouldHaveSingleItem()
            .ShouldBeOfType<ReferralSent>().ShouldSatisfyAllConditions(
                sent => sent.WithConsent.ShouldBeTrue(),
                sent => sent.Why.ShouldBeNull(),
                sent => sent.DisclosureBy.ShouldBeNull());

    [Fact]
    public void Declined_or_never_answered_it_can_be_sent_again_and_the_clock_begins_anew()
    {
        foreach (var scenario in new[] { Scenario.Declined(), Scenario.NoReply() })
        {
            scenario.At(Scenario.Thursday).When(Send);
            (scenario.State.State, scenario.State.Reminders).ShouldBe((ReferralState.Sent, 0));
            scenario.State.NextAt.ShouldBe(Wexcombe.Utc(12, 8, 12));
        }
    }

    [Fact]
    public void The_same_again_is_already_so_and_other_words_are_told_where_they_go()
    {
        Scenario.Accepted().When(Send).ThenAlreadySo();
        Scenario.Sent().When(Send with { Channel = Channel.Phone }).ThenRefused("referral.alreadySent", Rule.R22);
    }

    [Fact]
    public void Every_word_left_out_is_named() =>
        Scenario.Consented().When(new SendReferral(null, null, null, null))
            .ThenRefused("referral.wordsMissing", Rule.R22, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["what", "toWhom", "channel"]);

    [Fact]
    [Trait("Rule", "R15")]
    public void Only_a_reader_of_the_file_sends() =>
        Scenario.Consented().When(Send, Scenario.Cass)
            .ThenRefused("referral.role", Rule.R15, RejectionKind.RoleMayNot);
}
