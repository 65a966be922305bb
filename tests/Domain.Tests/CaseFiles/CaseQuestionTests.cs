using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>AskCaseQuestion and AnswerCaseQuestion.</summary>
[Trait("Rule", "R3")]
public sealed class CaseQuestionTests
{
    [Fact]
    public void A_question_has_an_owner_and_a_day_and_changes_no_state_and_stops_no_clock()
    {
        var story = FileStory.Opened();
        var (state, review) = (story.State.State, story.State.ReviewAt);
        story.When(Doing.Ask(1, Around.Owner), Around.Supervisor)
            .Then(new CaseQuestionAsked(
                Doing.Id(1), Around.Owner.Person, Doing.Words("Question?"), FileStory.MondayNoon.AddHours(24)));
        (story.State.State, story.State.ReviewAt).ShouldBe((state, review));
        CaseFile.OpenItems(Doing.Id(9), story.State).ShouldContain(new OpenItem(
            Doing.Id(1), "question", Around.Owner.Person, Around.Alder, FileStory.MondayNoon.AddHours(24)));
        story.When(Doing.Ask(1, Around.Owner), Around.Supervisor).ThenAlreadySo();
    }

    [Fact]
    public void Neither_the_question_nor_its_answer_closes_anything()
    {
        var story = FileStory.Resolved().When(Doing.Ask(1, Around.Owner), Around.Supervisor);
        story.State.State.ShouldBe(CaseFileState.Resolved);
        story.When(Answer(1), Around.Owner).Then(new CaseQuestionAnswered(Doing.Id(1), Doing.Words("Answer.")))
            .State.State.ShouldBe(CaseFileState.Resolved);
        story.When(Answer(1), Around.Owner).ThenAlreadySo();
    }

    [Fact]
    public void It_says_something_and_to_somebody_who_may_be_asked()
    {
        FileStory.Opened().When(new AskCaseQuestion(Doing.Id(1), Around.Owner.Person, null), Around.Supervisor)
            .ThenRefused("caseFile.wordsMissing", Rule.R3, RejectionKind.SaysNothing).Missing.ShouldBe(["question"]);
        FileStory.Opened().When(new AskCaseQuestion(Doing.Id(1), new("who"), Doing.Words()), Around.Owner)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);
        FileStory.Opened().With(Around.Circle with { Conflicted = [Around.Duty.Person] })
            .When(Doing.Ask(1, Around.Duty), Around.Owner).ThenRefused("caseFile.cannotTake", Rule.R15);
        FileStory.Opened().When(Doing.Ask(1, Around.Owner), Around.Coordinator)
            .ThenRefused("caseFile.role", Rule.R15, RejectionKind.RoleMayNot);
    }

    [Fact]
    public void Whoever_was_asked_answers_without_reading_the_file_and_nobody_else_does()
    {
        var story = FileStory.Opened().When(Doing.Ask(1, Around.Other), Around.Owner);
        story.When(Answer(1), Around.OtherSupervisor)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
        story.When(new AnswerCaseQuestion(Doing.Id(1), null), Around.Other)
            .ThenRefused("caseFile.wordsMissing", Rule.R3, RejectionKind.SaysNothing);
        story.When(Answer(1), Around.Other).State.Questions.ShouldBeEmpty();
        story.When(Answer(2), Around.Owner).ThenRefused("caseFile.partUnknown", Rule.None, RejectionKind.NotThere);
    }

    private static AnswerCaseQuestion Answer(int id) => new(Doing.Id(id), Doing.Words("Answer."));
}
