using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class HandOverEscalationTests
{
    private static readonly Confidential Why = Commands.Words();
    private static readonly HandOverEscalation ToSenior = new(People.Senior.Person, null, Why);
    private static readonly HandOverEscalation Outside = new(null, Commands.Words("A service"), Why);

    /// <summary>Five working days of eight hours from Friday 02:23: Friday to Thursday.</summary>
    private static readonly DateTimeOffset CloseBy = new(2026, 11, 26, 17, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_named_person_owns_it_from_there_and_is_paged()
    {
        var scenario = Scenario.ContactMade().When(ToSenior, People.Duty, People.Senior).Then(
            new HandedOver(People.Duty.Person, People.Senior.Person, null, Why, CloseBy),
            new PageSent(PageSent.OutsideLadder, [People.Senior.Person], 0, PageReason.HandedOver, null));
        scenario.State.Owner.ShouldBe(People.Senior.Person);
        scenario.State.State.ShouldBe(EscalationState.HandedOver);
    }

    [Fact]
    [Trait("Rule", "R3")]
    public void Outside_the_programme_the_owner_stays_until_it_is_closed()
    {
        var scenario = Scenario.ContactMade().When(Outside, People.Duty).Then(
            new HandedOver(People.Duty.Person, null, Commands.Words("A service"), Why, CloseBy));
        scenario.State.Owner.ShouldBe(People.Duty.Person);
        scenario.State.IsOpen.ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Handed_over_and_not_closed_the_owner_is_reminded_each_five_working_days()
    {
        var scenario = Scenario.ContactMade().When(Outside, People.Duty).Until(14 * 24 * 60);
        scenario.History.Where(entry => entry.Event is ReminderSent { About: Deadline.Closure })
            .Select(entry => entry.At)
            .ShouldBe([CloseBy, CloseBy.AddDays(7)]);
    }

    [Fact]
    public void A_senior_member_may_hand_over_for_an_owner_and_take_it_themselves_without_a_page() =>
        Scenario.ContactMade().When(ToSenior, People.Senior, People.Senior).Last.Events
            .ShouldHaveSingleItem().ShouldBeOfType<HandedOver>();

    [Fact]
    public void Twice_is_once() =>
        Scenario.ContactMade().When(ToSenior, People.Duty, People.Senior).When(ToSenior, People.Duty, People.Senior)
            .ThenAlreadySo();

    [Fact]
    public void A_supervisor_cannot_be_given_a_crisis() =>
        Scenario.ContactMade().When(ToSenior with { To = People.Supervisor.Person }, People.Duty, People.Supervisor)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5);

    [Fact]
    public void A_coordinator_cannot_be_given_a_crisis_even_on_the_last_rungs() =>
        Scenario.Raised().Until(30).When(new RecordContact(ContactMode.Phone, null), People.Duty)
            .When(ToSenior with { To = People.Coordinator.Person }, People.Duty, People.Coordinator)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5);

    [Fact]
    public void Outside_a_crisis_a_supervisor_can_be_given_it() =>
        Scenario.ContactMade(Band.Within24Hours)
            .When(ToSenior with { To = People.Supervisor.Person }, People.Duty, People.Supervisor)
            .State.Owner.ShouldBe(People.Supervisor.Person);

    [Fact]
    public void Outside_a_crisis_a_supporter_cannot_be_given_it() =>
        Scenario.ContactMade(Band.Within24Hours)
            .When(ToSenior with { To = People.OtherSupporter.Person }, People.Duty, People.OtherSupporter)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5);

    [Fact]
    public void It_cannot_be_handed_to_oneself_instead_of_saying_that_the_student_is_safe() =>
        Scenario.ContactMade().When(ToSenior with { To = People.Duty.Person }, People.Duty, People.Duty)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5);

    [Fact]
    [Trait("Rule", "R15")]
    public void It_cannot_be_handed_to_the_raiser_or_to_somebody_with_a_conflict()
    {
        var raiser = new Caller(People.Raiser.Person, People.Senior.Roles);
        Scenario.ContactMade().When(ToSenior with { To = raiser.Person }, People.Duty, raiser)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5);
        Scenario.ContactMade().With(People.Cover with { Conflicted = [People.Senior.Person] })
            .When(ToSenior, People.Duty, People.Senior)
            .ThenRefused<PersonCannotTakeIt>("escalation.cannotTake", Rule.R5);
    }

    [Fact]
    [Trait("Rule", "R3")]
    public void Without_contact_there_is_nothing_to_hand_over() =>
        Scenario.Acknowledged().When(ToSenior, People.Duty, People.Senior)
            .ThenRefused<NoContactYet>("escalation.noContact", Rule.R3).Missing.ShouldBe(["contact"]);

    [Fact]
    [Trait("Rule", "R3")]
    public void Every_word_left_out_is_named() =>
        Scenario.ContactMade().When(new HandOverEscalation(null, null, null), People.Duty)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R3, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["to", "reason"]);

    [Fact]
    public void An_unknown_person_cannot_be_given_it() =>
        Scenario.ContactMade().When(ToSenior, People.Duty)
            .ThenRefused<PersonUnknown>("escalation.personUnknown", Rule.None, RejectionKind.SaysNothing);

    [Fact]
    public void A_paged_supervisor_who_does_not_have_it_may_not_hand_a_crisis_over() =>
        Scenario.Raised().Until(20).When(new RecordContact(ContactMode.Phone, null), People.Duty)
            .When(ToSenior, People.Supervisor, People.Senior)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.ContactMade().When(ToSenior, People.OtherSenior, People.Senior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    [Fact]
    [Trait("Rule", "R3")]
    public void A_closed_one_is_reopened_first() =>
        Scenario.Closed().When(ToSenior, People.Duty, People.Senior)
            .ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3);
}
