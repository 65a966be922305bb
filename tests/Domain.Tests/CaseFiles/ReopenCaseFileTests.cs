using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

/// <summary>ReopenCaseFile, LinkEscalation, UnlinkEscalation, LinkReferral and UnlinkReferral.</summary>
[Trait("Rule", "R3")]
public sealed class ReopenCaseFileTests
{
    private static readonly ReopenCaseFile Reopen = new(Doing.Words());

    [Fact]
    public void Reopened_by_hand_it_acts_as_open_with_a_new_look_in()
    {
        var story = FileStory.Closed().At(100).When(Reopen, Around.Owner);
        (story.State.State, story.State.ReviewAt, story.State.ResolvedBy, story.State.ClosedBy).ShouldBe(
            (CaseFileState.Reopened, FileStory.MondayNoon.AddHours(100 + (14 * 24)), null, null));
        story.When(Reopen, Around.Owner).ThenAlreadySo();
    }

    [Theory]
    [InlineData("ida")]
    [InlineData("sue")]
    [InlineData("cass")]
    public void Whoever_reads_it_or_a_Coordinator_reopens_it(string person) =>
        FileStory.Closed().When(Reopen, Around.Known(new(person))).State.State.ShouldBe(CaseFileState.Reopened);

    [Fact]
    public void Nobody_else_does_and_not_without_a_reason()
    {
        FileStory.Closed().When(Reopen, Around.Duty)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
        FileStory.Closed().When(Reopen, Around.DataProtection)
            .ThenRefused("caseFile.role", Rule.R15, RejectionKind.RoleMayNot);
        FileStory.Closed().When(new ReopenCaseFile(null), Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R3, RejectionKind.SaysNothing).Missing.ShouldBe(["reason"]);
    }

    [Fact]
    public void A_Coordinator_with_a_conflict_does_not_even_know_of_it() =>
        FileStory.Closed().With(Around.Circle with { Conflicted = [Around.Coordinator.Person] })
            .When(Reopen, Around.Coordinator).ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);

    [Fact]
    public void Sent_back_by_who_was_to_close_it_it_is_open_and_nobody_is_asked_to_close()
    {
        var story = FileStory.Resolved().When(Reopen, Around.Supervisor);
        (story.State.State, story.State.Closing).ShouldBe((CaseFileState.Reopened, null));
        story.When(Doing.Resolve(), Around.Owner).State.State.ShouldBe(CaseFileState.Resolved);
    }

    [Fact]
    public void A_new_urgent_contact_on_a_closed_file_opens_it_and_tells_last_owner_and_duty()
    {
        var story = FileStory.Closed().When(new LinkEscalation(Doing.Id(1)));
        var reopened = story.Last.Events[^1].ShouldBeOfType<CaseFileReopened>();
        (reopened.Reason, reopened.Owner).ShouldBe((ReopenReason.NewEscalation, Around.Owner.Person));
        reopened.Told.ShouldBe([Around.Owner.Person, Around.Duty.Person]);
        CaseFileAccess.MayRead(Around.Duty, story.State, story.Circle).ShouldBeTrue("told, and so may look");
        CaseFileAccess.MayRead(Around.Deputy, story.State, story.Circle).ShouldBeFalse();
    }

    [Fact]
    public void An_urgent_contact_that_opens_again_is_linked_again()
    {
        var story = FileStory.Opened().When(new LinkEscalation(Doing.Id(1))).When(new LinkEscalation(Doing.Id(1)));
        story.ThenAlreadySo();
        story.When(new UnlinkEscalation(Doing.Id(1))).When(new UnlinkEscalation(Doing.Id(1))).ThenAlreadySo();
        story.When(new LinkEscalation(Doing.Id(1))).Then(new EscalationLinked(Doing.Id(1)));
        story.State.Escalations.ShouldBe([new(Doing.Id(1), IsOpen: true)]);
    }

    [Fact]
    [Trait("Rule", "R22")]
    public void A_referral_is_linked_once_and_ended_once()
    {
        var story = FileStory.Opened().When(new LinkReferral(Doing.Id(1))).Then(new ReferralLinked(Doing.Id(1)));
        story.When(new LinkReferral(Doing.Id(1))).ThenAlreadySo();
        story.When(new UnlinkReferral(Doing.Id(1))).Then(new ReferralUnlinked(Doing.Id(1)));
        story.When(new UnlinkReferral(Doing.Id(1))).ThenAlreadySo();
        story.When(new LinkReferral(Doing.Id(1))).ThenAlreadySo();
    }

    [Fact]
    [Trait("Rule", "R22")]
    public void A_referral_is_linked_whatever_else_its_id_was_used_for() =>
        FileStory.Opened().When(Doing.Act(1, done: true), Around.Owner).When(new LinkReferral(Doing.Id(1)))
            .Then(new ReferralLinked(Doing.Id(1)));

    [Fact]
    [Trait("Rule", "R5")]
    public void A_referral_in_a_crisis_is_linked_with_the_urgent_contact_that_it_raises()
    {
        var story = FileStory.Opened().When(new LinkReferral(Doing.Id(1), Doing.Id(2)))
            .Then(new ReferralLinked(Doing.Id(1)), new EscalationLinked(Doing.Id(2)));
        story.When(new LinkEscalation(Doing.Id(2))).ThenAlreadySo();
        FileStory.Closed().When(new LinkReferral(Doing.Id(1), Doing.Id(2)))
            .Last.Events.OfType<CaseFileReopened>().Single().Reason.ShouldBe(ReopenReason.NewReferral);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Where_the_last_owner_has_gone_another_has_it()
    {
        var story = FileStory.Closed().With(Around.Circle with { Gone = [Around.Owner.Person] })
            .When(new LinkEscalation(Doing.Id(1)));
        (story.State.Owner, story.State.Supporter).ShouldBe((Around.Duty.Person, null));
    }

    [Fact]
    [Trait("Rule", "R9")]
    public void Where_the_last_owner_lapsed_they_have_it_and_a_Coordinator_looks_for_another()
    {
        var story = FileStory.Closed().With(Around.Circle with { OwnerMayNotTakeOnWork = true })
            .When(Reopen, Around.Owner);
        story.State.Owner.ShouldBe(Around.Owner.Person);
        story.State.HandoverTask!.Of.ShouldBe(Around.Coordinator.Person);
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void Nobody_with_a_conflict_is_told() =>
        FileStory.Closed().With(Around.Circle with { Conflicted = [Around.Duty.Person] })
            .When(Reopen, Around.Owner).State.ToldOfReopening.ShouldBe([Around.Owner.Person]);
}
