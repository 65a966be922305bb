using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class RecordContactTests
{
    private static readonly RecordContact Spoke = new(ContactMode.InPerson, null);

    [Fact]
    public void Contact_ends_paging_and_stops_the_response_clock()
    {
        var note = Commands.Words();
        var scenario = Scenario.Acknowledged().At(9).When(new RecordContact(ContactMode.Video, note), People.Duty)
            .Then(new ContactMade(People.Duty.Person, ContactMode.Video, note, Counts: true));
        scenario.State.State.ShouldBe(EscalationState.ContactMade);
        scenario.Until(24 * 60).Minutes<DeadlineMissed>(e => e.Which != Deadline.Debrief).ShouldBeEmpty();
        scenario.Minutes<PageSent>().ShouldBe([0]);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Its_next_wake_up_is_the_respond_by_and_then_every_24_hours_as_a_task_until_it_is_safe()
    {
        var scenario = Scenario.ContactMade().Until(3 * 24 * 60);
        scenario.Minutes<ReminderSent>(e => e.About == Deadline.FollowUp)
            .ShouldBe([30, 30 + (24 * 60), 30 + (48 * 60)]);
        scenario.When(new RecordSafeForNow(Commands.Words()), People.Duty).Until(6 * 24 * 60)
            .Minutes<ReminderSent>(e => e.About == Deadline.FollowUp).Count.ShouldBe(3);
    }

    [Fact]
    public void Contact_after_the_respond_by_is_followed_up_a_day_later() =>
        Scenario.Raised().At(0).Until(40).When(Spoke, People.Duty).State.TaskAt
            .ShouldBe(Scenario.FridayNight.AddMinutes(40).AddDays(1));

    [Fact]
    public void A_message_alone_stops_nothing_in_a_crisis()
    {
        var scenario = Scenario.Raised().At(1).When(new RecordContact(ContactMode.Message, null), People.Duty)
            .Then(new ContactMade(People.Duty.Person, ContactMode.Message, null, Counts: false));
        scenario.State.State.ShouldBe(EscalationState.Raised);
        scenario.Until(20).Minutes<PageSent>().ShouldBe([0, 10, 20]);
    }

    [Fact]
    public void A_message_counts_outside_a_crisis() =>
        Scenario.Raised(Band.Within24Hours).When(new RecordContact(ContactMode.Message, null), People.Duty)
            .State.State.ShouldBe(EscalationState.ContactMade);

    [Fact]
    public void Facts_come_first_contact_needs_no_acknowledgement_and_makes_an_owner()
    {
        var scenario = Scenario.Raised().At(5).When(Spoke, People.Senior);
        scenario.State.Owner.ShouldBe(People.Senior.Person);
        scenario.State.SeenAt.ShouldBe(scenario.Now);
        scenario.State.NextPageAt.ShouldBeNull();
    }

    [Fact]
    public void A_paged_supervisor_may_record_contact_in_a_crisis_and_hand_it_to_a_senior_member()
    {
        var scenario = Scenario.Raised().Until(20).When(Spoke, People.Supervisor);
        scenario.State.Owner.ShouldBe(People.Supervisor.Person);
        scenario.When(Commands.HandOver(People.Senior), People.Supervisor, People.Senior);
        scenario.State.Owner.ShouldBe(People.Senior.Person);
    }

    [Fact]
    public void Contact_by_another_reader_leaves_it_with_whoever_has_it() =>
        Scenario.Acknowledged().When(Spoke, People.Deputy).State.Owner.ShouldBe(People.Duty.Person);

    [Fact]
    public void Contact_once_more_moves_the_follow_up_and_nothing_else()
    {
        var scenario = Scenario.ContactMade().At(25).When(Spoke, People.Duty);
        scenario.State.TaskAt.ShouldBe(scenario.Now.AddDays(1));
        scenario.State.ContactAt.ShouldBe(Scenario.FridayNight.AddMinutes(9));
    }

    [Fact]
    [Trait("Rule", "R3")]
    public void Contact_once_more_when_safe_for_now_goes_back_to_nothing() =>
        Scenario.SafeForNow().When(Spoke, People.Duty).State.State.ShouldBe(EscalationState.SafeForNow);

    [Fact]
    public void A_coordinator_who_was_not_paged_may_not_record_contact() =>
        Scenario.Raised().When(Spoke, People.Coordinator)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    [Fact]
    public void The_raiser_may_not_record_contact_on_their_own() =>
        Scenario.RaisedBy(People.Senior).When(Spoke, People.Senior)
            .ThenRefused<OwnEscalation>("escalation.own", Rule.R5);

    [Fact]
    [Trait("Rule", "R13")]
    public void To_people_elsewhere_there_is_nothing_here() =>
        Scenario.Raised().When(Spoke, People.OtherSupporter)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    [Fact]
    [Trait("Rule", "R3")]
    public void A_closed_one_is_reopened_first() =>
        Scenario.Closed().When(Spoke, People.Duty).ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3)
            .Since.ShouldBe(Scenario.FridayNight.AddMinutes(15));
}
