using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

[Trait("Rule", "R22")]
[Trait("Rule", "R4")]
public sealed class WakeReferralTests
{
    private static readonly ChaseReferral Chase = new(Scenario.Words);

    [Fact]
    public void Without_a_reply_the_owner_is_reminded_twice_and_then_the_coordinators_are_told()
    {
        var scenario = Scenario.Sent().Until(Scenario.Thursday);
        scenario.History.OfType<ReferralReminded>().Select(sent => (sent.Number, sent.To[^1], sent.NextAt)).ShouldBe(
            [(1, Wexcombe.Ida, Scenario.Monday), (2, Wexcombe.Ida, Scenario.Thursday)]);
        scenario.Then(new ReferralUnanswered([Wexcombe.Ida, Wexcombe.Cass], Wexcombe.Utc(12, 8, 12)));
        (scenario.State.State, scenario.State.Owner).ShouldBe((ReferralState.NoReply, Wexcombe.Ida));
    }

    [Fact]
    public void From_then_on_every_reminder_goes_to_the_coordinators_too_without_end()
    {
        var scenario = Scenario.NoReply().Until(Wexcombe.Utc(12, 31, 23));
        var later = scenario.History.SkipWhile(happened => happened is not ReferralUnanswered).Skip(1).ToList();
        later.Count.ShouldBe(6);
        later.ShouldAllBe(happened => ((ReferralReminded)happened).To.Contains(Wexcombe.Cass));
    }

    [Fact]
    public void What_waits_for_its_owner_comes_back_and_after_two_reminders_the_coordinators_hear_of_it()
    {
        var scenario = Scenario.Consented().Until(Scenario.Thursday);
        scenario.History.OfType<ReferralReminded>().Select(sent => (sent.About, sent.To.Count)).ShouldBe(
            [(ReferralTask.Send, 1), (ReferralTask.Send, 1), (ReferralTask.Send, 2)]);
        scenario.State.State.ShouldBe(ReferralState.Consented);
    }

    [Fact]
    public void A_late_wake_up_reminds_once_and_the_same_again_does_nothing()
    {
        var scenario = Scenario.Sent().At(Scenario.Monday.AddHours(1)).When(new WakeReferral(), Caller.System)
            .Then(new ReferralReminded(ReferralTask.Reply, [Wexcombe.Ida], 1, Wexcombe.Utc(12, 3, 13)));
        scenario.When(new WakeReferral(), Caller.System).ThenAlreadySo();
    }

    [Fact]
    public void A_moment_before_its_time_nothing_happens() =>
        Scenario.Sent().At(Scenario.Wednesday.AddMilliseconds(-1)).When(new WakeReferral(), Caller.System)
            .ThenAlreadySo();

    [Fact]
    public void Holidays_do_not_count_as_working_days() =>
        Scenario.Empty.With(Policy.Default with { Holidays = [new(2026, 11, 23)] }).When(Scenario.Offer)
            .State.NextAt.ShouldBe(Wexcombe.Utc(11, 26, 12));

    [Fact]
    [Trait("Rule", "R29")]
    public void The_numbers_are_the_policys()
    {
        var quick = Policy.Default with { ReferralReplyWorkingDays = 1, ReferralReminders = 1 };
        Scenario.Consented().With(quick).When(Scenario.Send).Until(Wexcombe.Utc(11, 24, 12))
            .History.OfType<ReferralUnanswered>().ShouldHaveSingleItem();
        var slow = Policy.Default with { ReferralSeenCheckDays = 30 };
        Scenario.Received().With(slow).When(new AcceptReferral(null)).State.NextAt
            .ShouldBe(Wexcombe.Noon.AddDays(30));
    }

    [Fact]
    public void The_product_itself_is_never_reminded() =>
        Scenario.Empty.OwnedBy(PersonId.System).When(Scenario.Offer, relation: CaseRelation.Reads)
            .Until(Scenario.Wednesday).Then(new ReferralReminded(ReferralTask.AskConsent, [], 1, Scenario.Monday));

    [Fact]
    public void Chased_by_hand_it_waits_three_days_more_and_that_counts_as_a_reminder()
    {
        var scenario = Scenario.Sent().At(Wexcombe.Utc(11, 24, 12)).When(Chase)
            .Then(new ReferralChased(Wexcombe.Ida, Scenario.Words, Wexcombe.Utc(11, 27, 12)));
        scenario.When(Chase).Until(Wexcombe.Utc(11, 27, 12)).State.State.ShouldBe(ReferralState.NoReply);
    }

    [Fact]
    public void A_coordinator_may_chase_what_they_see_and_others_who_see_it_may_not()
    {
        Scenario.NoReply().When(Chase, Scenario.Cass).Last.Events.ShouldHaveSingleItem();
        Scenario.NoReply().When(Chase, Wexcombe.Administrator, CaseRelation.SeesState)
            .ThenRefused("referral.role", Rule.R15, RejectionKind.RoleMayNot);
        Scenario.NoReply().When(Chase, Scenario.Cass, CaseRelation.None)
            .ThenRefused("referral.notThere", Rule.R15, RejectionKind.NotThere);
    }

    [Fact]
    public void Nobody_chases_what_was_answered_or_never_sent()
    {
        Scenario.Declined().When(Chase).ThenRefused("referral.answered", Rule.R22);
        Scenario.Consented().When(Chase).ThenRefused("referral.notSent", Rule.R22);
    }

    [Fact]
    public void With_the_file_it_goes_to_the_files_new_owner_who_is_reminded_from_then_on()
    {
        var scenario = Scenario.Sent().When(new ReassignReferral(Wexcombe.Otto), Caller.System)
            .Then(new ReferralReassigned(Wexcombe.Ida, Wexcombe.Otto));
        scenario.Until(Scenario.Wednesday)
            .Then(new ReferralReminded(ReferralTask.Reply, [Wexcombe.Otto], 1, Scenario.Monday));
        scenario.When(new ReassignReferral(Wexcombe.Otto), Caller.System).ThenAlreadySo();
    }

    [Fact]
    [Trait("Rule", "R7")]
    public void What_a_withdrawn_one_owes_goes_with_the_file_too() =>
        Scenario.SentWithoutConsent().When(new WithdrawReferral(Scenario.Words))
            .When(new ReassignReferral(Wexcombe.Otto), Caller.System).State.Owner.ShouldBe(Wexcombe.Otto);
}
