using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>SetGoal and MeetGoal.</summary>
[Trait("Rule", "R26")]
public sealed class GoalTests
{
    private static readonly SetGoal Goal = new(Doing.Id(1), Doing.Words(), new DateOnly(2026, 12, 4));

    [Theory]
    [InlineData(ProgrammeKind.Mentoring, true)]
    [InlineData(ProgrammeKind.Tutoring, true)]
    [InlineData(ProgrammeKind.StudyGroup, true)]
    [InlineData(ProgrammeKind.Listening, false)]
    [InlineData(ProgrammeKind.PeerCounselling, false)]
    public void Files_of_some_kinds_carry_goals(ProgrammeKind kind, bool carries)
    {
        var story = FileStory.Opened(kind).When(Goal, Around.Owner);
        if (carries) story.Then(new GoalSet(Doing.Id(1), Doing.Words(), Goal.By));
        else story.ThenRefused("caseFile.noGoals", Rule.R26);
    }

    [Fact]
    public void A_goal_is_set_once_and_met_once_and_keeps_no_file_open()
    {
        var story = FileStory.Opened(ProgrammeKind.Mentoring).When(Goal, Around.Owner).When(Goal, Around.Owner);
        story.ThenAlreadySo();
        CloseCaseFile.StillOpen(story.State, story.Now).ShouldBe(["state"]);
        story.When(new MeetGoal(Doing.Id(1), null), Around.Owner).Then(new GoalMet(Doing.Id(1), null));
        story.When(new MeetGoal(Doing.Id(1), null), Around.Owner).ThenAlreadySo();
    }

    [Fact]
    public void It_says_something_and_there_has_to_be_one_to_meet()
    {
        FileStory.Opened(ProgrammeKind.Mentoring).When(Goal with { What = null }, Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R26, RejectionKind.SaysNothing).Missing.ShouldBe(["what"]);
        FileStory.Opened(ProgrammeKind.Mentoring).When(new MeetGoal(Doing.Id(1), null), Around.Owner)
            .ThenRefused("caseFile.partUnknown", Rule.None, RejectionKind.NotThere);
    }
}
