using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Tests.Referrals;

[Trait("Rule", "R22")]
public sealed class ReferralMovesTests
{
    [Fact]
    public void What_may_be_done_is_what_the_rules_would_let_happen()
    {
        Moves(Scenario.Offered()).ShouldBe(
            [ReferralMove.ConsentGiven, ReferralMove.ConsentRefused, ReferralMove.Withdraw], ignoreOrder: true);
        Moves(Scenario.SentWithoutConsent()).ShouldBe(
            [
                ReferralMove.ConsentGiven, ReferralMove.ConsentRefused, ReferralMove.RecordDisclosure,
                ReferralMove.Receive, ReferralMove.Accept, ReferralMove.Decline, ReferralMove.Chase,
                ReferralMove.RecordSeen, ReferralMove.RecordNonAttendance, ReferralMove.Withdraw,
            ], ignoreOrder: true);
        Moves(Scenario.Seen()).ShouldBe(
            [ReferralMove.ConsentRefused, ReferralMove.Complete, ReferralMove.Withdraw], ignoreOrder: true);
        Moves(Scenario.Completed()).ShouldBeEmpty();
    }

    [Fact]
    public void A_coordinator_may_chase_and_nothing_else() =>
        Moves(Scenario.NoReply(), Scenario.Cass).ShouldBe([ReferralMove.Chase]);

    private static IReadOnlySet<ReferralMove> Moves(Scenario scenario, Caller? by = null) =>
        ReferralMoves.For(scenario.State, scenario.Context(by));
}
