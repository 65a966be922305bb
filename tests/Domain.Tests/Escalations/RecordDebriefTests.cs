using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R14")]
public sealed class RecordDebriefTests
{
    private const int Day = 24 * 60;
    private static readonly RecordDebrief Held = new(true, null);

    [Fact]
    public void A_crisis_asks_the_raisers_supervisor_for_a_debrief_within_a_day() =>
        Scenario.Raised().State.Debrief.ShouldBe(
            new DebriefTask(People.Supervisor.Person, Scenario.FridayNight.AddDays(1)));

    [Fact]
    public void Without_a_supervisor_a_coordinator_is_asked() =>
        Scenario.Raised(cover: People.Cover with { RaisersSupervisor = null }).State.Debrief!.Of
            .ShouldBe(People.Coordinator.Person);

    [Fact]
    public void A_supervisor_is_not_asked_to_debrief_themselves() =>
        Scenario.RaisedBy(People.Supervisor)
            .State.Debrief!.Of.ShouldBe(People.Coordinator.Person);

    [Fact]
    public void With_neither_the_owner_is_asked() =>
        Scenario.Raised(cover: People.Cover with { RaisersSupervisor = null, Coordinators = [] }).State.Debrief!.Of
            .ShouldBe(People.Duty.Person);

    [Fact]
    public void No_debrief_is_asked_outside_a_crisis()
    {
        var scenario = Scenario.Raised(Band.Within24Hours);
        scenario.State.Debrief.ShouldBeNull();
        scenario.When(Held, People.Supervisor).ThenRefused<NoDebriefAsked>("debrief.notAsked", Rule.R14);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Not_held_in_a_day_it_is_missed_once_and_then_comes_back_each_day_closed_or_not()
    {
        var scenario = Scenario.Closed().Until(3 * Day);
        scenario.Minutes<DeadlineMissed>().ShouldBe([Day]);
        scenario.Minutes<ReminderSent>(e => e.About == Deadline.Debrief && e.To.Single() == People.Supervisor.Person)
            .ShouldBe([2 * Day, 3 * Day]);
    }

    [Fact]
    public void Held_or_declined_it_is_over()
    {
        Scenario.Closed().When(Held, People.Supervisor).Then(new DebriefHeld(People.Supervisor.Person, null))
            .Until(3 * Day).Minutes<DeadlineMissed>().ShouldBeEmpty();
        Scenario.Raised().When(new RecordDebrief(false, Commands.Words()), People.Coordinator)
            .Then(new DebriefDeclined(People.Coordinator.Person, Commands.Words()));
    }

    [Fact]
    public void Another_supervisor_may_have_held_it() =>
        Scenario.Raised().When(Held, People.OtherSupervisor).Then(new DebriefHeld(People.OtherSupervisor.Person, null));

    [Fact]
    public void Whoever_was_asked_records_it_whatever_their_role() =>
        Scenario.Raised(cover: People.Cover with { RaisersSupervisor = null, Coordinators = [] })
            .When(Held, People.Duty)
            .Then(new DebriefHeld(People.Duty.Person, null));

    [Fact]
    public void Twice_is_once() =>
        Scenario.Raised().When(Held, People.Supervisor).When(Held, People.Supervisor).ThenAlreadySo();

    [Fact]
    public void The_raiser_cannot_record_it_alone_whatever_their_role()
    {
        Scenario.Raised().When(Held, People.Raiser)
            .ThenRefused<RaiserAloneCannotDebrief>("debrief.raiserAlone", Rule.R14);
        Scenario.Empty.When(Commands.Raise(Band.Immediate, raiser: People.Supervisor.Person), People.Supervisor)
            .When(Held, People.Supervisor).ThenRefused<RaiserAloneCannotDebrief>("debrief.raiserAlone", Rule.R14);
    }

    [Fact]
    public void A_senior_member_who_was_not_asked_may_not() =>
        Scenario.Raised().When(Held, People.Senior)
            .ThenRefused<NotInYourRole>("escalation.role", Rule.R14, RejectionKind.RoleMayNot);

    [Fact]
    public void A_stranger_learns_nothing() =>
        Scenario.Raised().When(Held, People.OtherSupporter)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);

    [Fact]
    [Trait("Rule", "R15")]
    public void Nor_does_a_supervisor_with_a_conflict() =>
        Scenario.Raised(cover: People.Cover with { Conflicted = [People.OtherSupervisor.Person] })
            .When(Held, People.OtherSupervisor)
            .ThenRefused<NoSuchEscalation>("escalation.notThere", Rule.None, RejectionKind.NotThere);
}
