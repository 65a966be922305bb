using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class LadderOtherBandsTests
{
    private const int Hour = 60;
    private const string Panel = "duty, deputy, senior, supervisor";
    private const string Coordinators = "coordinator, coordinator2";

    [Fact]
    public void Within_24_hours_climbs_each_time_the_acknowledge_by_of_two_hours_passes() =>
        Scenario.Raised(Band.Within24Hours).Until(10 * Hour).Pages().ShouldBe(
        [
            "0: Rung duty",
            "120: Rung deputy",
            $"240: Rung {Panel}",
            $"360: Rung {Coordinators}",
            $"480: Repeat {Panel}, {Coordinators}",
            $"600: Repeat {Panel}, {Coordinators}",
        ]);

    [Fact]
    public void Each_rung_has_until_the_next_one_is_paged()
    {
        var routed = Scenario.Raised(Band.Within24Hours).Until(6 * Hour).History.Select(e => e.Event)
            .OfType<RoutedTo>().ToList();
        routed.Select(e => (e.AcknowledgeBy - Scenario.FridayNight).TotalHours).ShouldBe([2, 4, 6, 8]);
        routed.ShouldAllBe(e => e.AcknowledgeBy == e.NextPageAt);
    }

    [Fact]
    public void A_rung_brought_forward_by_a_gap_is_given_its_own_two_hours() =>
        Scenario.Raised(Band.Within24Hours, People.Cover with { DutyFirst = null }).Until(4 * Hour).Pages().ShouldBe(
        [
            "0: skipped 0, NobodyOnDuty",
            "0: Rung deputy",
            $"120: Rung {Panel}",
            $"240: Rung {Coordinators}",
        ]);

    [Fact]
    public void Within_72_hours_climbs_by_working_days()
    {
        var scenario = Scenario.Raised(Band.Within72Hours).Until(7 * 24 * Hour);
        PageMoments(scenario).ShouldBe(
        [
            Moment(20, 2, 14), Moment(20, 17), Moment(23, 2, 14), Moment(23, 17), Moment(24, 17), Moment(25, 17),
            Moment(26, 17),
        ]);
        scenario.Minutes<DeadlineMissed>(e => e.Which == Deadline.AcknowledgeBy).ShouldHaveSingleItem();
    }

    [Fact]
    public void A_working_day_across_the_clock_change_ends_at_the_same_local_time()
    {
        var fridayTen = new DateTimeOffset(2026, 10, 23, 9, 0, 0, TimeSpan.Zero);
        var scenario = Scenario.StartingAt(fridayTen)
            .When(Commands.Raise(Band.Within72Hours, panel: People.Panel), People.Raiser);
        scenario.State.AcknowledgeBy.ShouldBe(new DateTimeOffset(2026, 10, 26, 10, 0, 0, TimeSpan.Zero));
        scenario.Until(73 * Hour).Minutes<PageSent>().ShouldBe([0, 72 * Hour, 73 * Hour]);
    }

    [Fact]
    public void A_crisis_across_the_clock_change_keeps_its_minutes()
    {
        var start = new DateTimeOffset(2026, 10, 25, 0, 50, 0, TimeSpan.Zero);
        Scenario.StartingAt(start).When(Commands.Raise(Band.Immediate, panel: People.Panel), People.Raiser)
            .Until(60).Minutes<PageSent>().ShouldBe([0, 10, 20, 30, 45, 60]);
    }

    [Fact]
    public void Next_supervision_waits_for_the_session_and_then_goes_to_the_coordinators()
    {
        var session = Scenario.FridayNight.AddDays(3);
        var scenario = Scenario.Raised(Band.NextSupervision, People.Cover with { NextSupervision = session })
            .Until(5 * 24 * Hour);
        scenario.State.AcknowledgeBy.ShouldBe(session);
        scenario.State.RespondBy.ShouldBe(session);
        scenario.Pages().ShouldBe(
        [
            "0: Rung supervisor",
            $"{3 * 24 * Hour}: Rung {Coordinators}",
            $"{(Moment(23, 17) - scenario.Start).TotalMinutes}: Repeat supervisor, {Coordinators}",
            $"{(Moment(24, 17) - scenario.Start).TotalMinutes}: Repeat supervisor, {Coordinators}",
        ]);
    }

    [Fact]
    public void Without_a_session_planned_the_supervision_interval_counts() =>
        Scenario.Raised(Band.NextSupervision).State.RespondBy.ShouldBe(Scenario.FridayNight.AddDays(14));

    [Fact]
    public void A_session_that_is_over_is_not_the_next_one() =>
        Scenario.Raised(Band.NextSupervision, People.Cover with { NextSupervision = Scenario.FridayNight })
            .State.RespondBy.ShouldBe(Scenario.FridayNight.AddDays(14));

    [Fact]
    public void A_raiser_without_a_supervisor_is_passed_to_the_coordinators_at_once() =>
        Scenario.Raised(Band.NextSupervision, People.Cover with { RaisersSupervisor = null }).Pages().ShouldBe(
        [
            "0: skipped 0, NoSupervisor",
            $"0: Rung {Coordinators}",
        ]);

    [Fact]
    public void Respond_by_missed_is_an_event_that_tells_the_coordinators_and_stops_nothing()
    {
        var scenario = Scenario.Raised(Band.Within24Hours).Until(2 * Hour + 1)
            .When(new AcknowledgeEscalation(), People.Deputy);
        scenario.Until(24 * Hour).Then(
            new DeadlineMissed(Deadline.RespondBy, null, scenario.State.RespondBy),
            new PageSent(
                PageSent.OutsideLadder,
                [People.Coordinator.Person, People.SecondCoordinator.Person],
                0,
                PageReason.DeadlineMissed,
                null));
        scenario.State.State.ShouldBe(EscalationState.Acknowledged);
    }

    [Fact]
    public void Acknowledged_without_contact_outside_a_crisis_the_owner_is_reminded_each_day_after_the_respond_by()
    {
        var scenario = Scenario.Acknowledged(Band.Within24Hours).Until(3 * 24 * Hour);
        scenario.Minutes<ReminderSent>(e => e.About == Deadline.RespondBy).ShouldBe([2 * 24 * Hour, 3 * 24 * Hour]);
        scenario.Minutes<AcknowledgementLapsed>().ShouldBeEmpty();
    }

    [Fact]
    public void Acknowledged_after_the_respond_by_was_missed_it_is_reminded_from_then_on() =>
        Scenario.Raised(Band.Within24Hours).Until(25 * Hour).When(new AcknowledgeEscalation(), People.Duty)
            .Until(50 * Hour)
            .Minutes<ReminderSent>().ShouldBe([49 * Hour]);

    private static IEnumerable<DateTimeOffset> PageMoments(Scenario scenario) =>
        scenario.History.Where(entry => entry.Event is PageSent).Select(entry => entry.At);

    private static DateTimeOffset Moment(int november, int hour, int minute = 0) =>
        new(2026, 11, november, hour, minute, 0, TimeSpan.Zero);
}
