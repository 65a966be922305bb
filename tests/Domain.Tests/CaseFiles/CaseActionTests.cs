using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>RecordCaseAction and CompleteCaseAction.</summary>
[Trait("Rule", "R4")]
public sealed class CaseActionTests
{
    private static readonly DateTimeOffset Tuesday = FileStory.MondayNoon.AddDays(1);

    [Fact]
    public void An_action_is_somebodys_with_a_day_and_an_end()
    {
        var story = FileStory.Opened().When(Doing.Act(1, Tuesday, Around.Other), Around.Owner)
            .Then(new CaseActionRecorded(
                Doing.Id(1), Doing.Words("Action."), Around.Other.Person, Tuesday, Done: false));
        CaseFile.OpenItems(Doing.Id(9), story.State).ShouldContain(
            new OpenItem(Doing.Id(1), "action", Around.Other.Person, Around.Alder, Tuesday));
        story.When(new CompleteCaseAction(Doing.Id(1), null), Around.Other)
            .Then(new CaseActionDone(Doing.Id(1), null));
        story.When(new CompleteCaseAction(Doing.Id(1), null), Around.Owner).ThenAlreadySo();
        story.When(Doing.Act(1), Around.Owner).ThenAlreadySo();
    }

    [Fact]
    public void Without_a_name_it_is_the_callers_and_done_at_once_it_is_never_open()
    {
        FileStory.Opened().When(Doing.Act(1), Around.Supervisor).State.Actions.Single().Owner
            .ShouldBe(Around.Supervisor.Person);
        FileStory.Opened().When(Doing.Act(1, done: true), Around.Owner).State.Actions.ShouldBeEmpty();
    }

    [Fact]
    public void It_says_what_and_names_somebody_who_may_do_it()
    {
        FileStory.Opened().When(new RecordCaseAction(Doing.Id(1), null, null, null, false), Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R20, RejectionKind.SaysNothing).Missing.ShouldBe(["what"]);
        FileStory.Opened()
            .When(new RecordCaseAction(Doing.Id(1), Doing.Words(), new("who"), null, false), Around.Owner)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);
        FileStory.Opened().With(Around.Circle with { Conflicted = [Around.Other.Person] })
            .When(Doing.Act(1, owner: Around.Other), Around.Owner).ThenRefused("caseFile.cannotTake", Rule.R15);
    }

    [Fact]
    public void There_has_to_be_something_to_be_done()
    {
        FileStory.Opened().When(new CompleteCaseAction(Doing.Id(1), null), Around.Owner)
            .ThenRefused("caseFile.partUnknown", Rule.None, RejectionKind.NotThere);
        FileStory.Opened().When(Doing.Act(1), Around.Owner)
            .When(new CompleteCaseAction(Doing.Id(1), null), Around.Other)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
    }
}
