using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>
/// What went wrong before the 2022 Exeter inquest, each played again here: a voicemail that could not be attached, a
/// question that closed the enquiry, logs deleted by accident, a cry for help answered only by e-mail.
/// </summary>
[Trait("Rule", "R3")]
public sealed class ExeterScenarioTests
{
    private static readonly AttachToFile Voicemail = new(
        Doing.Id(10), Channel.Voicemail, Doing.Words("A parent."), Doing.Words("Please call me about my child."));

    [Fact]
    public void A_parents_voicemail_is_attached_and_travels_with_the_file()
    {
        var story = FileStory.Opened().When(Voicemail, Around.Coordinator);
        story.Last.Events.OfType<ReceivedAttached>().Single().Told.ShouldBe(Around.Owner.Person);
        story.When(new HandOverCaseFile(Around.Other.Person, null), Around.Owner)
            .When(new AcceptHandover(), Around.Other);
        story.History.Select(entry => entry.Event).OfType<ReceivedAttached>().Count().ShouldBe(1);
        CaseFileAccess.MayRead(Around.Other, story.State, story.Context(Around.Other).Circle).ShouldBeTrue();
    }

    [Fact]
    public void A_voicemail_to_a_closed_file_opens_it()
    {
        var story = FileStory.Closed().When(Voicemail, Around.Coordinator);
        story.State.State.ShouldBe(CaseFileState.Reopened);
        story.State.ToldOfReopening.ShouldBe([Around.Owner.Person, Around.Duty.Person]);
    }

    [Fact]
    public void Asking_where_the_referral_is_closes_nothing_and_keeps_the_file_from_closing()
    {
        var story = FileStory.Opened().When(new LinkReferral(Doing.Id(1)));
        var wakeUp = story.State.ReviewAt;
        story.When(new AskCaseQuestion(Doing.Id(2), Around.Owner.Person, Doing.Words("Where is the referral?")),
            Around.Supervisor);
        (story.State.State, story.State.ReviewAt).ShouldBe((CaseFileState.Open, wakeUp));
        story.At(30).When(Doing.Resolve(), Around.Owner).When(new CloseCaseFile(null), Around.Supervisor)
            .ThenRefused("caseFile.notReadyToClose", Rule.R3).Missing.ShouldBe(["questions", "referrals"]);
        story.When(new AnswerCaseQuestion(Doing.Id(2), Doing.Words("Not sent yet.")), Around.Owner)
            .When(new CloseCaseFile(null), Around.Supervisor)
            .ThenRefused("caseFile.notReadyToClose", Rule.R3).Missing.ShouldBe(["referrals"]);
    }

    [Fact]
    [Trait("Rule", "R2")]
    public void A_call_log_is_corrected_beside_the_first_and_never_taken_away()
    {
        var story = FileStory.Opened().When(Doing.Log(1, ContactMode.Phone), Around.Owner)
            .When(Doing.Correct(2, 1), Around.Owner).When(Doing.Log(1), Around.Owner);
        story.ThenAlreadySo();
        story.History.Select(entry => entry.Event.GetType().Name)
            .ShouldBe(["CaseFileOpened", "ContactLogged", "ContactCorrected"]);
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void A_cry_for_help_raises_by_itself_and_an_e_mail_is_no_answer()
    {
        var cry = Doing.Log(1, ContactMode.Message, reached: true, band: Band.Within4Hours);
        var story = FileStory.Opened().When(cry, Around.Owner);
        var raised = EscalationToRaise.In(story.Last.Events, story.Before, Around.Owner.Person).ShouldNotBeNull();
        (raised.Id, raised.CaseFile, raised.Band).ShouldBe((Doing.Id(1), Doing.Code, Band.Within4Hours));
        story.When(Doing.Log(2, ContactMode.Message), Around.Owner).State.SpokenWith.ShouldBeFalse();
        story.When(Doing.Resolve(), Around.Owner).When(new CloseCaseFile(null), Around.Supervisor)
            .ThenRefused("caseFile.notReadyToClose", Rule.R3).Missing.ShouldBe(["escalations"]);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Nobody_who_goes_leaves_the_file_with_nobody()
    {
        var story = FileStory.Opened().When(Voicemail, Around.Coordinator)
            .When(new TakeFromPerson(Around.Owner.Person));
        var item = CaseFile.OpenItems(Doing.Id(9), story.State).Single();
        (item.Owner, item.NextWakeUp > story.Now).ShouldBe((Around.Duty.Person, true));
    }
}
