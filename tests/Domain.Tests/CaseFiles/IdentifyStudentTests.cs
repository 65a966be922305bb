using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

[Trait("Rule", "R15")]
public sealed class IdentifyStudentTests
{
    [Fact]
    public void Who_the_student_is_is_written_down_sealed() =>
        FileStory.Opened().When(Doing.Identify(), Around.Owner)
            .Then(new StudentIdentified(Doing.Words("A name."), null, null, null, null));

    [Fact]
    public void Without_a_name_nothing_is_said() =>
        FileStory.Opened().When(new IdentifyStudent(null, null, null, null, null), Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R15, RejectionKind.SaysNothing).Missing.ShouldBe(["name"]);

    [Fact]
    public void The_same_again_is_already_so() =>
        FileStory.Opened().When(Doing.Identify(), Around.Owner).When(Doing.Identify(), Around.Owner).ThenAlreadySo();

    [Fact]
    [Trait("Rule", "R2")]
    public void Other_words_later_need_a_reason_and_then_replace_what_was_said()
    {
        var story = FileStory.Opened().When(Doing.Identify(), Around.Owner)
            .When(Doing.Identify("Another name."), Around.Owner);
        story.ThenRefused("caseFile.wordsMissing", Rule.R2, RejectionKind.SaysNothing).Missing.ShouldBe(["reason"]);
        story.When(Doing.Identify("Another name.", reason: "Misheard."), Around.Owner)
            .State.Identity!.Name.ShouldBe(Doing.Words("Another name."));
        story.History.Count(entry => entry.Event is StudentIdentified).ShouldBe(2);
    }

    [Fact]
    public void Nobody_unknown_to_the_programme_is_named_as_one_of_it() =>
        FileStory.Opened()
            .When(new IdentifyStudent(Doing.Words(), null, null, new PersonId("who"), null), Around.Owner)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);

    [Fact]
    public void A_student_who_supervises_the_owner_knows_nothing_of_the_file()
    {
        var story = FileStory.Opened().When(Doing.Identify(person: Around.Supervisor), Around.Owner);
        CaseFileAccess.Of(Around.Supervisor, story.State, story.Context(Around.Supervisor).Circle)
            .ShouldBe(CaseRelation.None);
        story.When(new RecordConsent(default, true, null), Around.Supervisor)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
    }

    [Fact]
    public void A_student_who_turns_out_to_own_the_file_owns_it_no_more()
    {
        var story = FileStory.Opened().When(Doing.Identify(person: Around.Owner), Around.Owner);
        story.Last.Events[^1].ShouldBe(new CaseFileReassigned(
            Around.Owner.Person, Around.Duty.Person, ToSupporter: false, CaseReassignment.Conflict, null));
        story.State.Supporter.ShouldBeNull();
    }

    [Fact]
    public void Nobody_who_does_not_read_it_says_who_the_student_is() =>
        FileStory.Opened().When(Doing.Identify(), Around.Coordinator)
            .ThenRefused("caseFile.role", Rule.R15, RejectionKind.RoleMayNot);
}
