using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

[Trait("Rule", "R22")]
public sealed class CompleteReferralTests
{
    private static readonly CompleteReferral Helped = new(ReferralOutcome.Helped, Scenario.Words);

    [Theory]
    [InlineData(ReferralState.Seen, ReferralOutcome.Helped)]
    [InlineData(ReferralState.Seen, ReferralOutcome.WithService)]
    [InlineData(ReferralState.Seen, ReferralOutcome.NotHelped)]
    [InlineData(ReferralState.Accepted, ReferralOutcome.NotKnown)]
    [InlineData(ReferralState.DidNotAttend, ReferralOutcome.DidNotAttend)]
    [InlineData(ReferralState.Declined, ReferralOutcome.DeclinedByService)]
    [InlineData(ReferralState.NoReply, ReferralOutcome.NoReply)]
    public void The_outcome_is_what_the_record_shows(ReferralState state, ReferralOutcome outcome)
    {
        var scenario = Scenario.In(state).When(new CompleteReferral(outcome, Scenario.Words))
            .Then(new ReferralCompleted(outcome, Scenario.Words));
        scenario.State.Outcome.ShouldBe(outcome);
        Referral.OpenItems(Scenario.Id, scenario.State).ShouldBeEmpty();
        Referral.NextWakeUp(scenario.State).ShouldBeNull();
    }

    [Fact]
    public void Every_outcome_is_possible_somewhere_and_withdrawing_is_a_command_of_its_own() =>
        Enum.GetValues<ReferralState>().SelectMany(CompleteReferral.Possible).Append(ReferralOutcome.Withdrawn)
            .ShouldBe(Enum.GetValues<ReferralOutcome>(), ignoreOrder: true);

    [Fact]
    public void An_outcome_that_the_record_does_not_show_is_refused() =>
        Scenario.Accepted().When(Helped).ThenRefused("referral.outcome", Rule.R22);

    [Fact]
    public void Before_the_service_did_anything_there_is_no_outcome() =>
        Scenario.Sent().When(Helped).ThenRefused("referral.noOutcomeYet", Rule.R22).Missing.ShouldBe(["state"]);

    [Fact]
    public void Said_twice_is_once_and_another_outcome_comes_too_late()
    {
        Scenario.Completed().When(Helped).ThenAlreadySo();
        Scenario.Completed().When(Helped with { Outcome = ReferralOutcome.NotHelped })
            .ThenRefused("referral.over", Rule.R22);
    }

    [Fact]
    public void It_may_be_withdrawn_at_any_point_and_says_why()
    {
        var scenario = Scenario.Seen().When(new WithdrawReferral(Scenario.Words))
            .Then(new ReferralWithdrawn(Scenario.Words));
        (scenario.State.Outcome, scenario.State.IsSettled).ShouldBe((ReferralOutcome.Withdrawn, true));
        Scenario.Seen().When(new WithdrawReferral(null))
            .ThenRefused("referral.wordsMissing", Rule.R22, RejectionKind.SaysNothing).Missing.ShouldBe(["reason"]);
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void A_coordinator_neither_completes_nor_withdraws()
    {
        foreach (var command in new object[] { Helped, new WithdrawReferral(Scenario.Words) })
        {
            Scenario.Seen().When(command, Scenario.Cass)
                .ThenRefused("referral.role", Rule.R15, RejectionKind.RoleMayNot);
        }
    }
}
