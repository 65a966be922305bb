using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>RecordInvolvement, RecordCaseDisclosure and SecondDisclosure.</summary>
[Trait("Rule", "R7")]
public sealed class RecordCaseDisclosureTests
{
    private static readonly EscalationOfFile Crisis =
        new(Doing.Id(8), IsOpen: true, Band.Within4Hours, Around.Duty.Person);

    private static readonly DateTimeOffset Tomorrow = FileStory.MondayNoon.AddHours(24);

    [Fact]
    public void Bringing_others_in_owes_a_record_and_the_record_settles_it()
    {
        var story = FileStory.Opened().When(new RecordInvolvement(Involved.TrustedContact, null), Around.Owner)
            .Then(new InvolvementRecorded(Involved.TrustedContact, null, Tomorrow));
        CloseCaseFile.StillOpen(story.State, story.Now).ShouldContain("disclosure");
        story.At(1).When(new RecordInvolvement(Involved.EmergencyServices, null), Around.Owner)
            .State.DisclosureBy.ShouldBe(Tomorrow, "the earlier deadline stays");
        story.When(Doing.Disclose(1), Around.Owner)
            .Then(new CaseDisclosureRecorded(
                Doing.Id(1), true, Doing.Words("What."), Doing.Words("To whom."), Doing.Words("Why."), true, false,
                Around.Owner.Person, null, Doing.Words("Grounds."), null));
        story.State.DisclosureBy.ShouldBeNull();
        story.When(Doing.Disclose(1), Around.Owner).ThenAlreadySo();
    }

    [Fact]
    public void Each_part_that_is_missing_is_named() =>
        FileStory.Opened()
            .When(Doing.Disclose(1) with { What = null, ToWhom = null, Why = null }, Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R7, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["what", "toWhom", "why"]);

    [Fact]
    public void Only_people_of_the_programme_decide()
    {
        FileStory.Opened().When(Doing.Disclose(1) with { DecidedBy = new("who") }, Around.Owner)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);
        FileStory.Opened().When(Doing.Disclose(1) with { SecondedBy = new("who") }, Around.Owner)
            .ThenRefused("caseFile.personUnknown", Rule.None, RejectionKind.SaysNothing);
    }

    [Fact]
    [Trait("Rule", "R21")]
    public void A_trusted_contact_is_told_against_the_students_will_by_a_Senior_Member_and_a_second_with_grounds()
    {
        FileStory.Opened().When(Against(Around.Duty, Around.Supervisor), Around.Owner)
            .Last.Events.Single().ShouldBeOfType<CaseDisclosureRecorded>().SecondNameBy.ShouldBeNull();
        FileStory.Opened().When(Against(Around.Duty, Around.Deputy), Around.Owner).Last.Rejection.ShouldBeNull();
        FileStory.Opened().When(Against(Around.Duty, Around.Supervisor, grounds: false), Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R21, RejectionKind.SaysNothing).Missing.ShouldBe(["grounds"]);
    }

    [Theory]
    [InlineData("vera", null)]
    [InlineData("vera", "vera")]
    [InlineData("vera", "ben")]
    [InlineData("sue", "otto")]
    [InlineData("ida", "vera")]
    [Trait("Rule", "R21")]
    public void Outside_a_crisis_no_other_names_are_enough(string first, string? second) =>
        FileStory.Opened()
            .When(Against(
                Around.Known(new(first))!, second is null ? null : Around.Known(new(second))), Around.Owner)
            .ThenRefused("caseFile.twoSeniorNames", Rule.R21).Missing.ShouldBe(["decidedBy", "secondedBy"]);

    [Fact]
    [Trait("Rule", "R15")]
    public void Neither_name_has_a_conflict()
    {
        var conflicted = Around.Circle with { Conflicted = [Around.Deputy.Person] };
        FileStory.Opened().With(conflicted).When(Against(Around.Duty, Around.Deputy), Around.Owner)
            .ThenRefused("caseFile.twoSeniorNames", Rule.R21);
        FileStory.Opened().With(conflicted).When(Against(Around.Deputy, Around.Duty), Around.Owner)
            .ThenRefused("caseFile.twoSeniorNames", Rule.R21);
    }

    [Fact]
    public void With_consent_or_where_nothing_was_shared_nobody_else_is_asked()
    {
        FileStory.Opened().When(Doing.Disclose(1, trustedContact: true), Around.Owner).Last.Rejection.ShouldBeNull();
        FileStory.Opened().When(
            Doing.Disclose(1, withConsent: false, trustedContact: true, shared: false), Around.Owner)
            .Last.Rejection.ShouldBeNull();
        FileStory.Opened().When(Doing.Disclose(1, withConsent: false), Around.Owner).Last.Rejection.ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "R21")]
    public void In_a_crisis_one_name_is_enough_and_the_second_follows()
    {
        var story = FileStory.Opened().With(Around.Circle with { Escalations = [Crisis] })
            .When(Against(Around.Owner, null, grounds: false), Around.Owner);
        story.Last.Events.Single().ShouldBeOfType<CaseDisclosureRecorded>().SecondNameBy.ShouldBe(Tomorrow);
        CloseCaseFile.StillOpen(story.State, story.Now).ShouldContain("secondName");
        story.When(new SecondDisclosure(Doing.Id(1), null), Around.Duty)
            .ThenRefused("caseFile.wordsMissing", Rule.R21, RejectionKind.SaysNothing).Missing.ShouldBe(["grounds"]);
        story.When(Second(1), Around.Duty)
            .Then(new DisclosureSeconded(Doing.Id(1), Around.Duty.Person, Doing.Words("Grounds.")));
        story.State.SecondNames.ShouldBeEmpty();
        story.When(Second(1), Around.Supervisor).ThenAlreadySo();
    }

    [Theory]
    [InlineData(false, Band.Immediate)]
    [InlineData(true, Band.Within24Hours)]
    [Trait("Rule", "R21")]
    public void A_finished_or_an_ordinary_urgent_contact_is_no_crisis(bool isOpen, Band band) =>
        FileStory.Opened()
            .With(Around.Circle with { Escalations = [Crisis with { IsOpen = isOpen, Band = band }] })
            .When(Against(Around.Duty, null), Around.Duty).ThenRefused("caseFile.twoSeniorNames", Rule.R21);

    [Fact]
    [Trait("Rule", "R21")]
    public void The_second_name_is_another_senior_persons()
    {
        var story = FileStory.Opened().With(Around.Circle with { Escalations = [Crisis] })
            .When(Against(Around.Duty, null), Around.Duty);
        story.When(Second(1), Around.Duty).ThenRefused("caseFile.role", Rule.R21, RejectionKind.RoleMayNot);
        story.When(Second(1), Around.Owner).ThenRefused("caseFile.role", Rule.R21, RejectionKind.RoleMayNot);
        story.When(Second(2), Around.Supervisor)
            .ThenRefused("caseFile.partUnknown", Rule.None, RejectionKind.NotThere);
        story.When(Second(1), Around.Supervisor).Last.Events.Count.ShouldBe(1);
    }

    private static RecordCaseDisclosure Against(Caller first, Caller? second, bool grounds = true) => Doing.Disclose(
        1, withConsent: false, trustedContact: true, decidedBy: first, secondedBy: second, grounds: grounds);

    private static SecondDisclosure Second(int id) => new(Doing.Id(id), Doing.Words("Grounds."));
}
