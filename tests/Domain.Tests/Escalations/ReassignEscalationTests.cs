using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R4")]
public sealed class ReassignEscalationTests
{
    private static readonly ReassignEscalation DutyLeaves = new(People.Duty.Person);

    [Fact]
    public void Whoever_has_a_crisis_and_leaves_hands_it_on_and_paging_goes_on_at_once()
    {
        var scenario = Scenario.Acknowledged().At(20).When(DutyLeaves);
        scenario.Last.Events[0].ShouldBe(
            new AcknowledgementLapsed(People.Duty.Person, LapseReason.LeftOrLostRole, People.Deputy.Person));
        scenario.Pages()[^1].ShouldBe("20: HandedBack deputy");
    }

    [Fact]
    public void Before_anybody_has_it_another_owns_it_and_paging_goes_on_as_it_was() =>
        Scenario.Raised().At(1).When(DutyLeaves)
            .Then(new OwnerReassigned(People.Duty.Person, People.Deputy.Person, LapseReason.LeftOrLostRole))
            .Until(20).Minutes<PageSent>().ShouldBe([0, 10, 20]);

    [Fact]
    public void After_contact_another_owns_it_and_is_paged() =>
        Scenario.SafeForNow().When(DutyLeaves).Then(
            new OwnerReassigned(People.Duty.Person, People.Deputy.Person, LapseReason.LeftOrLostRole),
            new PageSent(PageSent.OutsideLadder, [People.Deputy.Person], 0, PageReason.HandedBack, null));

    [Fact]
    public void Open_items_of_a_closed_one_go_to_whoever_would_own_it_now()
    {
        var scenario = Scenario.SafeForNow()
            .When(Commands.Act(People.Duty), People.Duty, People.Duty)
            .At(15).When(Commands.Close, People.Duty).When(DutyLeaves).Then(
                new ItemReassigned(
                    Deadline.Action,
                    Commands.Id(2),
                    People.Duty.Person,
                    People.Deputy.Person,
                    LapseReason.LeftOrLostRole));
        scenario.State.State.ShouldBe(EscalationState.Closed);
    }

    [Fact]
    [Trait("Rule", "R14")]
    public void A_supervisor_who_leaves_leaves_no_debrief_behind() =>
        Scenario.Raised().When(new ReassignEscalation(People.Supervisor.Person)).Then(new ItemReassigned(
            Deadline.Debrief, null, People.Supervisor.Person, People.Coordinator.Person, LapseReason.LeftOrLostRole));

    [Fact]
    public void With_nobody_left_it_is_nobodys_until_a_task_finds_somebody()
    {
        var scenario = Scenario.ContactMade().With(Cover.Nobody).When(DutyLeaves);
        scenario.State.Owner.ShouldBe(PersonId.System);
        scenario.With(People.Cover).Until(30);
        scenario.State.Owner.ShouldBe(People.Duty.Person);
    }

    [Theory]
    [InlineData(Role.SeniorMember, "alder-college", true)]
    [InlineData(Role.SeniorMember, "beech-college", false)]
    [InlineData(Role.Coordinator, null, true)]
    [InlineData(Role.Supervisor, null, false)]
    public void Who_loses_one_role_keeps_a_crisis_only_where_another_role_carries_it(Role left, string? panel,
        bool keeps)
    {
        var remaining = new Caller(People.Duty.Person, [new(left, panel is null ? null : new PanelId(panel))]);
        var scenario = Scenario.Acknowledged().When(new ReassignEscalation(People.Duty.Person, remaining));
        (scenario.State.Owner == People.Duty.Person).ShouldBe(keeps);
    }

    [Fact]
    public void The_raisers_supervisor_keeps_what_is_no_crisis_after_losing_another_role()
    {
        var nobodyElse = People.Cover with
        {
            DutyFirst = null,
            DutyDeputy = null,
            SeniorMembers = [],
            Coordinators = []
        };
        Scenario.Raised(Band.Within24Hours, nobodyElse)
            .When(new ReassignEscalation(People.Supervisor.Person, People.Supervisor)).ThenAlreadySo();
    }

    [Fact]
    [Trait("Rule", "R14")]
    public void A_supervisor_no_more_gives_up_the_debrief_and_keeps_what_was_asked_of_them()
    {
        var asked = new AskQuestion(Commands.Id(1), People.Supervisor.Person, Commands.Words());
        var scenario = Scenario.Acknowledged().When(asked, People.Duty, People.Supervisor).When(
            new ReassignEscalation(
                People.Supervisor.Person, new(People.Supervisor.Person, [new(Role.Supporter, People.Panel)])));
        scenario.State.Debrief!.Of.ShouldBe(People.Coordinator.Person);
        scenario.State.Questions[0].Of.ShouldBe(People.Supervisor.Person);
    }

    [Fact]
    public void Somebody_who_holds_nothing_here_changes_nothing() =>
        Scenario.Raised().When(new ReassignEscalation(People.OtherSenior.Person)).ThenAlreadySo();

    [Fact]
    public void Twice_is_once() => Scenario.Acknowledged().When(DutyLeaves).When(DutyLeaves).ThenAlreadySo();
}
