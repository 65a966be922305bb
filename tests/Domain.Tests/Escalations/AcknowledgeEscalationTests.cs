using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class AcknowledgeEscalationTests
{
    private static readonly AcknowledgeEscalation IHaveIt = new();

    [Fact]
    public void I_have_it_stops_paging_and_no_response_clock()
    {
        var scenario = Scenario.Raised().At(3).When(IHaveIt, People.Duty).Then(new Acknowledged(People.Duty.Person));
        scenario.State.NextPageAt.ShouldBeNull();
        scenario.State.Owner.ShouldBe(People.Duty.Person);
        scenario.Until(30).Minutes<DeadlineMissed>(e => e.Which == Deadline.RespondBy).ShouldBe([30]);
        scenario.Minutes<DeadlineMissed>(e => e.Which == Deadline.AcknowledgeBy).ShouldBeEmpty();
    }

    [Fact]
    public void Any_senior_member_of_the_panel_may_take_it_before_being_paged() =>
        Scenario.Raised().At(1).When(IHaveIt, People.Senior).Then(new Acknowledged(People.Senior.Person));

    [Fact]
    public void A_senior_member_from_elsewhere_may_take_it_once_paged() =>
        Scenario.Raised(cover: People.Cover with { DutyFirst = People.OtherSenior.Person })
            .When(IHaveIt, People.OtherSenior)
            .Then(new Acknowledged(People.OtherSenior.Person));

    [Fact]
    public void A_coordinator_may_take_it_once_their_rung_has_been_paged() =>
        Scenario.Raised().Until(30).When(IHaveIt, People.Coordinator).Then(new Acknowledged(People.Coordinator.Person));

    [Fact]
    public void A_coordinator_who_was_told_of_a_missed_deadline_may_not_take_it_before_their_rung()
    {
        var scenario = Scenario.Acknowledged().Until(31).When(new ReleaseEscalation(null), People.Duty);
        scenario.State.Paged.ShouldContain(People.Coordinator.Person);
        scenario.When(IHaveIt, People.Coordinator)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot)
            .Detail.ShouldContain("Coordinators' turn");
    }

    [Fact]
    public void A_paged_supervisor_may_not_take_a_crisis() =>
        Scenario.Raised().Until(20).When(IHaveIt, People.Supervisor)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot)
            .Detail.ShouldContain("record the contact");

    [Fact]
    public void A_paged_supervisor_may_take_what_waits_for_the_next_supervision() =>
        Scenario.Raised(Band.NextSupervision).When(IHaveIt, People.Supervisor)
            .Then(new Acknowledged(People.Supervisor.Person));

    [Fact]
    public void Outside_a_crisis_a_coordinator_waits_for_their_rung_too() =>
        Scenario.Raised(Band.Within24Hours).When(IHaveIt, People.Coordinator)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    [Fact]
    public void Outside_a_crisis_an_owner_in_another_role_may_not_take_it() =>
        Scenario.Raised(Band.Within24Hours).When(IHaveIt, new Caller(People.Duty.Person, [new(Role.Trainee, null)]))
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    [Fact]
    public void The_raiser_may_not_take_their_own() =>
        Scenario.RaisedBy(People.Senior).When(IHaveIt, People.Senior)
            .ThenRefused<OwnEscalation>("escalation.own", Rule.R5);

    [Fact]
    public void A_raiser_without_a_role_for_it_is_told_of_the_role() =>
        Scenario.Raised().When(IHaveIt, People.Raiser)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    [Fact]
    [Trait("Rule", "R13")]
    public void To_people_elsewhere_there_is_nothing_here() =>
        Scenario.Raised().When(IHaveIt, People.OtherSenior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    [Fact]
    [Trait("Rule", "R15")]
    public void To_a_senior_member_with_a_conflict_there_is_nothing_here() =>
        Scenario.Raised(cover: People.Cover with { Conflicted = [People.Senior.Person] }).When(IHaveIt, People.Senior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    [Fact]
    public void Twice_is_once() => Scenario.Acknowledged().When(IHaveIt, People.Duty).ThenAlreadySo();

    [Fact]
    public void After_contact_the_owner_still_has_it() =>
        Scenario.ContactMade().When(IHaveIt, People.Duty).ThenAlreadySo();

    [Fact]
    public void What_someone_else_has_is_asked_of_them()
    {
        var refusal = Scenario.Acknowledged().At(4).When(IHaveIt, People.Deputy)
            .ThenRefused<HeldByAnother>("escalation.alreadyAcknowledged", Rule.R5);
        refusal.Since.ShouldBe(Scenario.FridayNight.AddMinutes(3));
    }

    [Fact]
    public void After_somebody_made_contact_it_is_theirs() =>
        Scenario.ContactMade().When(IHaveIt, People.Deputy)
            .ThenRefused<HeldByAnother>("escalation.alreadyAcknowledged", Rule.R5)
            .Since.ShouldBe(Scenario.FridayNight.AddMinutes(9));

    [Fact]
    [Trait("Rule", "R3")]
    public void A_closed_one_is_reopened_first() =>
        Scenario.Closed().When(IHaveIt, People.Deputy).ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3)
            .Missing.ShouldBe(["state"]);

    [Fact]
    public void Taken_without_contact_it_is_reminded_after_30_minutes_and_handed_on_after_60()
    {
        var scenario = Scenario.Acknowledged().Until(63);
        scenario.Minutes<ReminderSent>(e => e.About == Deadline.ContactAfterAcknowledging).ShouldBe([33]);
        scenario.Last.Then(
            new AcknowledgementLapsed(People.Duty.Person, LapseReason.NoContact, People.Deputy.Person),
            new RoutedTo(1, [People.Deputy.Person], scenario.Now.AddMinutes(5), scenario.Now.AddMinutes(10)),
            new PageSent(1, [People.Deputy.Person], 0, PageReason.HandedBack, null));
        scenario.Until(95).Minutes<PageSent>(page => page.Rung >= 0).ShouldBe([0, 63, 73, 83]);
    }
}
