using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class PlannedLadderTests
{
    [Fact]
    public void While_paging_goes_on_it_shows_what_was_tried_and_what_comes() =>
        Of(Scenario.Raised().Until(12)).ShouldBe(
    [
        "DutySeniorMember 0 Tried: duty",
        "Deputy 10 Tried: deputy",
        "PanelAndSupervisor 20 Waiting: duty, deputy, senior, supervisor",
        "Coordinators 30 Waiting: coordinator, coordinator2",
    ]);

    [Fact]
    public void Taken_the_answering_rung_is_marked_and_the_rest_is_stopped() =>
        Of(Scenario.Raised().Until(12).When(new AcknowledgeEscalation(), People.Deputy)).ShouldBe(
        [
            "DutySeniorMember 0 Tried: duty",
            "Deputy 10 Answered: deputy",
            "PanelAndSupervisor 20 Stopped: duty, deputy, senior, supervisor",
            "Coordinators 30 Stopped: coordinator, coordinator2",
        ]);

    [Fact]
    public void Answered_by_somebody_not_yet_paged_no_rung_answered() =>
        Of(Scenario.Raised().At(1).When(new AcknowledgeEscalation(), People.Senior))[0]
            .ShouldBe("DutySeniorMember 0 Tried: duty");

    [Fact]
    public void A_skipped_rung_shows_and_so_does_a_gap_to_come() =>
        Of(Scenario.Raised(cover: People.Cover with { DutyFirst = null, Coordinators = [] }))
            .ShouldBe(
            [
                "DutySeniorMember 0 Skipped: ",
                "Deputy 0 Tried: deputy",
                "PanelAndSupervisor 20 Waiting: duty, deputy, senior, supervisor",
                "Coordinators 30 Waiting: ",
            ]);

    [Fact]
    public void Handed_back_it_shows_the_new_times()
    {
        var scenario = Scenario.Acknowledged().At(7).When(new ReleaseEscalation(null), People.Duty);
        Of(scenario).Select(line => line.Split(':')[0]).ShouldBe(
            ["DutySeniorMember 0 Tried", "Deputy 7 Tried", "PanelAndSupervisor 17 Waiting", "Coordinators 27 Waiting"]);
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void Whoever_would_be_left_out_is_not_shown_as_coming() =>
        Of(Scenario.Raised(cover: People.Cover with { Conflicted = [People.Senior.Person] }))[2]
            .ShouldBe("PanelAndSupervisor 20 Waiting: duty, deputy, supervisor");

    private static List<string> Of(Scenario scenario) =>
    [
        .. PlannedLadder.Of(scenario.State, scenario.Context(People.Duty)).Select(step =>
            $"{step.Who} {(step.At - scenario.Start).TotalMinutes} {step.State}: {string.Join(", ", step.People)}"),
    ];
}
