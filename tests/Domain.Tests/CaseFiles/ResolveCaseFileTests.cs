using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.CaseFiles;

[Trait("Rule", "R23")]
public sealed class ResolveCaseFileTests
{
    private static readonly ResolveCaseFile Nothing = new(null, null, null, null, [], null, []);

    [Fact]
    public void The_owner_resolves_and_a_second_person_is_asked_to_close_within_five_working_days()
    {
        var story = FileStory.Opened().When(Doing.Resolve(), Around.Owner).Then(new CaseFileResolved(
            Around.Owner.Person, ResolutionReason.SupportComplete, null, Doing.Words("Summary."),
            Doing.Words("Follow-up."), [new(Doing.Words("Decision."), Doing.Words("Reason."))],
            Doing.Words("Outcome."), [Doing.Words("Told.")], Around.Supervisor.Person, NextMonday));
        CaseFile.OpenItems(Doing.Id(9), story.State).Select(item => (item.Kind, item.Owner)).ShouldBe(
            [("caseFile", Around.Owner.Person), ("closing", Around.Supervisor.Person)]);
        story.When(Doing.Resolve(), Around.Owner).ThenAlreadySo();
    }

    private static DateTimeOffset NextMonday { get; } = FileStory.MondayNoon.AddDays(7);

    [Fact]
    [Trait("Rule", "R20")]
    public void Each_part_of_the_record_that_is_missing_is_named()
    {
        FileStory.Opened().When(Nothing, Around.Owner).ThenRefused("caseFile.resolutionIncomplete", Rule.R20)
            .Missing.ShouldBe(["reason", "summary", "followUp", "decisions", "outcome", "told"]);
        var half = Doing.Resolve(ResolutionReason.Duplicate) with { Decisions = [new(null, null)] };
        FileStory.Opened().When(half, Around.Owner).ThenRefused("caseFile.resolutionIncomplete", Rule.R20)
            .Missing.ShouldBe(["duplicateOf", "decisions[0].decision", "decisions[0].reason"]);
    }

    [Fact]
    public void Only_the_owner_resolves() =>
        FileStory.Opened().When(Doing.Resolve(), Around.Supervisor)
            .ThenRefused("caseFile.role", Rule.R4, RejectionKind.RoleMayNot);

    [Theory]
    [InlineData("WX-2222", true, null)]
    [InlineData("WX-2222", false, "caseFile.duplicateUnknown")]
    [InlineData(Doing.Code, true, "caseFile.duplicateUnknown")]
    public void A_duplicate_names_another_file_that_exists(string code, bool exists, string? refusal)
    {
        var story = exists ? FileStory.Opened().WithDuplicate() : FileStory.Opened();
        story.When(Doing.Resolve(ResolutionReason.Duplicate, code), Around.Owner);
        if (refusal is not null) story.ThenRefused(refusal, Rule.R23);
        else story.Last.Events.Single().ShouldBeOfType<CaseFileResolved>().DuplicateOf.ShouldBe(code);
    }

    [Fact]
    public void Another_reason_keeps_no_other_files_code() =>
        FileStory.Opened().When(Doing.Resolve(duplicateOf: "WX-2222"), Around.Owner)
            .Last.Events.Single().ShouldBeOfType<CaseFileResolved>().DuplicateOf.ShouldBeNull();

    [Theory]
    [InlineData("phone 0, phone 1, e-mail 2", true)]
    [InlineData("phone 0, phone 1, phone 2", false)]
    [InlineData("phone 0, e-mail 0, e-mail 1", false)]
    [InlineData("phone 0, e-mail 1", false)]
    [InlineData("phone 0, e-mail 1, met 2", false)]
    [InlineData("phone 0, e-mail 1, met 2, e-mail 3", true)]
    [InlineData("e-mail 0, text 1, e-mail 2", true)]
    public void Could_not_be_reached_takes_three_attempts_over_two_channels_on_different_days(string tried, bool enough)
    {
        var story = FileStory.Opened().At(24 * 4);
        foreach (var (attempt, id) in tried.Split(", ").Select((attempt, id) => (attempt.Split(' '), id)))
            story.When(Attempt(id + 1, attempt[0], int.Parse(attempt[1])), Around.Owner);
        story.When(Doing.Resolve(ResolutionReason.CouldNotBeReached), Around.Owner);
        if (enough) story.Last.Events.Single().ShouldBeOfType<CaseFileResolved>();
        else story.ThenRefused("caseFile.notTriedEnough", Rule.R23).Missing.ShouldBe(["attempts"]);
    }

    [Fact]
    public void Who_is_asked_to_close_is_never_who_resolved_it()
    {
        FileStory.Opened().With(Around.Circle with { Gone = [Around.Supervisor.Person] })
            .When(Doing.Resolve(), Around.Owner).State.Closing!.Of.ShouldBe(Around.Duty.Person);
        FileStory.Opened().When(new TakeFromPerson(Around.Owner.Person)).When(Doing.Resolve(), Around.Duty)
            .State.Closing!.Of.ShouldBe(Around.Deputy.Person);
    }

    [Fact]
    public void Not_closed_in_time_it_is_asked_for_again_and_the_Coordinator_hears_of_it()
    {
        var story = FileStory.Opened().When(Doing.Resolve(), Around.Owner).Until(24 * 9);
        var told = story.History.Select(entry => entry.Event).ToList();
        told.OfType<CaseDeadlineMissed>().Single().Told
            .ShouldBe([Around.Supervisor.Person, Around.Coordinator.Person]);
        told.OfType<CaseReminderSent>().Select(reminder => reminder.To.Single())
            .ShouldBe([Around.Supervisor.Person, Around.Supervisor.Person]);
    }

    private static LogContact Attempt(int id, string how, int day) =>
        how switch
        {
            "phone" => Doing.Log(id, ContactMode.Phone, reached: false),
            "e-mail" => Doing.Log(id, ContactMode.Message),
            "text" => Doing.Log(id, ContactMode.Message, channel: Channel.Text),
            _ => Doing.Log(id),
        } with
        { OccurredAt = FileStory.MondayNoon.AddDays(day) };
}
