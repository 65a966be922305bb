using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R3")]
public sealed class RecordSafeForNowTests
{
    private static readonly RecordSafeForNow Safe = new(Commands.Words());

    [Fact]
    public void Safe_for_now_closes_nothing_and_the_owner_is_asked_to_close_after_five_working_days()
    {
        var closeBy = new DateTimeOffset(2026, 11, 26, 17, 0, 0, TimeSpan.Zero);
        var scenario = Scenario.ContactMade().When(Safe, People.Duty)
            .Then(new SafeForNowRecorded(People.Duty.Person, Commands.Words(), closeBy));
        scenario.State.IsOpen.ShouldBeTrue();
        scenario.State.TaskAt.ShouldBe(closeBy);
    }

    [Fact]
    public void After_a_hand_over_too() =>
        Scenario.ContactMade().When(new HandOverEscalation(null, Commands.Words(), Commands.Words()), People.Duty)
            .When(Safe, People.Duty).State.State.ShouldBe(EscalationState.SafeForNow);

    [Fact]
    public void Another_senior_member_of_the_panel_may_say_so() =>
        Scenario.ContactMade().When(Safe, People.Senior).State.State.ShouldBe(EscalationState.SafeForNow);

    [Fact]
    public void Twice_is_once() => Scenario.SafeForNow().When(Safe, People.Duty).ThenAlreadySo();

    [Fact]
    public void Without_contact_nobody_can_know() =>
        Scenario.Acknowledged().When(Safe, People.Duty)
            .ThenRefused<NoContactYet>("escalation.noContact", Rule.R3).Missing.ShouldBe(["contact"]);

    [Fact]
    public void A_message_in_a_crisis_is_no_contact() =>
        Scenario.Acknowledged().When(new RecordContact(ContactMode.Message, null), People.Duty).When(Safe, People.Duty)
            .ThenRefused<NoContactYet>("escalation.noContact", Rule.R3);

    [Fact]
    public void Without_words_it_says_nothing() =>
        Scenario.ContactMade().When(new RecordSafeForNow(null), People.Duty)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R3, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["summary"]);

    [Fact]
    public void A_closed_one_is_reopened_first() =>
        Scenario.Closed().When(Safe, People.Duty).ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3);

    [Fact]
    [Trait("Rule", "R5")]
    public void A_paged_supervisor_who_does_not_have_it_may_not() =>
        Scenario.Raised().Until(20).When(new RecordContact(ContactMode.Phone, null), People.Duty)
            .When(Safe, People.Supervisor)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.ContactMade().When(Safe, People.OtherSenior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);
}
