using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>HandOverCaseFile, AcceptHandover, DeclineHandover and ReassignCaseFile.</summary>
[Trait("Rule", "R4")]
public sealed class HandOverCaseFileTests
{
    private static readonly HandOverCaseFile ToBen = new(Around.Other.Person, null);

    [Fact]
    public void Offered_it_stays_with_its_owner_until_accepted_and_then_the_former_owner_reads_nothing()
    {
        var story = Offered().Then(new HandoverOffered(
            Around.Owner.Person, Around.Other.Person, null, FileStory.MondayNoon.AddHours(24)));
        story.State.Owner.ShouldBe(Around.Owner.Person);
        Relation(Around.Other, story).ShouldBe(CaseRelation.SeesState);
        story.When(ToBen, Around.Owner).ThenAlreadySo();
        story.When(new AcceptHandover(), Around.Other)
            .Then(new CaseFileHandedOver(Around.Owner.Person, Around.Other.Person));
        Relation(Around.Other, story).ShouldBe(CaseRelation.Owns);
        Relation(Around.Owner, story).ShouldBe(CaseRelation.None);
        Relation(Around.Supervisor, story).ShouldBe(CaseRelation.None, "the former supervisor");
        Relation(Around.OtherSupervisor, story).ShouldBe(CaseRelation.Reads);
        story.When(new AcceptHandover(), Around.Other).ThenAlreadySo();
    }

    [Fact]
    [Trait("Rule", "R9")]
    public void Whoever_lapsed_is_given_nothing_when_asked_nor_when_they_say_yes()
    {
        FileStory.Opened().NotTakingOn(new SupervisionLapsed()).When(ToBen, Around.Owner)
            .ThenRefused("supervision.lapsed", Rule.R9);
        Offered().NotTakingOn(new SupervisionLapsed()).When(new AcceptHandover(), Around.Other)
            .ThenRefused("supervision.lapsed", Rule.R9);
    }

    [Theory]
    [InlineData("vera")]
    [InlineData("cass")]
    [InlineData("ida")]
    public void Only_another_supporter_is_offered_it(string person) =>
        FileStory.Opened().When(new HandOverCaseFile(new(person), null), Around.Owner)
            .ThenRefused("caseFile.cannotTake", Rule.R15);

    [Fact]
    public void A_person_unknown_or_with_a_conflict_is_not_offered_it()
    {
        FileStory.Opened().When(new HandOverCaseFile(new("who"), null), Around.Owner)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);
        FileStory.Opened().With(Around.Circle with { Conflicted = [Around.Other.Person] }).When(ToBen, Around.Owner)
            .ThenRefused("caseFile.cannotTake", Rule.R15);
        Offered().With(Around.Circle with { Conflicted = [Around.Other.Person] })
            .When(new AcceptHandover(), Around.Other)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void Nobody_of_the_panel_that_stays_out_of_it_is_offered_it() =>
        FileStory.Opened(home: Around.Law).When(new HandOverCaseFile(Around.LawSupporter.Person, null), Around.Owner)
            .ThenRefused("caseFile.cannotTake", Rule.R15);

    [Fact]
    public void Only_the_owner_offers_and_only_whom_it_was_offered_to_answers()
    {
        FileStory.Opened().When(ToBen, Around.Supervisor)
            .ThenRefused("caseFile.role", Rule.R4, RejectionKind.RoleMayNot);
        Offered().When(new AcceptHandover(), Around.Supervisor)
            .ThenRefused("caseFile.role", Rule.R4, RejectionKind.RoleMayNot);
        Offered().When(new DeclineHandover(null), Around.Supervisor)
            .ThenRefused("caseFile.role", Rule.R4, RejectionKind.RoleMayNot);
    }

