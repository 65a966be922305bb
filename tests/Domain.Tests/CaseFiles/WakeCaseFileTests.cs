using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>WakeCaseFile and ExplainCaseDeadline.</summary>
[Trait("Rule", "R4")]
public sealed class WakeCaseFileTests
{
    private const double Day = 24;

    [Fact]
    public void Without_contact_for_a_fortnight_the_owner_is_asked_to_look_at_it_again_and_again()
    {
        var story = FileStory.Opened().Until(29 * Day);
        Told(story).ShouldBe(["14: Review to ida", "28: Review to ida"]);
        story.When(new WakeCaseFile()).ThenAlreadySo();
    }

    [Fact]
    public void A_contact_starts_the_fortnight_anew_and_so_does_a_new_owner()
    {
        Told(FileStory.Opened().At(10 * Day).When(Doing.Log(1), Around.Owner).Until(25 * Day))
            .ShouldBe(["24: Review to ida"]);
        Told(FileStory.Opened().At(10 * Day)
            .When(new ReassignCaseFile(Around.Other.Person, Doing.Words()), Around.Coordinator).Until(25 * Day))
            .ShouldBe(["24: Review to ben"]);
    }

    [Fact]
    [Trait("Rule", "R29")]
    public void The_times_are_those_of_the_policy_by_which_it_was_opened()
    {
        var weekly = Policy.Default with { ReviewCaseFileEvery = TimeSpan.FromDays(7) };
        Told(FileStory.Empty.With(weekly).When(Doing.Open(), Around.Owner).With(Policy.Default).Until(8 * Day))
            .ShouldBe(["7: Review to ida"]);
        Told(FileStory.Opened().With(weekly).Until(8 * Day)).ShouldBeEmpty();
    }

    [Fact]
    public void A_policy_that_forgot_a_number_does_not_make_wake_ups_spin() =>
        FileStory.Empty.With(Policy.Default with { ReviewCaseFileEvery = default, FollowUpEvery = default })
            .When(Doing.Open(), Around.Owner).State.Timings
            .ShouldBe(new CaseTimings(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(1)));

    [Fact]
    [Trait("Rule", "R3")]
    public void A_question_that_is_late_tells_whoever_was_asked_and_the_owner_and_comes_back_every_day() =>
        Told(FileStory.Opened().When(Doing.Ask(1, Around.Duty), Around.Owner).Until(3 * Day)).ShouldBe(
            ["1: Question missed to vera, ida", "2: Question to vera", "3: Question to vera"]);

    [Fact]
    public void An_action_is_late_on_its_day_and_one_without_a_day_only_comes_back() =>
        Told(FileStory.Opened().When(Doing.Act(1, FileStory.MondayNoon.AddDays(2)), Around.Owner)
            .When(Doing.Act(2, owner: Around.Other), Around.Owner).Until(3 * Day)).ShouldBe(
            ["1: Action to ben", "2: Action missed to ida", "2: Action to ben", "3: Action to ida", "3: Action to ben"],
            ignoreOrder: true);

    [Fact]
    [Trait("Rule", "R7")]
    public void A_disclosure_that_is_owed_is_late_after_a_day_and_the_supervisor_hears_of_it()
    {
        Told(FileStory.Opened().When(new RecordInvolvement(Involved.EmergencyServices, null), Around.Owner)
            .Until(2 * Day)).ShouldBe(["1: Disclosure missed to ida, sue", "2: Disclosure to ida"]);
    }

    [Fact]
    [Trait("Rule", "R21")]
    public void Second_names_that_are_owed_are_each_asked_for()
    {
        var crisis = new EscalationOfFile(Doing.Id(8), IsOpen: true, Band.Immediate, Around.Duty.Person);
        var told = Told(FileStory.Opened().With(Around.Circle with { Escalations = [crisis] })
            .When(Doing.Disclose(1, withConsent: false, trustedContact: true), Around.Owner)
            .When(Doing.Disclose(2, withConsent: false, trustedContact: true), Around.Owner).Until(2 * Day));
        told.ShouldBe(
        [
            "1: SecondName missed to ida, sue", "1: SecondName missed to ida, sue", "2: SecondName to ida",
            "2: SecondName to ida",
        ]);
    }

    [Fact]
    public void A_wake_up_that_comes_weeks_late_does_everything_once()
    {
        var story = FileStory.Opened().When(Doing.Ask(1, Around.Duty), Around.Owner).At(60 * Day)
            .When(new WakeCaseFile());
        story.Last.Events.Count.ShouldBe(2, "the question missed and one review");
        (CaseFile.NextWakeUp(story.State)!.Value > story.Now).ShouldBeTrue();
        story.When(new WakeCaseFile()).ThenAlreadySo();
    }

    [Fact]
    [Trait("Rule", "R20")]
    public void A_missed_deadline_is_explained_with_a_reason()
    {
        var story = FileStory.Opened().When(Doing.Ask(1, Around.Duty), Around.Owner).Until(Day);
        var explain = new ExplainCaseDeadline(CaseDeadline.Question, Doing.Id(1), Doing.Words());
        story.When(explain, Around.Owner)
            .Then(new CaseDeadlineExplained(CaseDeadline.Question, Doing.Id(1), Doing.Words()));
        story.When(explain with { Reason = null }, Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R20, RejectionKind.SaysNothing).Missing.ShouldBe(["reason"]);
        story.When(explain with { Item = Doing.Id(2) }, Around.Owner)
            .ThenRefused("caseFile.deadlineNotMissed", Rule.R20);
        story.When(explain, Around.Coordinator).ThenRefused("caseFile.role", Rule.R15, RejectionKind.RoleMayNot);
    }

    /// <summary>What the wake-ups said to whom, by the day.</summary>
    private static IReadOnlyList<string> Told(FileStory story) =>
    [
        .. story.History.Select(entry => (Day: (entry.At - FileStory.MondayNoon).TotalDays, entry.Event switch
        {
            CaseDeadlineMissed e => $"{e.Which} missed to {string.Join(", ", e.Told)}",
            CaseReminderSent e => $"{e.About} to {string.Join(", ", e.To)}",
            _ => "",
        })).Where(told => told.Item2.Length > 0).Select(told => $"{told.Day}: {told.Item2}"),
    ];
}
