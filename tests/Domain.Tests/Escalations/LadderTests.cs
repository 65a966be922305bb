using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class LadderTests
{
    private const string Panel = "duty, deputy, senior, supervisor";
    private const string Coordinators = "coordinator, coordinator2";
    private const string Everyone = $"{Panel}, {Coordinators}";

    [Fact]
    public void An_unanswered_crisis_climbs_the_ladder_and_then_pages_everyone_every_fifteen_minutes() =>
        Scenario.Raised().Until(75).Pages().ShouldBe(
        [
            "0: Rung duty",
            "10: Rung deputy",
            $"20: Rung {Panel}",
            $"30: Rung {Coordinators}",
            $"45: Repeat {Everyone}",
            $"60: Repeat {Everyone}",
            $"75: Repeat {Everyone}",
        ]);

    [Fact]
    public void It_is_the_same_for_within_four_hours_until_the_respond_by_tells_the_coordinators_once() =>
        Scenario.Raised(Band.Within4Hours).Until(245).Pages().ShouldBe(
        [
            "0: Rung duty",
            "10: Rung deputy",
            $"20: Rung {Panel}",
            $"30: Rung {Coordinators}",
            .. Enumerable.Range(3, 14).Select(quarter => $"{quarter * 15}: Repeat {Everyone}"),
        ]);

    [Fact]
    public void A_repeat_is_one_event_however_long_it_goes_on() =>
        Scenario.Raised().Until(24 * 60).Minutes<PageSent>(page => page.Reason == PageReason.Repeat)
            .ShouldBe(Enumerable.Range(3, 94).Select(quarter => quarter * 15.0));

    [Fact]
    public void Each_rung_says_by_when_it_is_expected_and_when_the_next_one_is_paged()
    {
        var scenario = Scenario.Raised().Until(30);
        var routed = scenario.History.Select(entry => entry.Event).OfType<RoutedTo>().ToList();
        routed.Select(e => (e.AcknowledgeBy - scenario.Start).TotalMinutes).ShouldBe([5, 15, 25, 35]);
        routed.Select(e => (e.NextPageAt - scenario.Start).TotalMinutes).ShouldBe([10, 20, 30, 45]);
    }

    [Fact]
    public void Without_a_panel_the_coordinators_are_the_first_rung() =>
        Scenario.Empty.When(Commands.Raise(Band.Immediate), People.Raiser).Until(30).Pages().ShouldBe(
        [
            $"0: Rung {Coordinators}",
            $"15: Repeat {Coordinators}",
            $"30: Repeat {Coordinators}",
        ]);

    [Fact]
    public void Who_is_on_a_rung_is_looked_up_when_its_turn_comes()
    {
        var later = People.Cover with { DutyDeputy = People.Senior.Person };
        Scenario.Raised().Until(9).With(later).Until(10).Pages().ShouldBe(["0: Rung duty", "10: Rung senior"]);
    }

    [Fact]
    public void A_repeat_reaches_those_paged_before_and_those_on_duty_now()
    {
        var nextShift = People.Cover with { DutyFirst = People.OtherSenior.Person };
        Scenario.Raised().Until(44).With(nextShift).Until(45).Pages()[^1].ShouldBe($"45: Repeat {Everyone}, elsewhere");
    }

    [Fact]
    public void The_ladder_is_frozen_when_it_is_raised_whatever_the_policy_says_later()
    {
        var slower = Domain.Programmes.Policy.Default with
        {
            Version = 1,
            RungsAfter = [TimeSpan.FromHours(9)],
            RepeatEvery = TimeSpan.FromHours(9),
        };
        Scenario.Raised().With(slower).Until(60).Minutes<PageSent>().ShouldBe([0, 10, 20, 30, 45, 60]);
    }

    [Fact]
    public void A_policy_that_forgets_its_numbers_still_pages_everyone_and_goes_on()
    {
        var empty = Domain.Programmes.Policy.Default with { RungsAfter = [], RepeatEvery = TimeSpan.Zero };
        Scenario.Empty.With(empty).When(Commands.Raise(Band.Immediate, panel: People.Panel), People.Raiser).Until(2)
            .Pages().ShouldBe(
            [
                "0: Rung duty",
                "0: Rung deputy",
                "0: Rung senior, supervisor",
                $"0: Rung {Coordinators}",
                $"1: Repeat {Everyone}",
                $"2: Repeat {Everyone}",
            ]);
    }

    [Fact]
    public void Someone_who_left_since_is_left_out_of_repeats_and_that_is_written_down_once()
    {
        var gone = People.Cover with
        {
            DutyFirst = null,
            SeniorMembers = [People.Senior.Person],
            Gone = [People.Duty.Person],
        };
        Scenario.Raised().Until(44).With(gone).Until(60).Pages().Skip(4).ShouldBe(
        [
            "45: without duty, NoLongerInRole",
            $"45: Repeat deputy, senior, supervisor, {Coordinators}",
            $"60: Repeat deputy, senior, supervisor, {Coordinators}",
        ]);
    }

    [Fact]
    public void A_page_that_failed_on_a_channel_is_written_down_and_the_ladder_does_not_wait()
    {
        var scenario = Scenario.Raised().At(1).When(new RecordPageFailure([People.Duty.Person], "email", "no answer"));
        scenario.Then(new PageFailed([People.Duty.Person], "email", "no answer"));
        scenario.Until(20).Minutes<PageSent>().ShouldBe([0, 10, 20]);
    }

    [Fact]
    public void A_page_that_failed_after_closing_is_nobodys_concern() =>
        Scenario.Closed().When(new RecordPageFailure([People.Duty.Person], "email", "no answer")).ThenAlreadySo();

    [Fact]
    public void A_terminal_state_cancels_every_page_and_a_late_wake_up_does_nothing()
    {
        var scenario = Scenario.Closed();
        scenario.State.NextPageAt.ShouldBeNull();
        scenario.At(16).When(new WakeEscalation()).ThenAlreadySo();
        scenario.Until(10 * 24 * 60).Minutes<PageSent>().ShouldBe([0]);
    }
}
