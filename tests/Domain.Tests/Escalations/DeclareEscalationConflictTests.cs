using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R15")]
public sealed class DeclareEscalationConflictTests
{
    private static readonly DeclareEscalationConflict NotMe = new();

    [Fact]
    public void Whoever_has_it_steps_aside_and_the_deputy_is_paged_at_once()
    {
        var scenario = Scenario.Acknowledged().At(4).When(NotMe, People.Duty).Then(
            new AcknowledgementLapsed(People.Duty.Person, LapseReason.Conflict, People.Deputy.Person),
            new RoutedTo(1, [People.Deputy.Person], Minute(9), Minute(14)),
            new PageSent(1, [People.Deputy.Person], 0, PageReason.HandedBack, null));
        scenario.Until(14).Pages().TakeLast(2).ShouldBe(
            ["14: without duty, Conflict", "14: Rung deputy, senior, supervisor"]);
        EscalationAccess.Of(People.Duty, scenario.State, []).ShouldBe(Relation.None);
    }

    [Fact]
    public void Before_anybody_has_it_the_duty_senior_member_is_no_longer_its_owner() =>
        Scenario.Raised().At(1).When(NotMe, People.Duty)
            .Then(new OwnerReassigned(People.Duty.Person, People.Deputy.Person, LapseReason.Conflict))
            .State.NextPageAt.ShouldBe(Minute(10));

    [Fact]
    public void After_contact_another_person_owns_it_and_is_paged() =>
        Scenario.ContactMade().When(NotMe, People.Duty).Then(
            new OwnerReassigned(People.Duty.Person, People.Deputy.Person, LapseReason.Conflict),
            new PageSent(PageSent.OutsideLadder, [People.Deputy.Person], 0, PageReason.HandedBack, null));

    [Fact]
    public void Somebody_still_to_be_paged_is_left_out_from_there()
    {
        var scenario = Scenario.Raised().At(1).When(NotMe, People.Senior)
            .Then(new PersonSkipped(PageSent.OutsideLadder, People.Senior.Person, SkipReason.Conflict));
        scenario.Until(20).Pages()[^1].ShouldBe("20: Rung duty, deputy, supervisor");
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Their_questions_actions_and_the_debrief_go_to_somebody_else()
    {
        var scenario = Scenario.Raised().Until(20)
            .When(Commands.Ask(People.Supervisor), People.Duty, People.Supervisor)
            .When(Commands.Act(People.Supervisor), People.Duty, People.Supervisor)
            .When(NotMe, People.Supervisor).Then(
                FromSupervisor(Deadline.Question, Commands.Id(1), People.Duty),
                FromSupervisor(Deadline.Action, Commands.Id(2), People.Duty),
                FromSupervisor(Deadline.Debrief, null, People.Coordinator),
                new PersonSkipped(PageSent.OutsideLadder, People.Supervisor.Person, SkipReason.Conflict));
        Escalation.OpenItems(Commands.Id(9), scenario.State).Select(item => item.Owner.Value)
            .ShouldBe(["duty", "duty", "duty", "coordinator"]);
    }

    [Fact]
    public void Twice_is_once() =>
        Scenario.Acknowledged().When(NotMe, People.Duty).When(NotMe, People.Duty).ThenAlreadySo();

    [Fact]
    public void The_raiser_is_left_out_already() =>
        Scenario.Raised().When(NotMe, People.Raiser)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R15, RejectionKind.RoleMayNot);

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.Raised().When(NotMe, People.OtherSenior)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    private static ItemReassigned FromSupervisor(Deadline which, Guid? item, Caller to) =>
        new(which, item, People.Supervisor.Person, to.Person, LapseReason.Conflict);

    private static DateTimeOffset Minute(int minute) => Scenario.FridayNight.AddMinutes(minute);
}
