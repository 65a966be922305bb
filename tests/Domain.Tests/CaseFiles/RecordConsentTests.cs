using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Tests.CaseFiles;

[Trait("Rule", "R7")]
public sealed class RecordConsentTests
{
    private static readonly RecordConsent Yes = new(ConsentTo.Referral, Given: true, Doing.Words("On the phone."));

    [Fact]
    public void The_last_word_on_a_thing_counts_and_every_one_stays()
    {
        var story = FileStory.Opened().When(Yes, Around.Owner).Then(new ConsentRecorded(Yes.To, true, Yes.How))
            .At(5).When(Yes with { Given = false }, Around.Owner);
        story.State.ConsentFor(ConsentTo.Referral)
            .ShouldBe(new Consent(ConsentTo.Referral, false, Yes.How, FileStory.MondayNoon.AddHours(5)));
        story.State.ConsentFor(ConsentTo.TrustedContact).ShouldBeNull();
        story.History.Count(entry => entry.Event is ConsentRecorded).ShouldBe(2);
    }

    [Fact]
    public void The_same_again_is_already_so() =>
        FileStory.Opened().When(Yes, Around.Owner).When(Yes, Around.Supervisor).ThenAlreadySo();

    [Fact]
    public void Only_who_reads_the_file_records_it() =>
        FileStory.Opened().When(Yes, Around.Other)
            .ThenRefused("caseFile.notThere", Rule.R15, RejectionKind.NotThere);
}
