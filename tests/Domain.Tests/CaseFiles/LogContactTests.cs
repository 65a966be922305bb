using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Supervision;

namespace Safeguard.Domain.Tests.CaseFiles;

[Trait("Rule", "R9")]
public sealed class LogContactTests
{
    private static readonly DateTimeOffset Yesterday = FileStory.MondayNoon.AddDays(-1);
    private static readonly DateOnly Monday = new(2026, 11, 16);

    [Fact]
    public void A_conversation_is_logged_by_the_owner_on_the_day_it_was() =>
        FileStory.Opened().When(Doing.Log(1), Around.Owner).Then(new ContactLogged(
            Doing.Id(1), Around.Owner.Person, ContactMode.InPerson, Channel.InPerson, Reached: true, 40,
            [Doing.Words("Anxiety.")], null, Doing.Words("Note."), Monday, LateRecord: false));

    [Fact]
    public void The_day_is_the_institutions_own()
    {
        // Half past eleven at night in London is the next day in UTC while summer time is kept.
        var night = new DateTimeOffset(2026, 6, 1, 23, 30, 0, TimeSpan.Zero);
        FileStory.Opened().At(night.AddHours(9)).When(Doing.Log(1, occurredAt: night), Around.Owner)
            .State.Contacts.Single().Day.ShouldBe(new DateOnly(2026, 6, 2));
    }

    [Fact]
    public void What_was_on_an_earlier_day_is_marked_as_a_late_record()
    {
        Logged(FileStory.Opened().When(Doing.Log(1, occurredAt: Yesterday), Around.Owner)).LateRecord.ShouldBeTrue();
        Logged(FileStory.Opened().At(2).When(Doing.Log(1, occurredAt: FileStory.MondayNoon), Around.Owner))
            .LateRecord.ShouldBeFalse("it was today");
    }

    [Fact]
    public void Whoever_lapsed_logs_nothing_new_but_always_what_already_happened()
    {
        var story = FileStory.Opened().NotTakingOn(new SupervisionLapsed());
        story.When(Doing.Log(1), Around.Owner).ThenRefused("supervision.lapsed", Rule.R9);
        Logged(story.When(Doing.Log(1, occurredAt: FileStory.MondayNoon), Around.Owner)).LateRecord.ShouldBeTrue();
    }

    [Fact]
    [Trait("Rule", "R1")]
    public void A_crisis_is_never_turned_away_whatever_the_standing() =>
        FileStory.Opened().NotTakingOn(new SupervisionLapsed())
            .When(Doing.Log(1, band: Band.Within4Hours), Around.Owner).Last.Events.Count.ShouldBe(2);

    [Fact]
    public void What_is_still_to_come_is_planned_and_not_logged()
    {
        var ahead = Doing.Log(1, occurredAt: FileStory.MondayNoon.AddMinutes(1));
        FileStory.Opened().When(ahead, Around.Owner)
            .ThenRefused("caseFile.contactAhead", Rule.R9, RejectionKind.SaysNothing);
        FileStory.Opened().NotTakingOn(new SupervisionLapsed()).When(ahead, Around.Owner)
            .ThenRefused("supervision.lapsed", Rule.R9);
    }

    [Fact]
    [Trait("Rule", "R20")]
    public void Each_part_that_is_missing_is_named()
    {
        FileStory.Opened().When(Doing.Log(1) with { Minutes = null, Note = null }, Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R20, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["minutes", "note"]);
        FileStory.Opened().When(Doing.Log(1) with { Minutes = -1 }, Around.Owner).Last.Rejection.ShouldNotBeNull();
        FileStory.Opened().When(Doing.Log(1) with { Minutes = 1441 }, Around.Owner).Last.Rejection.ShouldNotBeNull();
        FileStory.Opened().When(Doing.Log(1) with { Minutes = 0 }, Around.Owner).Last.Rejection.ShouldBeNull();
    }

    [Fact]
    public void Sent_twice_it_is_logged_once_and_an_id_used_for_something_else_is_taken()
    {
        var story = FileStory.Opened().When(Doing.Log(1), Around.Owner);
        story.When(Doing.Log(1), Around.Owner).ThenAlreadySo();
        story.When(Doing.Act(2), Around.Owner).When(Doing.Log(2), Around.Owner)
            .ThenRefused("caseFile.idTaken", Rule.None);
    }

    [Fact]
    public void Answered_by_e_mail_alone_is_no_contact_made()
    {
        var story = FileStory.Opened().When(Doing.Log(1, ContactMode.Message), Around.Owner);
        Logged(story).Reached.ShouldBeFalse("nobody said that the student answered");
        Logged(story).Channel.ShouldBe(Channel.Email);
        story.When(Doing.Log(2, ContactMode.Message, reached: true), Around.Owner).State.SpokenWith.ShouldBeFalse();
        story.When(Doing.Log(3, ContactMode.Phone, reached: false), Around.Owner).State.SpokenWith.ShouldBeFalse();
        story.When(Doing.Log(4, ContactMode.Phone), Around.Owner).State.SpokenWith.ShouldBeTrue();
    }

    [Theory]
    [InlineData(Band.Immediate, true)]
    [InlineData(Band.Within4Hours, true)]
    [InlineData(Band.Within24Hours, false)]
    [InlineData(null, false)]
    [Trait("Rule", "R5")]
    public void A_crisis_band_raises_the_urgent_contact_under_the_contacts_own_id(Band? band, bool raises)
    {
        var story = FileStory.Opened().When(Doing.Log(1, band: band), Around.Owner);
        var expected = raises
            ? new EscalationToRaise(
                Doing.Id(1), Around.Owner.Person, Around.Alder, Doing.Code, band!.Value, Doing.Words("Note."))
            : null;
        EscalationToRaise.In(story.Last.Events, story.Before, Around.Owner.Person).ShouldBe(expected);
        story.State.Escalations.ShouldBe(raises ? [new(Doing.Id(1), IsOpen: true)] : []);
        story.When(new LinkEscalation(Doing.Id(1))).Last.Events.Count.ShouldBe(raises ? 0 : 1);
    }

    [Fact]
    [Trait("Rule", "R3")]
    public void On_a_closed_file_it_opens_the_file_and_tells_the_last_owner_and_the_duty_Senior_Member()
    {
        var story = FileStory.Closed().When(Doing.Log(1), Around.Owner);
        var reopened = story.Last.Events[^1].ShouldBeOfType<CaseFileReopened>();
        (reopened.Reason, reopened.Owner).ShouldBe((ReopenReason.NewContact, Around.Owner.Person));
        reopened.Told.ShouldBe([Around.Owner.Person, Around.Duty.Person]);
        story.State.State.ShouldBe(CaseFileState.Reopened);
    }

    [Fact]
    public void A_Senior_Member_who_spoke_with_the_student_logs_it_too()
    {
        var escalation = new EscalationOfFile(Doing.Id(8), IsOpen: true, Band.Immediate, Around.Duty.Person);
        FileStory.Opened().With(Around.Circle with { Escalations = [escalation] }).When(Doing.Log(1), Around.Duty)
            .State.Contacts.Single().By.ShouldBe(Around.Duty.Person);
        FileStory.Opened().When(Doing.Log(1), Around.Duty)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
    }

    private static ContactLogged Logged(FileStory story) => story.Last.Events[0].ShouldBeOfType<ContactLogged>();
}
