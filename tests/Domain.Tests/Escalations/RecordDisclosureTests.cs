using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R7")]
public sealed class RecordDisclosureTests
{
    private static readonly RecordDisclosure Disclosed = new(
        Commands.Id(1),
        Shared: true,
        Commands.Words("What"),
        Commands.Words("Whom"),
        Commands.Words("Why"),
        WithConsent: false,
        TrustedContact: false,
        DecidedBy: null);

    [Fact]
    public void What_was_shared_needs_no_consent_and_settles_what_was_owed()
    {
        var scenario = Involved().When(Disclosed, People.Duty).Then(new DisclosureRecorded(
            Commands.Id(1),
            true,
            Commands.Words("What"),
            Commands.Words("Whom"),
            Commands.Words("Why"),
            WithConsent: false,
            TrustedContact: false,
            People.Duty.Person));
        scenario.State.DisclosureBy.ShouldBeNull();
        scenario.When(Commands.Close, People.Duty).State.State.ShouldBe(EscalationState.Closed);
    }

    [Fact]
    public void That_nothing_was_shared_is_recorded_too_with_who_decided_it() =>
        Involved().When(Disclosed with { Shared = false, DecidedBy = People.Senior.Person }, People.Duty, People.Senior)
            .Last.Events.Single().ShouldBeOfType<DisclosureRecorded>().DecidedBy.ShouldBe(People.Senior.Person);

    [Fact]
    public void It_may_be_completed_a_day_after_and_its_absence_is_recorded_once()
    {
        var scenario = Involved().Until(4 * 24 * 60);
        scenario.Minutes<DeadlineMissed>(e => e.Which == Deadline.Disclosure).ShouldBe([12 + (24 * 60)]);
        scenario.When(Disclosed, People.Duty).State.DisclosureBy.ShouldBeNull();
    }

    [Fact]
    public void A_later_call_owes_a_record_of_its_own_and_an_earlier_miss_can_still_be_explained()
    {
        var scenario = Involved().Until(2 * 24 * 60).When(Disclosed, People.Duty)
            .When(new InvolveEmergencyServices("999", null), People.Duty).Until(4 * 24 * 60);
        scenario.Minutes<DeadlineMissed>(e => e.Which == Deadline.Disclosure).ShouldBe([12 + (24 * 60), 3 * 24 * 60]);
        scenario.When(new ExplainDeadline(Deadline.Disclosure, null, Commands.Words()), People.Duty)
            .Last.Events.ShouldHaveSingleItem();
    }

    [Fact]
    public void Two_calls_owe_one_record_by_the_earlier_time() =>
        Involved().At(100).When(new InvolveEmergencyServices("campus-security", null), People.Coordinator)
            .State.DisclosureBy.ShouldBe(Scenario.FridayNight.AddMinutes(12).AddDays(1));

    [Fact]
    public void Twice_is_once() =>
        Involved().When(Disclosed, People.Duty).When(Disclosed, People.Duty).ThenAlreadySo();

    [Fact]
    public void Every_word_left_out_is_named() =>
        Involved().When(Disclosed with { What = null, ToWhom = null, Why = null }, People.Duty)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R7, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["what", "toWhom", "why"]);

    [Fact]
    public void An_unknown_person_did_not_decide_it() =>
        Involved().When(Disclosed with { DecidedBy = new PersonId("nobody") }, People.Duty)
            .ThenRefused<PersonUnknown>("escalation.personUnknown", Rule.None, RejectionKind.SaysNothing);

    [Fact]
    public void A_coordinator_who_was_not_paged_records_none() =>
        Involved().When(Disclosed, People.Coordinator)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);

    [Fact]
    public void Emergency_services_are_said_by_anybody_who_may_know_of_it_the_raiser_too()
    {
        foreach (var person in new[] { People.Raiser, People.Coordinator, People.Senior })
        {
            Scenario.Raised().When(new InvolveEmergencyServices("999", Commands.Words()), person).Then(
                new EmergencyServicesInvolved("999", Commands.Words(), Scenario.FridayNight.AddDays(1)));
        }
    }

    [Fact]
    public void Emergency_services_are_named() =>
        Scenario.Raised().When(new InvolveEmergencyServices(" ", null), People.Duty)
            .ThenRefused<WordsMissing>("escalation.wordsMissing", Rule.R7, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["service"]);

    [Fact]
    [Trait("Rule", "R3")]
    public void Emergency_services_for_a_closed_one_need_it_open() =>
        Scenario.Closed().When(new InvolveEmergencyServices("999", null), People.Duty)
            .ThenRefused<EscalationIsClosed>("escalation.closed", Rule.R3);

    [Fact]
    public void Of_emergency_services_a_stranger_learns_nothing() =>
        Scenario.Raised().When(new InvolveEmergencyServices("999", null), People.OtherSenior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    private static Scenario Involved() =>
        Scenario.SafeForNow().When(new InvolveEmergencyServices("999", null), People.Duty);
}
