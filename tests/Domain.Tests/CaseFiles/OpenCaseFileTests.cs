using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Tests.CaseFiles;

[Trait("Rule", "R4")]
public sealed class OpenCaseFileTests
{
    private static readonly CaseTimings Timings = new(TimeSpan.FromDays(14), TimeSpan.FromHours(24));

    [Fact]
    public void A_supporter_opens_a_file_and_owns_it_and_it_has_a_wake_up()
    {
        var story = FileStory.Opened().Then(new CaseFileOpened(
            Doing.Code, Around.Owner.Person, Around.Alder, null, ProgrammeKind.Listening, Timings));
        story.State.Owner.ShouldBe(Around.Owner.Person);
        CaseFile.OpenItems(Doing.Id(9), story.State).ShouldBe(
        [
            new(Doing.Id(9), "caseFile", Around.Owner.Person, Around.Alder, FileStory.MondayNoon.AddDays(14)),
        ]);
    }

    [Fact]
    public void A_Coordinator_or_a_Senior_Member_of_the_panel_opens_one_for_a_supporter()
    {
        FileStory.Empty.When(Doing.Open(), Around.Coordinator).State.Owner.ShouldBe(Around.Owner.Person);
        FileStory.Empty.When(Doing.Open(), Around.Duty).State.Owner.ShouldBe(Around.Owner.Person);
    }

    [Theory]
    [InlineData("ben")]
    [InlineData("lena")]
    [InlineData("sue")]
    [InlineData("adam")]
    public void Nobody_else_opens_one_for_somebody(string person) =>
        FileStory.Empty.When(Doing.Open(), Around.Known(new(person)))
            .ThenRefused("caseFile.role", Rule.R13, RejectionKind.RoleMayNot);

    [Fact]
    public void For_nobody_whom_the_programme_knows_it_is_not_opened() =>
        FileStory.Empty.When(new OpenCaseFile(Doing.Code, new("who"), Around.Alder, null, default), Around.Coordinator)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);

    [Fact]
    [Trait("Rule", "R9")]
    public void Whoever_lapsed_opens_none_and_is_told_what_to_do() =>
        FileStory.Empty.NotTakingOn(new SupervisionLapsed()).When(Doing.Open(), Around.Owner)
            .ThenRefused("supervision.lapsed", Rule.R9);

    [Theory]
    [InlineData("hugo")]
    [InlineData("sue")]
    [InlineData("tom")]
    public void Only_a_supporter_of_the_panel_is_given_one(string person) =>
        FileStory.Empty.When(Doing.Open(Around.Known(new(person))), Around.Coordinator)
            .ThenRefused("caseFile.cannotTake", Rule.R15);

    [Fact]
    [Trait("Rule", "R15")]
    public void Nobody_with_a_conflict_is_given_one() =>
        FileStory.Empty.With(Around.Circle with { Conflicted = [Around.Owner.Person] })
            .When(Doing.Open(), Around.Coordinator).ThenRefused("caseFile.cannotTake", Rule.R15);

    [Fact]
    [Trait("Rule", "R13")]
    public void The_panel_that_the_student_wants_to_stay_out_of_it_supports_nobody_here()
    {
        var twoPanels = new OpenCaseFile(Doing.Code, Around.LawSupporter.Person, Around.Law, Around.Alder, default);
        FileStory.Empty.When(twoPanels, Around.Coordinator).State.HomePanel.ShouldBe(Around.Alder);
        var own = twoPanels with { HomePanel = Around.Law };
        FileStory.Empty.When(own, Around.Coordinator).State.HomePanel.ShouldBeNull("it is no other panel");
    }

    [Fact]
    public void The_same_id_with_something_else_is_taken() =>
        FileStory.Opened().When(Doing.Open(Around.Other), Around.Other).ThenRefused("caseFile.idTaken", Rule.None);

    [Fact]
    public void Sent_again_it_is_already_so_whatever_code_was_drawn() =>
        FileStory.Opened().When(Doing.Open() with { Code = "WX-2222" }, Around.Owner).ThenAlreadySo();

    [Fact]
    [Trait("Rule", "R14")]
    public void More_than_three_open_files_are_said_to_the_supervisor_and_block_nothing()
    {
        FileStory.Empty.With(Around.Circle with { OtherOpenFiles = 2 }).When(Doing.Open(), Around.Owner)
            .Last.Events.Count.ShouldBe(1);
        FileStory.Empty.With(Around.Circle with { OtherOpenFiles = 3 }).When(Doing.Open(), Around.Owner)
            .Last.Events[^1].ShouldBe(new HighLoadNoticed(Around.Owner.Person, 4, Around.Supervisor.Person));
    }

    [Fact]
    [Trait("Rule", "R14")]
    public void Without_a_supervisor_a_Coordinator_hears_of_the_load_and_without_either_nobody()
    {
        var unsupervised = new OpenCaseFile(Doing.Code, Around.Other.Person, Around.Alder, null, default);
        var alone = Around.Circle with { OtherOpenFiles = 9, Gone = [Around.OtherSupervisor.Person] };
        FileStory.Empty.With(alone).When(unsupervised, Around.Other)
            .Last.Events[^1].ShouldBe(new HighLoadNoticed(Around.Other.Person, 10, Around.Coordinator.Person));
        FileStory.Empty.With(alone with { Coordinators = [] }).When(unsupervised, Around.Other)
            .Last.Events[^1].ShouldBe(new HighLoadNoticed(Around.Other.Person, 10, Told: null));
    }
}
