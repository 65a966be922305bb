using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.CaseFiles;

[Trait("Rule", "R2")]
public sealed class CorrectContactTests
{
    [Fact]
    public void A_correction_names_the_contact_and_a_reason_and_both_stay()
    {
        var story = FileStory.Opened().When(Doing.Log(1), Around.Owner).When(Doing.Correct(2, 1), Around.Owner)
            .Then(new ContactCorrected(
                Doing.Id(2), Doing.Id(1), ContactMode.InPerson, Channel.InPerson, true, 45,
                [Doing.Words("Anxiety.")], null, Doing.Words("Corrected."), new(2026, 11, 16), Doing.Words("Reason.")));
        story.History.Count(entry => entry.Event is ContactLogged).ShouldBe(1);
        story.State.Contacts.Count.ShouldBe(1);
        story.When(Doing.Correct(2, 1), Around.Owner).ThenAlreadySo();
    }

    [Fact]
    public void It_may_say_another_day()
    {
        var day = FileStory.MondayNoon.AddDays(-2);
        FileStory.Opened().When(Doing.Log(1), Around.Owner).When(Doing.Correct(2, 1, occurredAt: day), Around.Owner)
            .State.Contacts.Single().Day.ShouldBe(new DateOnly(2026, 11, 14));
        FileStory.Opened().When(Doing.Log(1), Around.Owner)
            .When(Doing.Correct(2, 1, occurredAt: FileStory.MondayNoon.AddHours(1)), Around.Owner)
            .ThenRefused("caseFile.contactAhead", Rule.R9, RejectionKind.SaysNothing);
    }

    [Fact]
    public void Without_a_reason_nothing_is_corrected() =>
        FileStory.Opened().When(Doing.Log(1), Around.Owner)
            .When(Doing.Correct(2, 1) with { Reason = null, Note = null, Minutes = null }, Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R2, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["minutes", "note", "reason"]);

    [Fact]
    public void There_has_to_be_something_to_correct_and_an_id_of_its_own()
    {
        FileStory.Opened().When(Doing.Correct(2, 1), Around.Owner)
            .ThenRefused("caseFile.partUnknown", Rule.None, RejectionKind.NotThere);
        FileStory.Opened().When(Doing.Log(1), Around.Owner).When(Doing.Correct(1, 1), Around.Owner)
            .ThenRefused("caseFile.idTaken", Rule.None);
    }

    [Fact]
    public void Who_logged_it_corrects_it_or_the_owner_and_nobody_else()
    {
        FileStory.Opened().When(Doing.Log(1), Around.Owner).When(Doing.Correct(2, 1), Around.Supervisor)
            .ThenRefused("caseFile.role", Rule.R2, RejectionKind.RoleMayNot);
        FileStory.Opened().When(Doing.Log(1), Around.Supervisor).When(Doing.Correct(2, 1), Around.Supervisor)
            .Last.Events.Count.ShouldBe(1);
        FileStory.Opened().When(Doing.Log(1), Around.Supervisor).When(Doing.Correct(2, 1), Around.Owner)
            .Last.Events.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void A_band_corrected_up_to_a_crisis_raises_as_the_log_would_have()
    {
        var story = FileStory.Opened().When(Doing.Log(1, band: Band.Within24Hours), Around.Owner)
            .When(Doing.Correct(2, 1, Band.Immediate), Around.Owner);
        Raised(story, Around.Owner).ShouldBe(new EscalationToRaise(
            Doing.Id(1), Around.Owner.Person, Around.Alder, Doing.Code, Band.Immediate, Doing.Words("Corrected.")));
        story.State.Escalations.ShouldBe([new(Doing.Id(1), IsOpen: true)]);
    }

    [Fact]
    [Trait("Rule", "R6")]
    public void A_crisis_that_got_worse_lifts_the_urgent_contact_that_there_is()
    {
        var story = FileStory.Opened().When(Doing.Log(1, band: Band.Within4Hours), Around.Supervisor)
            .When(Doing.Correct(2, 1, Band.Immediate), Around.Owner);
        story.Last.Events.Count.ShouldBe(1);
        Raised(story, Around.Owner).ShouldBe(new EscalationToRaise(
            Doing.Id(1), Around.Supervisor.Person, Around.Alder, Doing.Code, Band.Immediate,
            Doing.Words("Corrected.")));
    }

    [Fact]
    public void Where_the_urgent_contact_is_finished_a_new_one_is_raised_under_the_corrections_id()
    {
        var story = FileStory.Opened().When(Doing.Log(1, band: Band.Within4Hours), Around.Owner)
            .When(new UnlinkEscalation(Doing.Id(1))).When(Doing.Correct(2, 1, Band.Immediate), Around.Owner);
        Raised(story, Around.Owner)!.Id.ShouldBe(Doing.Id(2));
        story.State.Escalations.ShouldBe([new(Doing.Id(1), IsOpen: false), new(Doing.Id(2), IsOpen: true)]);
    }

    [Theory]
    [InlineData(Band.Immediate, Band.Immediate)]
    [InlineData(Band.Immediate, Band.Within4Hours)]
    [InlineData(Band.Within4Hours, Band.Within24Hours)]
    [InlineData(Band.Within4Hours, null)]
    public void A_band_that_did_not_rise_raises_nothing_more(Band before, Band? after)
    {
        var story = FileStory.Opened().When(Doing.Log(1, band: before), Around.Owner)
            .When(Doing.Correct(2, 1, after), Around.Owner);
        Raised(story, Around.Owner).ShouldBeNull();
        story.Last.Events.Count.ShouldBe(1);
    }

    private static EscalationToRaise? Raised(FileStory story, Caller by) =>
        EscalationToRaise.In(story.Last.Events, story.Before, by.Person);
}
