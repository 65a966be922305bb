using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class ReleaseEscalationTests
{
    private static readonly ReleaseEscalation CannotGoOn = new(null);

    [Fact]
    public void Handed_back_the_next_rung_is_paged_at_once_and_later_ones_keep_their_spacing()
    {
        var scenario = Scenario.Acknowledged().At(7).When(CannotGoOn, People.Duty).Then(
            new AcknowledgementReleased(People.Duty.Person, null, People.Deputy.Person),
            new RoutedTo(1, [People.Deputy.Person], Minute(12), Minute(17)),
            new PageSent(1, [People.Deputy.Person], 0, PageReason.HandedBack, null));
        scenario.State.State.ShouldBe(EscalationState.Raised);
        scenario.Until(60).Minutes<PageSent>(page => page.Rung >= 0).ShouldBe([0, 7, 17, 27, 42, 57]);
    }

    [Fact]
    public void Handed_back_after_the_last_rung_everyone_is_paged_again_at_once()
    {
        var scenario = Scenario.Raised().Until(33).When(new AcknowledgeEscalation(), People.Senior)
            .At(37).When(CannotGoOn, People.Senior);
        scenario.Last.Events[1].ShouldBeOfType<PageSent>().Reason.ShouldBe(PageReason.HandedBack);
        scenario.Until(70).Minutes<PageSent>(page => page.Rung == 4).ShouldBe([37, 52, 67]);
    }

    [Fact]
    public void Handed_back_for_good_measure_twice_it_goes_on_each_time()
    {
        var scenario = Scenario.Acknowledged().At(7).When(CannotGoOn, People.Duty)
            .At(8).When(new AcknowledgeEscalation(), People.Deputy).At(9).When(CannotGoOn, People.Deputy);
        scenario.Until(45).Minutes<PageSent>(page => page.Rung >= 0).ShouldBe([0, 7, 9, 19, 34]);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void With_nobody_else_the_one_who_handed_it_back_stays_its_named_owner()
    {
        var alone = Cover.Nobody with { DutyFirst = People.Duty.Person };
        var scenario = Scenario.Raised(cover: alone).At(3).When(new AcknowledgeEscalation(), People.Duty)
            .At(5).When(CannotGoOn, People.Duty);
        scenario.State.Owner.ShouldBe(People.Duty.Person);
        scenario.Pages()[^1].ShouldBe("5: HandedBack duty");
    }

    [Fact]
    public void Nobody_has_it_is_what_was_asked_for() =>
        Scenario.Raised().When(CannotGoOn, People.Duty).ThenAlreadySo();

    [Fact]
    public void Only_the_holder_hands_it_back() =>
        Scenario.Acknowledged().When(CannotGoOn, People.Deputy)
            .ThenRefused<NotTheOwner>("escalation.notOwner", Rule.R4);

    [Fact]
    public void After_contact_it_goes_to_a_person_by_name() =>
        Scenario.ContactMade().When(CannotGoOn, People.Duty)
            .ThenRefused<ContactAlreadyMade>("escalation.contactMade", Rule.R5)
            .Since.ShouldBe(Minute(9));

    [Fact]
    [Trait("Rule", "R3")]
    public void A_closed_one_is_nobodys_to_hand_back() =>
        Scenario.Closed().When(CannotGoOn, People.Duty).ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3);

    [Fact]
    public void A_coordinator_not_paged_may_not() =>
        Scenario.Acknowledged().When(CannotGoOn, People.Coordinator)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    private static DateTimeOffset Minute(int minute) => Scenario.FridayNight.AddMinutes(minute);
}
