using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R6")]
public sealed class ChangeBandTests
{
    private static readonly ChangeBand ToImmediate = new(Band.Immediate, null);
    private static readonly ChangeBand ToNextSupervision = new(Band.NextSupervision, Commands.Words());

    [Fact]
    public void Up_into_a_crisis_a_fresh_ladder_starts_at_once()
    {
        var scenario = Scenario.Raised(Band.Within24Hours).Until(130).When(ToImmediate, People.Duty);
        scenario.Pages().ShouldBe(["0: Rung duty", "120: Rung deputy", "130: BandRaised duty"]);
        scenario.Until(175).Minutes<PageSent>(page => page.Rung >= 0).ShouldBe([0, 120, 130, 140, 150, 160, 175]);
        scenario.State.RespondBy.ShouldBe(Minute(160));
    }

    [Fact]
    public void Up_within_a_crisis_the_rungs_keep_their_times_and_those_paged_so_far_are_paged_again()
    {
        var scenario = Scenario.Raised(Band.Within4Hours).Until(12).When(ToImmediate, People.Senior);
        scenario.Pages()[^1].ShouldBe("12: BandRaised duty, deputy");
        scenario.Until(45).Minutes<PageSent>(page => page.Reason != PageReason.DeadlineMissed)
            .ShouldBe([0, 10, 12, 20, 30, 45]);
    }

    [Fact]
    public void Deadlines_run_from_the_change_and_are_never_later_than_before()
    {
        var scenario = Scenario.Raised(Band.Within4Hours).At(235).When(ToImmediate, People.Duty);
        scenario.State.AcknowledgeBy.ShouldBe(Minute(15));
        scenario.State.RespondBy.ShouldBe(Minute(240));
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void Up_into_a_crisis_while_somebody_has_it_pages_only_them_and_their_clocks_run_from_now()
    {
        var scenario = Scenario.Acknowledged(Band.Within24Hours).At(20).When(ToImmediate, People.Senior);
        scenario.Pages()[^1].ShouldBe("20: BandRaised duty");
        scenario.Until(90).Minutes<ReminderSent>().ShouldBe([50]);
        scenario.Minutes<AcknowledgementLapsed>().ShouldBe([80]);
        scenario.Pages().Skip(3).ShouldBe(["80: HandedBack duty", "90: Rung deputy"]);
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void Up_within_a_crisis_the_clocks_of_whoever_has_it_are_not_put_back() =>
        Scenario.Acknowledged(Band.Within4Hours).At(60).When(ToImmediate, People.Senior).State.LapsesAt
            .ShouldBe(Minute(63));

    [Fact]
    public void Up_by_the_holder_pages_nobody() =>
        Scenario.Acknowledged(Band.Within24Hours).When(ToImmediate, People.Duty).Pages().ShouldBe(["0: Rung duty"]);

    [Fact]
    public void Up_after_contact_by_another_asks_the_owner_to_speak_with_them_again()
    {
        var scenario = Scenario.ContactMade(Band.Within24Hours).At(20).When(ToImmediate, People.Senior);
        scenario.Last.Events[1].ShouldBe(new ContactNeededAgain(People.Duty.Person, Minute(50)));
        scenario.State.State.ShouldBe(EscalationState.Acknowledged);
    }

    [Fact]
    public void Up_by_the_owner_while_following_up_leaves_the_contact_that_was_made() =>
        Scenario.ContactMade(Band.Within24Hours).When(ToImmediate, People.Duty).State.State
            .ShouldBe(EscalationState.ContactMade);

    [Fact]
    public void Up_by_the_owner_when_it_was_safe_for_now_asks_for_contact_again() =>
        Scenario.SafeForNow(Band.Within24Hours).When(ToImmediate, People.Duty).State.State
            .ShouldBe(EscalationState.Acknowledged);

    [Fact]
    public void Up_after_contact_outside_a_crisis_only_tells_the_owner()
    {
        var scenario = Scenario.ContactMade(Band.NextSupervision)
            .When(new ChangeBand(Band.Within24Hours, null), People.Senior);
        scenario.Last.Events.Select(e => e.GetType()).ShouldBe([typeof(BandRaised), typeof(PageSent)]);
        scenario.State.State.ShouldBe(EscalationState.ContactMade);
    }

    [Fact]
    public void Up_by_the_raiser_or_by_a_coordinator_who_was_not_paged()
    {
        foreach (var person in new[] { People.Raiser, People.Coordinator })
            Scenario.Raised(Band.Within24Hours).When(ToImmediate, person).State.Band.ShouldBe(Band.Immediate);
    }

    [Fact]
    public void The_same_band_is_already_so() => Scenario.Raised().When(ToImmediate, People.Duty).ThenAlreadySo();

    [Fact]
    public void Down_with_a_reason_and_the_earlier_deadlines_stay()
    {
        var scenario = Scenario.Acknowledged().When(ToNextSupervision, People.Duty)
            .Then(new BandLowered(Band.Immediate, Band.NextSupervision, Commands.Words()));
        scenario.State.RespondBy.ShouldBe(Minute(30));
        scenario.Until(63).Minutes<AcknowledgementLapsed>().ShouldBe([63]);
    }

    [Fact]
    public void Down_by_a_supervisor_who_was_paged() =>
        Scenario.Raised().Until(20).When(ToNextSupervision, People.Supervisor).State.Band
            .ShouldBe(Band.NextSupervision);

    [Fact]
    [Trait("Rule", "R5")]
    public void Down_while_nobody_has_it_paging_goes_on() =>
        Scenario.Raised().At(1).When(ToNextSupervision, People.Duty).Until(45).Minutes<PageSent>()
            .ShouldBe([0, 10, 20, 30, 45]);

    [Fact]
    public void Down_without_a_reason_is_refused() =>
        Scenario.Acknowledged().When(ToNextSupervision with { Reason = null }, People.Duty)
            .ThenRefused<BandReasonMissing>("band.reasonMissing", Rule.R6).Missing.ShouldBe(["reason"]);

    [Fact]
    public void Down_by_a_coordinator_is_refused() =>
        Scenario.Raised().Until(30).When(ToNextSupervision, People.Coordinator)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R6, RejectionKind.RoleMayNot);

    [Fact]
    public void Down_by_the_raiser_is_refused_whatever_their_role() =>
        Scenario.RaisedBy(People.Senior).When(ToNextSupervision, People.Senior)
            .ThenRefused<OwnEscalation>("escalation.own", Rule.R5);

    [Fact]
    [Trait("Rule", "R3")]
    public void A_closed_one_is_reopened_first_and_every_missing_thing_is_named()
    {
        Scenario.Closed(Band.Within4Hours).When(ToImmediate, People.Duty)
            .ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3);
        Scenario.Closed().When(ToNextSupervision with { Reason = null }, People.Duty)
            .ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3).Missing.ShouldBe(["state", "reason"]);
    }

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.Raised().When(ToImmediate, People.OtherSenior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    private static DateTimeOffset Minute(int minute) => Scenario.FridayNight.AddMinutes(minute);
}
