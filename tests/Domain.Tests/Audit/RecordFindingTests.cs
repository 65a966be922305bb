using Safeguard.Domain.Audit;

namespace Safeguard.Domain.Tests.Audit;

/// <summary>What an auditor finds stands in the auditor's own stream, and names the event that it is about.</summary>
[Trait("Rule", "R24")]
public sealed class RecordFindingTests
{
    [Theory]
    [InlineData(null)]
    [InlineData(1)]
    [InlineData(7)]
    public void A_finding_is_about_the_record_or_one_event_of_it(int? number) =>
        Decide(Auditing.Find(number)).ShouldHappen(new FindingRecorded(
            Auditing.Auditor.Person, Auditing.Id, Auditing.Records[0], FindingKind.Concern, Auditing.Words, number));

    [Theory]
    [InlineData(0)]
    [InlineData(8)]
    public void An_event_that_the_record_does_not_have_cannot_be_named(int number) => Decide(Auditing.Find(number))
        .ShouldBeRefused("audit.noSuchEvent", Rule.R24, RejectionKind.SaysNothing).Missing.ShouldBe(["event"]);

    [Fact]
    public void Both_a_kind_and_words_are_needed_and_each_missing_one_is_named()
    {
        Decide(Auditing.Find() with { Kind = null, Words = null })
            .ShouldBeRefused("audit.findingSaysTooLittle", Rule.R24, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["kind", "words"]);
        Decide(Auditing.Find() with { Kind = null }).Rejection!.Missing.ShouldBe(["kind"]);
        Decide(Auditing.Find() with { Words = null }).Rejection!.Missing.ShouldBe(["words"]);
    }

    [Fact]
    public void Nothing_is_found_in_what_is_not_there() => Decide(Auditing.Find() with { Events = 0 })
        .ShouldBeRefused("audit.noRecord", Rule.R24, RejectionKind.NotThere);

    [Fact]
    public void Only_auditors_record_findings() =>
        RecordFinding.Decide(Auditing.Find(), Auditing.Empty, Auditing.Coordinator)
            .ShouldBeRefused("audit.notAuditor", Rule.R24, RejectionKind.RoleMayNot);

    [Fact]
    public void The_same_finding_twice_is_one() => RecordFinding.Decide(
        Auditing.Find(), Auditing.After(Decide(Auditing.Find())), Auditing.Auditor).ShouldBeAlreadySo();

    private static Decision<AuditEvent> Decide(RecordFinding command) =>
        RecordFinding.Decide(command, Auditing.Empty, Auditing.Auditor);
}
