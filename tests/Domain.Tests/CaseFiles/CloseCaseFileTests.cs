using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

[Trait("Rule", "R23")]
public sealed class CloseCaseFileTests
{
    private static readonly CloseCaseFile Close = new(null);

    [Theory]
    [InlineData("sue")]
    [InlineData("vera")]
    [InlineData("otto")]
    public void The_supervisor_or_a_Senior_Member_of_the_panel_closes_what_somebody_else_resolved(string person)
    {
        var story = FileStory.Resolved().When(Close, Around.Known(new(person)))
            .Then(new CaseFileClosed(new(person), null));
        CaseFile.OpenItems(Doing.Id(9), story.State).ShouldBeEmpty();
        CaseFile.NextWakeUp(story.State).ShouldBeNull();
        story.When(Close, Around.Known(new(person))).ThenAlreadySo();
    }

    [Fact]
    public void Neither_who_resolved_it_nor_its_owner_closes_it()
    {
        FileStory.Opened().When(new TakeFromPerson(Around.Owner.Person)).When(Doing.Resolve(), Around.Duty)
            .When(Close, Around.Duty).ThenRefused("caseFile.secondPerson", Rule.R23);
        FileStory.Resolved().When(new TakeFromPerson(Around.Owner.Person)).When(Close, Around.Duty)
            .ThenRefused("caseFile.secondPerson", Rule.R23);
    }

    [Fact]
    public void Nobody_else_closes_it()
    {
        FileStory.Resolved().When(Close, Around.Owner)
            .ThenRefused("caseFile.role", Rule.R23, RejectionKind.RoleMayNot);
        FileStory.Resolved().When(Close, Around.Coordinator)
            .ThenRefused("caseFile.role", Rule.R15, RejectionKind.RoleMayNot);
        foreach (var stranger in new[] { Around.Other, Around.LawSenior, Around.OtherSupervisor, Around.Administrator })
            FileStory.Resolved().When(Close, stranger)
                .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
        FileStory.Opened().When(Close, Around.Duty)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
    }

    [Fact]
    [Trait("Rule", "R3")]
    public void Everything_that_is_open_is_named_at_once()
    {
        var crisis = new EscalationOfFile(Doing.Id(8), IsOpen: true, Band.Immediate, Around.Duty.Person);
        var story = FileStory.Opened().With(Around.Circle with { Escalations = [crisis] })
            .When(Doing.Ask(1, Around.Owner), Around.Supervisor)
            .When(new LinkEscalation(Doing.Id(8)))
            .When(new LinkReferral(Doing.Id(3)))
            .When(Doing.Act(4, FileStory.MondayNoon.AddHours(1)), Around.Owner)
            .When(Doing.Disclose(5, withConsent: false, trustedContact: true), Around.Owner)
            .When(new RecordInvolvement(Involved.EmergencyServices, null), Around.Owner)
            .At(1).When(Close, Around.Supervisor);
        story.ThenRefused("caseFile.notReadyToClose", Rule.R3).Missing.ShouldBe(
            ["state", "questions", "escalations", "referrals", "actions", "disclosure", "secondName"]);
        story.Last.Rejection!.Detail.ShouldBe(
            "Before this file can close: its owner resolves it; answer the open question; finish the urgent contact; "
            + "record an outcome for the referral; finish the overdue action; record what was shared, with whom and "
            + "why; add the second senior name to the disclosure.");
    }

    [Fact]
    [Trait("Rule", "R3")]
    public void One_thing_after_another_is_settled_and_then_it_closes()
    {
        var story = FileStory.Resolved().When(new LinkEscalation(Doing.Id(1))).When(new LinkReferral(Doing.Id(2)));
        Missing(story).ShouldBe(["escalations", "referrals"]);
        story.When(new UnlinkEscalation(Doing.Id(1)));
        Missing(story).ShouldBe(["referrals"]);
        story.When(new UnlinkReferral(Doing.Id(2))).When(Close, Around.Supervisor)
            .State.State.ShouldBe(CaseFileState.Closed);
    }

    [Fact]
    public void An_action_that_is_not_due_yet_does_not_keep_it_open_and_stays_somebodys()
    {
        var story = FileStory.Resolved().When(Doing.Act(1, FileStory.MondayNoon.AddDays(9)), Around.Owner)
            .When(Close, Around.Supervisor);
        story.State.State.ShouldBe(CaseFileState.Closed);
        CaseFile.OpenItems(Doing.Id(9), story.State).Single().Kind.ShouldBe("action");
        story.When(new CompleteCaseAction(Doing.Id(1), null), Around.Owner);
        CaseFile.NextWakeUp(story.State).ShouldBeNull();
    }

    private static IReadOnlyList<string> Missing(FileStory story) =>
        story.When(Close, Around.Supervisor).ThenRefused("caseFile.notReadyToClose", Rule.R3).Missing;
}
