using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class WakeEscalationTests
{
    private const string Everyone = "duty, deputy, senior, supervisor, coordinator, coordinator2";

    [Fact]
    public void Before_anything_is_due_a_wake_up_does_nothing() =>
        Scenario.Raised().At(4.9).When(new WakeEscalation()).ThenAlreadySo();

    [Fact]
    [Trait("Rule", "R4")]
    public void The_same_wake_up_twice_is_once() =>
        Scenario.Raised().At(10).When(new WakeEscalation()).When(new WakeEscalation()).ThenAlreadySo();

    [Fact]
    public void What_was_never_raised_has_nothing_due() => Scenario.Empty.When(new WakeEscalation()).ThenAlreadySo();

    [Fact]
    public void A_late_wake_up_sends_every_missed_rung_at_once_and_then_keeps_to_the_times_promised()
    {
        var scenario = Scenario.Raised().At(25).When(new WakeEscalation());
        scenario.Pages().Skip(1).ShouldBe(["25: Rung deputy", "25: Rung duty, senior, supervisor"]);
        scenario.Last.Events.OfType<RoutedTo>().Last().People.Count.ShouldBe(4);
        scenario.Until(45).Minutes<PageSent>().ShouldBe([0, 25, 25, 30, 45]);
    }

    [Fact]
    public void After_an_outage_nobody_is_paged_twice_and_missed_repeats_are_one()
    {
        var scenario = Scenario.Raised(cover: People.Cover with { DutyFirst = People.OtherSenior.Person })
            .At(65).When(new WakeEscalation());
        scenario.Pages().Skip(1).ShouldBe(
        [
            "65: Rung deputy",
            "65: Rung duty, senior, supervisor",
            "65: Rung coordinator, coordinator2",
            "65: Repeat elsewhere",
        ]);
        scenario.State.Repeats.ShouldBe(1);
        scenario.Until(90).Minutes<PageSent>().ShouldBe([0, 65, 65, 65, 65, 75, 90]);
    }

    [Fact]
    public void After_an_outage_among_the_repeats_everyone_is_paged_once_and_the_rhythm_is_kept()
    {
        var scenario = Scenario.Raised().Until(45).At(45 + (3 * 24 * 60) + 7).When(new WakeEscalation());
        scenario.Minutes<PageSent>(page => page.Reason == PageReason.Repeat).ShouldBe([45, 4372]);
        scenario.Pages()[^1].ShouldBe($"4372: Repeat {Everyone}");
        scenario.State.NextPageAt.ShouldBe(scenario.Start.AddMinutes(4380));
    }

    [Fact]
    public void Due_deadlines_follow_the_pages_of_the_same_moment_in_order()
    {
        var scenario = Scenario.Raised().Until(29).At(30).When(new WakeEscalation());
        scenario.Last.Events.Select(e => e.GetType())
            .ShouldBe([typeof(RoutedTo), typeof(PageSent), typeof(DeadlineMissed)]);
    }

    [Fact]
    public void Acknowledge_by_missed_is_written_once() =>
        Scenario.Raised().Until(60).Minutes<DeadlineMissed>(e => e.Which == Deadline.AcknowledgeBy).ShouldBe([5]);

    [Fact]
    public void Acknowledge_by_met_and_handed_back_later_is_not_missed() =>
        Scenario.Acknowledged().At(4).When(new ReleaseEscalation(null), People.Duty).Until(60)
            .Minutes<DeadlineMissed>(e => e.Which == Deadline.AcknowledgeBy).ShouldBeEmpty();

    [Fact]
    public void Handed_on_late_the_reminder_comes_too_and_later_rungs_count_from_then()
    {
        var scenario = Scenario.Acknowledged().At(100).When(new WakeEscalation());
        scenario.Last.Events.Select(e => e.GetType()).ShouldBe(
        [
            typeof(DeadlineMissed), typeof(PageSent), typeof(ReminderSent), typeof(AcknowledgementLapsed),
            typeof(RoutedTo), typeof(PageSent),
        ]);
        scenario.Until(120).Minutes<PageSent>(page => page.Rung >= 0).ShouldBe([0, 100, 110, 120]);
    }

    [Fact]
    public void A_paced_ladder_that_slept_pages_every_rung_it_missed() =>
        Scenario.Raised(Band.Within24Hours).At(300).When(new WakeEscalation()).Pages().Skip(1)
            .ShouldBe(["300: Rung deputy", "300: Rung duty, senior, supervisor"]);

    [Fact]
    [Trait("Rule", "R4")]
    public void Each_open_item_has_one_owner_and_its_own_next_wake_up()
    {
        var scenario = Scenario.Acknowledged()
            .When(Commands.Ask(People.Raiser), People.Duty, People.Raiser)
            .When(Commands.Act(People.Senior, Minute(20)), People.Duty, People.Senior);
        Escalation.OpenItems(Commands.Id(9), scenario.State).ShouldBe(
        [
            new(Commands.Id(9), "escalation", People.Duty.Person, People.Panel, Minute(30)),
            new(Commands.Id(1), "question", People.Raiser.Person, People.Panel, Minute(3 + (24 * 60))),
            new(Commands.Id(2), "action", People.Senior.Person, People.Panel, Minute(20)),
            new(Commands.Id(9), "debrief", People.Supervisor.Person, People.Panel, Minute(24 * 60)),
        ]);
        Escalation.NextWakeUp(scenario.State).ShouldBe(Minute(20));
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Nothing_open_has_no_wake_up() =>
        Escalation.NextWakeUp(Scenario.Closed().When(new RecordDebrief(true, null), People.Supervisor).State)
            .ShouldBeNull();

    private static DateTimeOffset Minute(int minute) => Scenario.FridayNight.AddMinutes(minute);
}
