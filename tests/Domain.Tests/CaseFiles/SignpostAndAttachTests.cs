using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.CaseFiles;

[Trait("Rule", "R22")]
public sealed class SignpostAndAttachTests
{
    private static readonly Service Nightline = new(
        "nightline", new("Nightline", ServiceKind.StudentGroup, Inside: true, "0000", null, Urgent: false), false);

    private static readonly AddSignpost Signpost = new(Doing.Id(1), "nightline", null);

    private static readonly AttachToFile Voicemail =
        new(Doing.Id(2), Channel.Voicemail, Doing.Words("A parent."), Doing.Words("Please call."));

    [Fact]
    public void A_signpost_asks_for_no_consent_even_where_it_was_refused()
    {
        FileStory.Opened().WithService(Nightline, isOpen: true)
            .When(new RecordConsent(ConsentTo.Referral, Given: false, null), Around.Owner)
            .When(Signpost, Around.Owner)
            .Then(new Signposted(Doing.Id(1), "nightline", WhileClosed: false, OpenInstead: null, null))
            .When(Signpost, Around.Owner).ThenAlreadySo();
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, false)]
    [InlineData(null, false)]
    public void A_closed_service_warns_and_names_an_open_one_and_blocks_nothing(bool? isOpen, bool warns) =>
        FileStory.Opened().WithService(Nightline, isOpen).When(Signpost, Around.Owner)
            .Then(new Signposted(Doing.Id(1), "nightline", warns, warns ? "nightline" : null, null));

    [Fact]
    public void A_service_that_the_directory_does_not_list_is_no_signpost()
    {
        FileStory.Opened().When(Signpost, Around.Owner)
            .ThenRefused("caseFile.serviceNotListed", Rule.R22, RejectionKind.SaysNothing);
        FileStory.Opened().WithService(Nightline with { Withdrawn = true }, null).When(Signpost, Around.Owner)
            .ThenRefused("caseFile.serviceNotListed", Rule.R22, RejectionKind.SaysNothing);
    }

    [Fact]
    [Trait("Rule", "R3")]
    public void Whoever_may_know_of_the_file_attaches_to_it_and_its_owner_is_told() =>
        FileStory.Opened().When(Voicemail, Around.Coordinator)
            .Then(new ReceivedAttached(
                Doing.Id(2), Channel.Voicemail, Doing.Words("A parent."), Doing.Words("Please call."),
                Around.Owner.Person))
            .When(Voicemail, Around.Coordinator).ThenAlreadySo()
            .When(Voicemail with { Id = Doing.Id(3) }, Around.Other)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);

    [Fact]
    [Trait("Rule", "R13")]
    public void A_Senior_Member_of_the_panel_attaches_what_reached_them_and_reads_nothing_for_it()
    {
        var story = FileStory.Opened().When(Voicemail, Around.Duty);
        story.Last.Events.Count.ShouldBe(1);
        CaseFileAccess.MaySeeState(Around.Duty, story.State, story.Circle).ShouldBeFalse();
        foreach (var closedToThem in new[]
        {
            FileStory.Empty.When(Voicemail, Around.Duty),
            FileStory.Opened().When(Voicemail, Around.LawSenior),
            FileStory.Opened().With(Around.Circle with { Conflicted = [Around.Duty.Person] })
                .When(Voicemail, Around.Duty),
            FileStory.Opened().When(Doing.Restrict([Around.Deputy]), Around.Coordinator).When(Voicemail, Around.Duty),
        })
            closedToThem.ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
    }

    [Fact]
    [Trait("Rule", "R20")]
    public void Who_it_came_from_and_what_it_says_are_asked_for() =>
        FileStory.Opened().When(Voicemail with { From = null, Words = null }, Around.Owner)
            .ThenRefused("caseFile.wordsMissing", Rule.R20, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["from", "words"]);
}
