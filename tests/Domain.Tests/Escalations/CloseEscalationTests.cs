using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R3")]
public sealed class CloseEscalationTests
{
    private static readonly CloseEscalation Nothing = new(null, null, [], null, []);

    [Fact]
    public void Safe_for_now_is_closed_with_a_record_good_enough_for_an_inquest() =>
        Scenario.SafeForNow().At(15).When(Commands.Close, People.Duty).Then(new EscalationClosed(
            People.Duty.Person,
            Commands.Words("Summary."),
            Commands.Words("Follow-up."),
            [new(Commands.Words("Decision."), Commands.Words("Reason."))],
            Commands.Words("Outcome."),
            [Commands.Words("Told.")]));

    [Fact]
    public void Handed_over_is_closed_too() =>
        Scenario.ContactMade().When(new HandOverEscalation(null, Commands.Words(), Commands.Words()), People.Duty)
            .When(Commands.Close, People.Senior).State.State.ShouldBe(EscalationState.Closed);

    [Fact]
    public void Twice_is_once() => Scenario.Closed().When(Nothing, People.Senior).ThenAlreadySo();

    [Fact]
    [Trait("Rule", "R14")]
    public void An_open_debrief_never_blocks_and_stays_open()
    {
        var scenario = Scenario.Closed();
        scenario.State.State.ShouldBe(EscalationState.Closed);
        Escalation.OpenItems(Commands.Id(1), scenario.State).Single().Kind.ShouldBe("debrief");
    }

    [Theory]
    [InlineData(EscalationState.Raised)]
    [InlineData(EscalationState.Acknowledged)]
    [InlineData(EscalationState.ContactMade)]
    public void Nothing_closes_before_it_is_safe_for_now_or_handed_over(EscalationState state)
    {
        var scenario = state switch
        {
            EscalationState.Raised => Scenario.Raised(),
            EscalationState.Acknowledged => Scenario.Acknowledged(),
            _ => Scenario.ContactMade(),
        };
        scenario.When(Commands.Close, People.Duty).ThenRefused<NotReadyToClose>("escalation.notReadyToClose", Rule.R3)
            .Missing.ShouldBe(["state"]);
    }

    [Fact]
    public void An_open_question_keeps_it_open() =>
        Scenario.SafeForNow()
            .When(Commands.Ask(People.Raiser), People.Duty, People.Raiser)
            .When(Commands.Close, People.Duty).ThenRefused<NotReadyToClose>("escalation.notReadyToClose", Rule.R3)
            .Missing.ShouldBe(["questions"]);

    [Fact]
    public void An_overdue_action_keeps_it_open_and_one_that_is_not_due_yet_does_not()
    {
        var due = Scenario.FridayNight.AddMinutes(20);
        var action = new RecordAction(Commands.Id(1), Commands.Words(), null, due, Done: false);
        Scenario.SafeForNow().When(action, People.Duty).At(20).When(Commands.Close, People.Duty)
            .ThenRefused<NotReadyToClose>("escalation.notReadyToClose", Rule.R3).Missing.ShouldBe(["actions"]);
        Scenario.SafeForNow().When(action, People.Duty).At(19).When(Commands.Close, People.Duty)
            .State.State.ShouldBe(EscalationState.Closed);
    }

    [Fact]
    [Trait("Rule", "R7")]
    public void Emergency_services_without_a_disclosure_record_keep_it_open() =>
        Scenario.SafeForNow().When(new InvolveEmergencyServices("999", null), People.Duty)
            .When(Commands.Close, People.Duty).ThenRefused<NotReadyToClose>("escalation.notReadyToClose", Rule.R3)
            .Missing.ShouldBe(["disclosure"]);

    [Fact]
    [Trait("Rule", "R20")]
    public void Each_part_of_the_record_that_is_missing_is_named() =>
        Scenario.SafeForNow().When(Nothing, People.Duty)
            .ThenRefused<NotReadyToClose>("escalation.notReadyToClose", Rule.R20)
            .Missing.ShouldBe(["summary", "followUp", "decisions", "outcome", "told"]);

    [Fact]
    [Trait("Rule", "R20")]
    public void A_decision_without_its_reason_is_named() =>
        Scenario.SafeForNow().When(
            Commands.Close with { Decisions = [new(Commands.Words(), Commands.Words()), new(null, null)] }, People.Duty)
            .ThenRefused<NotReadyToClose>("escalation.notReadyToClose", Rule.R20)
            .Missing.ShouldBe(["decisions[1].decision", "decisions[1].reason"]);

    [Fact]
    [Trait("Rule", "R20")]
    public void Every_missing_thing_is_named_at_once()
    {
        var refusal = Scenario.ContactMade()
            .When(Commands.Ask(People.Raiser), People.Duty, People.Raiser)
            .When(new InvolveEmergencyServices("999", null), People.Duty)
            .When(Commands.Act(People.Duty, Scenario.FridayNight), People.Duty, People.Duty)
            .When(Nothing, People.Duty).ThenRefused<NotReadyToClose>("escalation.notReadyToClose", Rule.R3);
        refusal.Missing.ShouldBe(
            ["state", "questions", "actions", "disclosure", "summary", "followUp", "decisions", "outcome", "told"]);
        refusal.Detail.ShouldBe(
            "Before this can close: record that the student is safe for now, or hand over; answer the open question; " +
            "finish the overdue action; record what was shared, with whom and why; " +
            "fill in every part of the closing record.");
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void Only_a_senior_member_closes_a_crisis()
    {
        foreach (var person in new[] { People.Supervisor, People.Coordinator })
        {
            Scenario.Raised().Until(30).When(new RecordContact(ContactMode.Phone, null), person)
                .When(Commands.Close, person)
                .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);
        }
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void The_raiser_does_not_close_their_own() =>
        Scenario.RaisedBy(People.Senior)
            .When(Commands.Close, People.Senior).ThenRefused<OwnEscalation>("escalation.own", Rule.R5);

    [Fact]
    [Trait("Rule", "R5")]
    public void A_senior_member_from_elsewhere_who_was_given_it_may_close_it() =>
        Scenario.ContactMade()
            .When(Commands.HandOver(People.OtherSenior), People.Duty, People.OtherSenior)
            .When(Commands.Close, People.OtherSenior).State.State.ShouldBe(EscalationState.Closed);

    [Fact]
    [Trait("Rule", "R5")]
    public void Outside_a_crisis_a_supervisor_who_was_paged_may_close_it() =>
        Scenario.Raised(Band.NextSupervision).When(new RecordContact(ContactMode.InPerson, null), People.Supervisor)
            .When(new RecordSafeForNow(Commands.Words()), People.Supervisor)
            .When(Commands.Close, People.Supervisor).State.State.ShouldBe(EscalationState.Closed);

    [Fact]
    [Trait("Rule", "R5")]
    public void Outside_a_crisis_a_coordinator_closes_only_what_they_have()
    {
        var handedOver = Scenario.ContactMade(Band.Within24Hours);
        handedOver.When(Commands.Close, People.Coordinator)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R5, RejectionKind.RoleMayNot);
        handedOver
            .When(Commands.HandOver(People.Coordinator), People.Duty, People.Coordinator)
            .When(Commands.Close, People.Coordinator).State.State.ShouldBe(EscalationState.Closed);
    }

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.SafeForNow().When(Commands.Close, People.OtherSupervisor)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);
}
