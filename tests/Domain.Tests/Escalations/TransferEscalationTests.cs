using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class TransferEscalationTests
{
    private static readonly TransferEscalation ToSenior = new(People.Senior.Person, null);

    [Fact]
    public void Someone_else_is_asked_by_name_and_paged_and_the_owner_stays()
    {
        var scenario = Scenario.Acknowledged().At(5).When(ToSenior, People.Duty, People.Senior).Then(
            new TransferOffered(People.Duty.Person, People.Senior.Person, null),
            new PageSent(PageSent.OutsideLadder, [People.Senior.Person], 0, PageReason.TransferOffered, null));
        scenario.State.Owner.ShouldBe(People.Duty.Person);
        scenario.State.NextPageAt.ShouldBeNull();
    }

    [Fact]
    public void I_have_it_accepts_and_the_contact_clocks_begin_again()
    {
        var scenario = Offered().At(10).When(new AcknowledgeEscalation(), People.Senior)
            .Then(new TransferAccepted(People.Duty.Person, People.Senior.Person));
        scenario.State.Owner.ShouldBe(People.Senior.Person);
        scenario.State.LapsesAt.ShouldBe(Scenario.FridayNight.AddMinutes(70));
        scenario.When(new AcknowledgeEscalation(), People.Senior).ThenAlreadySo();
    }

    [Fact]
    public void Not_accepted_it_lapses_from_the_owner_as_ever() =>
        Offered().Until(63).Minutes<AcknowledgementLapsed>().ShouldBe([63]);

    [Fact]
    public void After_contact_it_can_be_passed_on_without_losing_the_contact()
    {
        var scenario = Scenario.ContactMade().When(ToSenior, People.Duty, People.Senior)
            .When(new AcknowledgeEscalation(), People.Senior);
        scenario.State.Owner.ShouldBe(People.Senior.Person);
        scenario.State.State.ShouldBe(EscalationState.ContactMade);
    }

    [Fact]
    public void A_senior_member_from_elsewhere_may_be_asked_and_may_then_read_it()
    {
        var scenario = Scenario.Acknowledged().When(
            new TransferEscalation(People.OtherSenior.Person, null), People.Duty, People.OtherSenior);
        EscalationAccess.MayRead(People.OtherSenior, scenario.State, []).ShouldBeTrue();
        scenario.When(new AcknowledgeEscalation(), People.OtherSenior).State.Owner.ShouldBe(People.OtherSenior.Person);
    }

    [Fact]
    public void Asked_twice_is_once() => Offered().When(ToSenior, People.Duty, People.Senior).ThenAlreadySo();

    [Fact]
    public void To_whoever_has_it_there_is_nothing_to_do() =>
        Scenario.Acknowledged().When(new TransferEscalation(People.Duty.Person, null), People.Duty, People.Duty)
            .ThenAlreadySo();

    [Fact]
    public void An_unknown_person_cannot_be_asked() =>
        Scenario.Acknowledged().When(ToSenior, People.Duty)
            .ThenRefused<PersonUnknown>("escalation.personUnknown", Rule.None, RejectionKind.SaysNothing);

    [Fact]
    public void A_supervisor_cannot_be_asked_to_take_a_crisis() => Cannot(People.Supervisor, Band.Immediate);

    [Fact]
    public void A_coordinator_cannot_be_asked_to_take_a_crisis_before_their_rung() =>
        Cannot(People.Coordinator, Band.Immediate);

    [Fact]
    public void A_supporter_cannot_be_asked() => Cannot(People.OtherSupporter, Band.Within24Hours);

    [Fact]
    public void Outside_a_crisis_a_supervisor_or_a_coordinator_can_be_asked()
    {
        foreach (var person in new[] { People.Supervisor, People.Coordinator })
        {
            Scenario.Acknowledged(Band.Within24Hours)
                .When(new TransferEscalation(person.Person, null), People.Duty, person)
                .State.TransferOfferedTo.ShouldBe(person.Person);
        }
    }

    [Fact]
    public void The_raiser_cannot_be_asked_whatever_their_role() =>
        Cannot(new Caller(People.Raiser.Person, People.Senior.Roles), Band.Immediate);

    [Fact]
    [Trait("Rule", "R15")]
    public void Someone_with_a_conflict_cannot_be_asked_and_it_is_not_said_why()
    {
        var scenario = Scenario.Acknowledged().With(People.Cover with { Conflicted = [People.Senior.Person] });
        scenario.When(ToSenior, People.Duty, People.Senior)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5).Detail.ShouldNotContain("conflict");
    }

    [Fact]
    public void While_nobody_has_it_there_is_nobody_to_take_it_from() =>
        Scenario.Raised().When(ToSenior, People.Duty, People.Senior)
            .ThenRefused<NobodyHasIt>("escalation.nobodyHasIt", Rule.R5).Missing.ShouldBe(["acknowledgement"]);

    [Fact]
    [Trait("Rule", "R4")]
    public void Only_the_owner_asks() =>
        Scenario.Acknowledged().When(ToSenior, People.Deputy, People.Senior)
            .ThenRefused<NotTheOwner>("escalation.notOwner", Rule.R4);

    [Fact]
    [Trait("Rule", "R3")]
    public void A_closed_one_is_reopened_first() =>
        Scenario.Closed().When(ToSenior, People.Duty, People.Senior)
            .ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3);

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.Acknowledged().When(ToSenior, People.OtherSenior, People.Senior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    private static Scenario Offered() => Scenario.Acknowledged().At(5).When(ToSenior, People.Duty, People.Senior);

    private static void Cannot(Caller named, Band band) =>
        Scenario.Acknowledged(band).When(new TransferEscalation(named.Person, null), People.Duty, named)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5);
}
