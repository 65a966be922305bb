using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

[Trait("Rule", "R7")]
public sealed class RecordReferralDisclosureTests
{
    private static readonly RecordReferralDisclosure Record = new(Scenario.Words, DecidedBy: null);

    [Fact]
    public void Why_and_who_decided_settle_what_was_owed()
    {
        var scenario = Scenario.SentWithoutConsent().When(Record)
            .Then(new ReferralDisclosureRecorded(Scenario.Words, Wexcombe.Ida));
        scenario.State.DisclosureBy.ShouldBeNull();
        Referral.OpenItems(Scenario.Id, scenario.State).ShouldHaveSingleItem().Kind.ShouldBe("referral");
        scenario.When(Record).ThenAlreadySo();
    }

    [Fact]
    public void Somebody_else_may_have_decided()
    {
        var vera = Wexcombe.SeniorMember(Wexcombe.Vera);
        Scenario.SentWithoutConsent().When(Record with { DecidedBy = vera.Person }, named: vera)
            .Then(new ReferralDisclosureRecorded(Scenario.Words, vera.Person));
        Scenario.SentWithoutConsent().When(Record with { DecidedBy = vera.Person })
            .ThenRefused("referral.personUnknown", Rule.None, RejectionKind.SaysNothing);
    }

    [Fact]
    public void Late_it_is_asked_for_every_day_of_its_owner_and_the_coordinators()
    {
        var scenario = Scenario.SentWithoutConsent().Until(Wexcombe.Noon.AddDays(2));
        scenario.History.OfType<ReferralReminded>().Select(sent => (sent.About, sent.Number, sent.NextAt)).ShouldBe(
        [
            (ReferralTask.Disclosure, 1, Wexcombe.Noon.AddDays(2)),
            (ReferralTask.Disclosure, 2, Wexcombe.Noon.AddDays(3)),
        ]);
        scenario.History.OfType<ReferralReminded>().First().To.ShouldBe([Wexcombe.Ida, Wexcombe.Cass]);
    }

    [Fact]
    public void A_withdrawal_does_not_settle_it_and_completing_waits_for_it()
    {
        var withdrawn = Scenario.SentWithoutConsent().When(new WithdrawReferral(Scenario.Words));
        withdrawn.State.IsSettled.ShouldBeFalse();
        Referral.OpenItems(Scenario.Id, withdrawn.State).ShouldHaveSingleItem().Kind.ShouldBe("disclosure");
        withdrawn.When(Record).State.IsSettled.ShouldBeTrue();

        var complete = new CompleteReferral(ReferralOutcome.Helped, null);
        Scenario.SentWithoutConsent().When(new RecordSeen(null)).When(complete)
            .ThenRefused("referral.disclosureOwed", Rule.R7).Missing.ShouldBe(["disclosure"]);
        Scenario.SentWithoutConsent().When(new RecordSeen(null)).When(Record).When(complete)
            .State.IsSettled.ShouldBeTrue();
    }

    [Fact]
    public void Where_nothing_is_owed_other_words_belong_into_the_case_file() =>
        Scenario.Sent().When(Record).ThenRefused("referral.noDisclosureOwed", Rule.R7);

    [Fact]
    public void It_says_why() =>
        Scenario.SentWithoutConsent().When(Record with { Why = null })
            .ThenRefused("referral.wordsMissing", Rule.R7, RejectionKind.SaysNothing).Missing.ShouldBe(["why"]);

    [Fact]
    public void Only_a_reader_of_the_file_records_it() =>
        Scenario.SentWithoutConsent().When(Record, Scenario.Cass)
            .ThenRefused("referral.role", Rule.R15, RejectionKind.RoleMayNot);
}
