using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>After 28 calendar days lapsed a Coordinator confirms the return as well.</summary>
[Trait("Rule", "R9")]
public sealed class ConfirmReturnTests
{
    private static readonly DateTimeOffset December = Utc(12, 1, 12);
    private static readonly DateOnly Came = new(2026, 12, 1);

    private static readonly Institution Returned =
        Standings.Lapsed.And(new SupervisionMadeUp(Ida, G2, Id(9), Came, ConfirmedByOffice: false));

    [Fact]
    public void A_coordinator_confirms_who_came_and_that_makes_them_current()
    {
        var reinstated = new Reinstated(Ida, Came, Cass);
        Confirm(Returned, December).ShouldHappen(reinstated);
        var after = Returned.And(reinstated);
        var answer = after.StandingAt(Ida, December);
        (answer.Standing, answer.LastCounted, answer.AwaitsCoordinator).ShouldBe((Standing.Current, Came, false));
        Confirm(after, December).ShouldBeAlreadySo();
        after.StandingAt(Ida, Noon).Standing.ShouldBe(Standing.Lapsed);
    }

    [Fact]
    public void Until_then_they_stay_lapsed_and_are_told_whom_to_ask()
    {
        var answer = Returned.StandingAt(Ida, December);
        (answer.Standing, answer.Since, answer.AwaitsCoordinator).ShouldBe((Standing.Lapsed, Standings.LapsedOn, true));
        TakingOnWork.Refusal(answer, Returned.CalendarAt(December)).ShouldNotBeNull()
            .Detail.ShouldContain("Coordinator");
        answer.Why.ShouldContain(new StandingReason(StandingFact.AwaitsCoordinator, Came, Group: G2));
    }

    [Fact]
    public void Who_has_not_come_has_nothing_to_confirm() =>
        Confirm(Standings.Lapsed, December).ShouldBeRefused("supervision.hasNotCome", Rule.R9)
            .Since.ShouldBe(Utc(11, 2, 0));

    [Theory]
    [InlineData(Standing.Current)]
    [InlineData(Standing.DueSoon)]
    [InlineData(Standing.Overdue)]
    public void Who_is_not_lapsed_needs_no_confirmation(Standing standing)
    {
        var (institution, moment, _) = Standings.In(standing);
        Confirm(institution, moment).ShouldBeAlreadySo();
    }

    [Theory]
    [InlineData(Standing.InTraining, "supporter.inTraining")]
    [InlineData(Standing.OnLeave, "supporter.onLeave")]
    [InlineData(Standing.StoodDown, "supporter.stoodDown")]
    [InlineData(Standing.Suspended, "supporter.suspended")]
    public void A_status_goes_before_the_fortnight(Standing standing, string code)
    {
        var (institution, moment, _) = Standings.In(standing);
        Confirm(institution, moment).ShouldBeRefused(code, Rule.R9);
    }

    private static Decision<SupporterEvent> Confirm(Institution institution, DateTimeOffset now) =>
        ConfirmReturn.Decide(new(), Ida, institution.SupporterOf(Ida), institution.By(Coordinator, now));
}
