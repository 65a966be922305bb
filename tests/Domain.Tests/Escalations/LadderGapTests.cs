using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class LadderGapTests
{
    private const string Panel = "duty, deputy, senior, supervisor";
    private const string Coordinators = "coordinator, coordinator2";

    [Fact]
    public void With_nobody_on_duty_first_the_deputy_is_paged_at_once_and_later_rungs_keep_their_time() =>
        Scenario.Raised(cover: People.Cover with { DutyFirst = null }).Until(45).Pages().ShouldBe(
        [
            "0: skipped 0, NobodyOnDuty",
            "0: Rung deputy",
            $"20: Rung {Panel}",
            $"30: Rung {Coordinators}",
            $"45: Repeat deputy, duty, senior, supervisor, {Coordinators}",
        ]);

    [Fact]
    public void Without_a_deputy_the_panel_is_paged_in_the_deputys_place() =>
        Scenario.Raised(cover: People.Cover with { DutyDeputy = null }).Until(30).Pages().ShouldBe(
        [
            "0: Rung duty",
            "10: skipped 1, NobodyOnDuty",
            $"10: Rung {Panel}",
            $"30: Rung {Coordinators}",
        ]);

    [Fact]
    [Trait("Rule", "R12")]
    public void An_uncovered_minute_goes_to_the_panel_and_the_coordinators_at_once()
    {
        var scenario = Scenario.Raised(cover: People.Cover with { DutyFirst = null, DutyDeputy = null }).Until(30);
        scenario.Pages().ShouldBe(
        [
            "0: skipped 0, NobodyOnDuty",
            "0: skipped 1, NobodyOnDuty",
            $"0: Rung {Panel}",
            $"0: Rung {Coordinators}",
            $"15: Repeat {Panel}, {Coordinators}",
            $"30: Repeat {Panel}, {Coordinators}",
        ]);
        ((EscalationRaised)scenario.History[0].Event).Facts.ShouldBe(["cover.gap"]);
    }

    [Fact]
    public void A_panel_without_senior_members_and_a_raiser_without_supervisor_bring_the_coordinators_forward() =>
        Scenario.Raised(cover: People.Cover with { SeniorMembers = [], RaisersSupervisor = null }).Until(35)
            .Pages().ShouldBe(
        [
            "0: Rung duty",
            "10: Rung deputy",
            "20: skipped 2, Nobody",
            $"20: Rung {Coordinators}",
            $"30: DeadlineMissed {Coordinators}",
            $"35: Repeat duty, deputy, {Coordinators}",
        ]);

    [Fact]
    public void With_no_coordinators_everyone_is_paged_again_in_their_place() =>
        Scenario.Raised(cover: People.Cover with { Coordinators = [] }).Until(45).Pages().ShouldBe(
        [
            "0: Rung duty",
            "10: Rung deputy",
            $"20: Rung {Panel}",
            "30: skipped 3, Nobody",
            $"30: Repeat {Panel}",
            $"45: Repeat {Panel}",
        ]);

    [Fact]
    public void With_only_the_panel_left_nobody_is_paged_twice_at_the_same_moment() =>
        Scenario.Raised(cover: People.Cover with { DutyFirst = null, DutyDeputy = null, Coordinators = [] }).Until(15)
            .Pages().ShouldBe(
            [
                "0: skipped 0, NobodyOnDuty",
                "0: skipped 1, NobodyOnDuty",
                $"0: Rung {Panel}",
                "0: skipped 3, Nobody",
                $"15: Repeat {Panel}",
            ]);

    [Fact]
    public void With_nobody_at_all_it_is_raised_all_the_same_and_tried_every_fifteen_minutes()
    {
        var scenario = Scenario.Raised(cover: Cover.Nobody).Until(30);
        scenario.Pages().ShouldBe(
        [
            "0: skipped 0, NobodyOnDuty",
            "0: skipped 1, NobodyOnDuty",
            "0: skipped 2, Nobody",
            "0: skipped 3, Nobody",
            "15: skipped 4, Nobody",
            "30: skipped 4, Nobody",
        ]);
        ((EscalationRaised)scenario.History[0].Event).Facts.ShouldBe(["cover.gap", "cover.nobody"]);
        scenario.State.Owner.ShouldBe(PersonId.System);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void The_first_person_whom_a_later_page_finds_owns_it()
    {
        var scenario = Scenario.Raised(cover: Cover.Nobody).Until(14).With(People.Cover).Until(15);
        scenario.Last.Events.Take(2).ShouldBe(
        [
            new OwnerReassigned(PersonId.System, People.Duty.Person, LapseReason.NobodyBefore),
            new ItemReassigned(
                Deadline.Debrief, null, PersonId.System, People.Supervisor.Person, LapseReason.NobodyBefore),
        ]);
        scenario.Pages()[^1].ShouldBe($"15: Repeat {Panel}, {Coordinators}");
    }

    [Fact]
    public void A_raiser_on_duty_is_not_paged_for_their_own() =>
        Scenario.RaisedBy(People.Duty)
            .Until(20).Pages().ShouldBe(
            [
                "0: without duty, OwnEscalation",
                "0: skipped 0, NobodyOnDuty",
                "0: Rung deputy",
                "20: without duty, OwnEscalation",
                "20: Rung deputy, senior, supervisor",
            ]);

    [Fact]
    [Trait("Rule", "R15")]
    public void Someone_with_a_conflict_is_left_out_on_every_rung_and_the_deputy_comes_at_once() =>
        Scenario.Raised(cover: People.Cover with { Conflicted = [People.Duty.Person] }).Until(60).Pages().ShouldBe(
        [
            "0: without duty, Conflict",
            "0: skipped 0, NobodyOnDuty",
            "0: Rung deputy",
            "20: without duty, Conflict",
            "20: Rung deputy, senior, supervisor",
            $"30: Rung {Coordinators}",
            $"45: Repeat deputy, senior, supervisor, {Coordinators}",
            $"60: Repeat deputy, senior, supervisor, {Coordinators}",
        ]);

    [Fact]
    [Trait("Rule", "R15")]
    public void A_conflict_found_while_paging_goes_on_is_written_down_once_among_the_repeats()
    {
        var found = People.Cover with { Conflicted = [People.Senior.Person] };
        Scenario.Raised().Until(44).With(found).Until(60).Pages().Skip(4).ShouldBe(
        [
            "45: without senior, Conflict",
            $"45: Repeat duty, deputy, supervisor, {Coordinators}",
            $"60: Repeat duty, deputy, supervisor, {Coordinators}",
        ]);
    }
}