    [Fact]
    public void Declined_it_stays_where_it_is()
    {
        var story = Offered().When(new DeclineHandover(Doing.Words()), Around.Other)
            .Then(new HandoverDeclined(Around.Other.Person, Doing.Words()));
        (story.State.Offer, story.State.Owner).ShouldBe((null, Around.Owner.Person));
        Relation(Around.Other, story).ShouldBe(CaseRelation.None);
    }

    [Fact]
    public void Not_answered_for_a_day_it_stays_where_it_is_and_owner_and_Coordinator_hear_of_it()
    {
        var story = Offered().Until(24).Then(
            new HandoverOfferLapsed(Around.Other.Person, [Around.Owner.Person, Around.Coordinator.Person]));
        (story.State.Offer, story.State.Owner).ShouldBe((null, Around.Owner.Person));
    }

    [Fact]
    [Trait("Rule", "R14")]
    public void Whoever_takes_on_many_files_has_a_supervisor_who_hears_of_it() =>
        Offered().With(Around.Circle with { OtherOpenFiles = 3 }).When(new AcceptHandover(), Around.Other)
            .Last.Events[^1].ShouldBe(new HighLoadNoticed(Around.Other.Person, 4, Around.OtherSupervisor.Person));

    [Fact]
    public void A_Coordinator_gives_it_to_somebody_else_with_a_reason()
    {
        var story = FileStory.Opened().When(Reassign(Around.Other), Around.Coordinator)
            .Then(new CaseFileReassigned(
                Around.Owner.Person, Around.Other.Person, ToSupporter: true, CaseReassignment.Reallocated,
                Doing.Words()));
        story.State.Supporter.ShouldBe(Around.Other.Person);
        story.When(Reassign(Around.Other), Around.Coordinator).ThenAlreadySo();
        story.When(Reassign(Around.Duty), Around.Coordinator).State.Supporter.ShouldBeNull("a Senior Member holds it");
        story.When(Reassign(Around.Other) with { Reason = null }, Around.Coordinator)
            .ThenRefused("caseFile.wordsMissing", Rule.R4, RejectionKind.SaysNothing).Missing.ShouldBe(["reason"]);
    }

    [Fact]
    public void Nobody_else_gives_it_and_not_to_just_anybody()
    {
        FileStory.Opened().When(Reassign(Around.Other), Around.Owner)
            .ThenRefused("caseFile.role", Rule.R4, RejectionKind.RoleMayNot);
        FileStory.Opened().When(Reassign(Around.Other), Around.Duty)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
        foreach (var person in new[] { Around.Trainee, Around.Supervisor, Around.LawSenior, Around.Coordinator })
            FileStory.Opened().When(Reassign(person), Around.Coordinator)
                .ThenRefused("caseFile.cannotTake", Rule.R15);
        FileStory.Opened().When(new ReassignCaseFile(new("who"), Doing.Words()), Around.Coordinator)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);
        FileStory.Opened().NotTakingOn(new SupervisionLapsed()).When(Reassign(Around.Other), Around.Coordinator)
            .ThenRefused("supervision.lapsed", Rule.R9);
    }

    [Fact]
    public void Everything_in_the_file_goes_with_it()
    {
        var voicemail = new AttachToFile(Doing.Id(3), Channel.Voicemail, Doing.Words(), Doing.Words());
        var before = FileStory.Opened().When(Doing.Log(1), Around.Owner).When(Doing.Ask(2, Around.Duty), Around.Owner)
            .When(voicemail, Around.Coordinator).When(ToBen, Around.Owner);
        var after = before.When(new AcceptHandover(), Around.Other).State;
        (after.Contacts.Count, after.Questions.Count, after.Settled.Count).ShouldBe((1, 1, 1));
    }

    private static FileStory Offered() => FileStory.Opened().When(ToBen, Around.Owner);

    private static ReassignCaseFile Reassign(Caller to) => new(to.Person, Doing.Words());

    private static CaseRelation Relation(Caller caller, FileStory story) =>
        CaseFileAccess.Of(caller, story.State, story.Context(caller).Circle);
}
