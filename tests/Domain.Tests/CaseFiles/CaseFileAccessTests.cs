using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>Who is what to a file, for everybody there is; whoever is not named is nobody to it.</summary>
[Trait("Rule", "R15")]
public sealed class CaseFileAccessTests
{
    private static readonly EscalationOfFile Urgent =
        new(Doing.Id(8), IsOpen: false, Band.Within24Hours, Around.LawSenior.Person);

    [Fact]
    public void An_ordinary_file_is_its_owners_their_supervisors_and_its_urgent_contacts_Senior_Members()
    {
        Shown(FileStory.Opened()).ShouldBe("ida owns, sue reads, cass sees, dora sees");
        Shown(FileStory.Opened().With(Around.Circle with { Escalations = [Urgent] }))
            .ShouldBe("ida owns, lena reads, sue reads, cass sees, dora sees");
    }

    [Fact]
    public void Before_it_is_opened_nobody_knows_of_it() => Shown(FileStory.Empty).ShouldBe("");

    [Fact]
    [Trait("Rule", "R23")]
    public void While_it_waits_to_be_closed_the_panels_Senior_Members_read_it_and_then_who_closed_it()
    {
        Shown(FileStory.Resolved()).ShouldBe("ida owns, vera reads, otto reads, sue reads, cass sees, dora sees");
        Shown(FileStory.Resolved().When(new CloseCaseFile(null), Around.Deputy))
            .ShouldBe("ida owns, otto reads, sue reads, cass sees, dora sees");
    }

    [Fact]
    [Trait("Rule", "R3")]
    public void Whoever_was_told_that_it_is_open_again_may_look_until_it_is_resolved_once_more()
    {
        var story = FileStory.Closed().When(new LinkReferral(Doing.Id(1)));
        Shown(story).ShouldBe("ida owns, vera reads, sue reads, cass sees, dora sees");
        story.When(Doing.Resolve(), Around.Owner).When(new ReopenCaseFile(Doing.Words()), Around.Owner);
        story.State.ToldOfReopening.ShouldContain(Around.Duty.Person);
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void Where_the_student_asked_for_somebody_outside_the_home_panel_reads_nothing()
    {
        var circle = Around.Circle with { Escalations = [Urgent] };
        Shown(FileStory.Opened(home: Around.Law).With(circle)).ShouldBe("ida owns, sue reads, cass sees, dora sees");
        var law = new OpenCaseFile(Doing.Code, Around.LawSupporter.Person, Around.Law, Around.Alder, default);
        Shown(FileStory.Empty.When(law, Around.LawSupporter).When(Doing.Resolve(), Around.LawSupporter))
            .ShouldBe("hugo owns, lena reads, sue reads, cass sees, dora sees");
    }

    [Theory]
    [InlineData("ida", "sue reads, cass sees, dora sees")]
    [InlineData("sue", "ida owns, cass sees, dora sees")]
    [InlineData("cass", "ida owns, sue reads, dora sees")]
    public void A_conflict_excludes_from_everything(string person, string others) =>
        Shown(FileStory.Opened().With(Around.Circle with { Conflicted = [new(person)] })).ShouldBe(others);

    [Fact]
    public void Words_and_state_are_asked_for_apart()
    {
        var story = FileStory.Opened();
        var circle = story.Context(Around.Owner).Circle;
        CaseFileAccess.MayRead(Around.Supervisor, story.State, circle).ShouldBeTrue();
        CaseFileAccess.MayRead(Around.Coordinator, story.State, circle).ShouldBeFalse();
        CaseFileAccess.MaySeeState(Around.Coordinator, story.State, circle).ShouldBeTrue();
        CaseFileAccess.MaySeeState(Around.Other, story.State, circle).ShouldBeFalse();
    }

    [Fact]
    public void Whoever_should_not_know_says_so_once_and_what_they_held_is_anothers()
    {
        var story = FileStory.Opened().When(new DeclareCaseConflict(), Around.Owner).Then(
            new CaseConflictDeclared(Around.Owner.Person),
            new CaseFileReassigned(
                Around.Owner.Person, Around.Duty.Person, ToSupporter: false, CaseReassignment.Conflict, null));
        Shown(story).ShouldBe("vera owns, cass sees, dora sees");
        story.When(new DeclareCaseConflict(), Around.Owner).ThenAlreadySo();
        story.When(new DeclareCaseConflict(), Around.Duty).State.Owner.ShouldBe(Around.Deputy.Person);
        story.When(new DeclareCaseConflict(), Around.Other)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
    }

    private static string Shown(FileStory story) => string.Join(", ",
        from one in Around.Everybody
        let relation = CaseFileAccess.Of(one, story.State, story.Context(one).Circle)
        where relation != CaseRelation.None
        let what = relation == CaseRelation.SeesState ? "sees" : relation.ToString().ToLowerInvariant()
        select $"{one.Person} {what}");
}
