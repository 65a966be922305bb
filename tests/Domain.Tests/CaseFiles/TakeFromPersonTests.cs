using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>TakeFromPerson, AskForHandover and CancelHandoverTask: nobody goes while holding something open.</summary>
[Trait("Rule", "R4")]
public sealed class TakeFromPersonTests
{
    [Fact]
    public void Whoever_leaves_holds_nothing_afterwards()
    {
        var story = FileStory.Opened().When(Doing.Ask(1, Around.Owner), Around.Supervisor)
            .When(Doing.Act(2), Around.Owner).When(new TakeFromPerson(Around.Owner.Person))
            .Then(
                new CaseFileReassigned(
                    Around.Owner.Person, Around.Duty.Person, ToSupporter: false, CaseReassignment.LeftOrLostRole, null),
                Moved(CaseDeadline.Question, 1, Around.Owner, Around.Duty),
                Moved(CaseDeadline.Action, 2, Around.Owner, Around.Duty));
        CaseFile.OpenItems(Doing.Id(9), story.State).ShouldAllBe(item => item.Owner == Around.Duty.Person);
        story.When(new TakeFromPerson(Around.Owner.Person)).ThenAlreadySo();
    }

    [Fact]
    public void What_the_remaining_roles_carry_stays_theirs()
    {
        var story = FileStory.Opened().When(Doing.Act(1), Around.Owner);
        story.When(new TakeFromPerson(Around.Owner.Person, Around.Owner)).ThenAlreadySo();
        story.When(new TakeFromPerson(Around.Owner.Person, new(Around.Owner.Person, [new(Role.Trainee, null)])))
            .Last.Events.Single().ShouldBeOfType<CaseFileReassigned>();
    }

    [Fact]
    public void Who_comes_next_is_the_duty_then_the_Deputy_the_panel_a_Coordinator_the_supervisor_and_then_nobody()
    {
        var circle = Around.Circle with { SeniorMembers = [Around.LawSenior.Person] };
        Heir(circle).ShouldBe(Around.Duty.Person);
        Heir(circle with { DutySeniorMember = null }).ShouldBe(Around.Deputy.Person);
        Heir(circle with { DutySeniorMember = null, Deputy = null }).ShouldBe(Around.LawSenior.Person);
        var noPanel = circle with { DutySeniorMember = null, Deputy = null, SeniorMembers = [] };
        Heir(noPanel).ShouldBe(Around.Coordinator.Person);
        Heir(noPanel with { Coordinators = [] }).ShouldBe(Around.Supervisor.Person);
        Heir(noPanel with { Coordinators = [], Gone = [Around.Supervisor.Person] }).ShouldBe(PersonId.System);
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void Nobody_with_a_conflict_and_nobody_of_the_home_panel_comes_next()
    {
        Heir(Around.Circle with { Conflicted = [Around.Duty.Person] }).ShouldBe(Around.Deputy.Person);
        Heir(Around.Circle with { HomeSeniorMembers = [Around.Duty.Person] }).ShouldBe(Around.Deputy.Person);
    }

    [Fact]
    public void What_was_nobodys_is_found_an_owner_at_the_next_wake_up()
    {
        var story = FileStory.Opened().With(CaseCircle.Nobody)
            .When(new TakeFromPerson(Around.Owner.Person));
        story.With(CaseCircle.Nobody with { Gone = [Around.Supervisor.Person] });
        story.State.Owner.ShouldBe(Around.Supervisor.Person, "the owner's supervisor was the last who could");
        var alone = FileStory.Opened().With(CaseCircle.Nobody with { Gone = [Around.Supervisor.Person] })
            .When(new TakeFromPerson(Around.Owner.Person));
        alone.State.Owner.ShouldBe(PersonId.System);
        alone.With(Around.Circle).Until(24 * 14).State.Owner.ShouldBe(Around.Duty.Person);
    }

    [Fact]
    public void Who_is_asked_to_close_or_to_find_a_supporter_is_replaced_as_well()
    {
        FileStory.Resolved().When(new TakeFromPerson(Around.Supervisor.Person))
            .Then(Moved(CaseDeadline.Closure, null, Around.Supervisor, Around.Duty))
            .State.Closing!.Of.ShouldBe(Around.Duty.Person);
        FileStory.Opened().When(new AskForHandover()).When(new TakeFromPerson(Around.Coordinator.Person))
            .Then(Moved(CaseDeadline.HandoverTask, null, Around.Coordinator, Around.Duty));
        FileStory.Resolved().When(new TakeFromPerson(Around.Supervisor.Person, Around.Supervisor)).ThenAlreadySo();
        FileStory.Opened().When(new AskForHandover())
            .When(new TakeFromPerson(Around.Coordinator.Person, Around.Coordinator)).ThenAlreadySo();
    }

    [Fact]
    public void An_offer_to_whoever_leaves_is_over() =>
        FileStory.Opened().When(new HandOverCaseFile(Around.Other.Person, null), Around.Owner)
            .When(new TakeFromPerson(Around.Other.Person))
            .Then(new HandoverOfferLapsed(Around.Other.Person, [Around.Owner.Person]));

    [Fact]
    [Trait("Rule", "R9")]
    public void On_a_lapse_a_Coordinator_is_asked_to_find_another_supporter_and_reminded()
    {
        var story = FileStory.Opened().When(new AskForHandover())
            .Then(new HandoverAsked(
                Around.Owner.Person, Around.Coordinator.Person, FileStory.MondayNoon.AddHours(24)));
        story.When(new AskForHandover()).ThenAlreadySo();
        CaseFile.OpenItems(Doing.Id(9), story.State).ShouldContain(new OpenItem(
            Doing.Id(9), "handover", Around.Coordinator.Person, Around.Alder, FileStory.MondayNoon.AddHours(24)));
        story.Until(24).Then(new CaseReminderSent(
            CaseDeadline.HandoverTask, null, [Around.Coordinator.Person], FileStory.MondayNoon.AddHours(48)));
        story.When(new CancelHandoverTask()).Then(new HandoverTaskCancelled(Around.Coordinator.Person))
            .When(new CancelHandoverTask()).ThenAlreadySo();
    }

    [Fact]
    public void Finding_another_supporter_ends_the_task_and_a_Senior_Member_for_now_does_not()
    {
        var story = FileStory.Opened().When(new AskForHandover());
        story.When(new TakeFromPerson(Around.Owner.Person)).State.HandoverTask.ShouldNotBeNull();
        story.When(new ReassignCaseFile(Around.Other.Person, Doing.Words()), Around.Coordinator)
            .State.HandoverTask.ShouldBeNull();
    }

    [Fact]
    public void The_owner_or_a_Coordinator_asks_too_and_nobody_else()
    {
        FileStory.Opened().When(new AskForHandover(), Around.Owner).Last.Events.Count.ShouldBe(1);
        FileStory.Opened().When(new AskForHandover(), Around.Coordinator).Last.Events.Count.ShouldBe(1);
        FileStory.Opened().When(new AskForHandover(), Around.Supervisor)
            .ThenRefused("caseFile.role", Rule.R9, RejectionKind.RoleMayNot);
        FileStory.Opened().When(new CancelHandoverTask(), Around.Other)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
    }

    private static PersonId Heir(CaseCircle circle) =>
        FileStory.Opened().With(circle).When(new TakeFromPerson(Around.Owner.Person)).State.Owner;

    private static CaseItemReassigned Moved(CaseDeadline which, int? item, Caller from, Caller to) => new(
        which, item is { } id ? Doing.Id(id) : null, from.Person, to.Person, CaseReassignment.LeftOrLostRole);
}
