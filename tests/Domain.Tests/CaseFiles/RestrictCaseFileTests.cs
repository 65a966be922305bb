using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>RestrictCaseFile, LiftRestriction, PlaceLegalHold and LiftLegalHold.</summary>
[Trait("Rule", "R15")]
public sealed class RestrictCaseFileTests
{
    [Fact]
    public void Restricted_its_owner_and_those_named_read_it_and_nobody_else()
    {
        var story = FileStory.Opened().When(Doing.Restrict([Around.LawSenior]), Around.Coordinator)
            .Then(new MarkedRestricted([Around.LawSenior.Person], null, Doing.Words("Reason.")));
        Readers(story).ShouldBe([Around.Owner, Around.LawSenior]);
        Relation(Around.Coordinator, story).ShouldBe(CaseRelation.SeesState);
        story.When(Doing.Restrict([Around.LawSenior]), Around.Coordinator).ThenAlreadySo();
        story.When(new LiftRestriction(Doing.Words()), Around.Coordinator)
            .Then(new RestrictionLifted(Doing.Words()));
        Readers(story).ShouldBe([Around.Owner, Around.Supervisor]);
        story.When(new LiftRestriction(Doing.Words()), Around.Coordinator).ThenAlreadySo();
    }

    [Fact]
    public void Whom_an_allegation_is_about_knows_nothing_of_it_and_owns_it_no_more()
    {
        var story = FileStory.Opened().When(Doing.Restrict([Around.Deputy], Around.Owner), Around.Coordinator);
        story.Last.Events[^1].ShouldBe(new CaseFileReassigned(
            Around.Owner.Person, Around.Deputy.Person, ToSupporter: false, CaseReassignment.Conflict, null));
        Relation(Around.Owner, story).ShouldBe(CaseRelation.None);
        story.When(new LiftRestriction(Doing.Words()), Around.Deputy);
        Relation(Around.Owner, story).ShouldBe(CaseRelation.None, "the allegation is not lifted with it");
    }

    [Fact]
    public void Nobody_with_a_conflict_is_named() =>
        FileStory.Opened().When(Doing.Restrict([Around.Duty], Around.Duty), Around.Coordinator)
            .ThenRefused("caseFile.cannotTake", Rule.R15);

    [Fact]
    public void A_Coordinator_does_not_become_a_reader_by_naming_themselves()
    {
        FileStory.Opened().When(Doing.Restrict([Around.Coordinator]), Around.Coordinator)
            .ThenRefused("caseFile.namesOneself", Rule.R15);
        FileStory.Opened().When(Doing.Restrict([Around.Supervisor]), Around.Supervisor)
            .Last.Events.Count.ShouldBe(1);
    }

    [Fact]
    public void A_Coordinator_or_a_senior_reader_restricts_and_nobody_else()
    {
        FileStory.Opened().When(Doing.Restrict([Around.Deputy]), Around.Owner)
            .ThenRefused("caseFile.role", Rule.R15, RejectionKind.RoleMayNot);
        FileStory.Opened().When(Doing.Restrict([Around.Deputy]), Around.DataProtection)
            .ThenRefused("caseFile.role", Rule.R15, RejectionKind.RoleMayNot);
        FileStory.Opened().When(Doing.Restrict([Around.Deputy]), Around.Duty)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
        FileStory.Opened().When(new LiftRestriction(Doing.Words()), Around.Owner)
            .ThenRefused("caseFile.role", Rule.R15, RejectionKind.RoleMayNot);
    }

    [Fact]
    public void Who_and_why_are_asked_for()
    {
        FileStory.Opened().When(new RestrictCaseFile([], null, null), Around.Coordinator)
            .ThenRefused("caseFile.wordsMissing", Rule.R15, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["named", "reason"]);
        FileStory.Opened().When(new LiftRestriction(null), Around.Coordinator)
            .ThenRefused("caseFile.wordsMissing", Rule.R15, RejectionKind.SaysNothing);
        var many = Enumerable.Range(0, 11).Select(number => new PersonId($"p{number}")).ToList();
        FileStory.Opened().When(new RestrictCaseFile(many, null, Doing.Words()), Around.Coordinator)
            .ThenRefused("caseFile.wordsMissing", Rule.R15, RejectionKind.SaysNothing).Missing.ShouldBe(["named"]);
    }

    [Fact]
    public void Only_people_whom_the_programme_knows_are_named()
    {
        FileStory.Opened().When(new RestrictCaseFile([new("who")], null, Doing.Words()), Around.Coordinator)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);
        FileStory.Opened().When(
            new RestrictCaseFile([Around.Duty.Person], new("who"), Doing.Words()), Around.Coordinator)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);
    }

    [Fact]
    public void Who_is_asked_to_close_a_restricted_file_is_one_of_those_named()
    {
        var story = FileStory.Opened().When(Doing.Restrict([Around.Deputy]), Around.Coordinator)
            .When(Doing.Resolve(), Around.Owner);
        story.State.Closing!.Of.ShouldBe(Around.Deputy.Person);
        story.When(new CloseCaseFile(null), Around.Duty)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
        story.When(new CloseCaseFile(null), Around.Deputy).State.State.ShouldBe(CaseFileState.Closed);
    }

    [Fact]
    [Trait("Rule", "R19")]
    public void Data_Protection_alone_places_and_lifts_a_legal_hold()
    {
        var story = FileStory.Opened().When(new PlaceLegalHold(Doing.Words()), Around.DataProtection)
            .Then(new LegalHoldPlaced(Doing.Words()));
        story.State.LegalHold.ShouldBeTrue();
        story.When(new PlaceLegalHold(Doing.Words()), Around.DataProtection).ThenAlreadySo();
        story.When(new LiftLegalHold(null), Around.DataProtection)
            .ThenRefused("caseFile.wordsMissing", Rule.R19, RejectionKind.SaysNothing);
        story.When(new LiftLegalHold(Doing.Words()), Around.Owner)
            .ThenRefused("caseFile.role", Rule.R19, RejectionKind.RoleMayNot);
        story.When(new LiftLegalHold(Doing.Words()), Around.DataProtection).State.LegalHold.ShouldBeFalse();
        FileStory.Opened().When(new PlaceLegalHold(null), Around.DataProtection)
            .ThenRefused("caseFile.wordsMissing", Rule.R19, RejectionKind.SaysNothing);
    }

    private static IReadOnlyList<Caller> Readers(FileStory story) =>
        [.. Around.Everybody.Where(one => Relation(one, story) >= CaseRelation.Reads)];

    private static CaseRelation Relation(Caller caller, FileStory story) =>
        CaseFileAccess.Of(caller, story.State, story.Context(caller).Circle);
}
