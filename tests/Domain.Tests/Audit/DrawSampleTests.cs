using Safeguard.Domain.Audit;

namespace Safeguard.Domain.Tests.Audit;

/// <summary>A sample can be drawn again by anybody: the same seed over the same records draws the same.</summary>
[Trait("Rule", "R24")]
public sealed class DrawSampleTests
{
    [Fact]
    public void The_same_seed_draws_the_same_whatever_order_the_records_come_in()
    {
        var drawn = Decide(Auditing.Draw()).Drawn();
        drawn.Distinct().Count().ShouldBe(5);
        drawn.ShouldBeSubsetOf(Auditing.Records);
        Decide(Auditing.Draw() with { Records = [.. Auditing.Records.Reverse(), .. Auditing.Records] })
            .Drawn().ShouldBe(drawn);
        Decide(Auditing.Draw(seed: 2027)).Drawn().ShouldNotBe(drawn);
    }

    [Fact]
    public void A_sample_of_a_seed_is_the_same_in_ten_years() =>
        SeededDraw.Draw([.. Enumerable.Range(1, 10)], seed: 2026, size: 4).ShouldBe([2, 10, 9, 7]);

    [Fact]
    public void Each_record_is_drawn_as_often_as_any_other()
    {
        var times = Enumerable.Range(0, 4000)
            .SelectMany(seed => SeededDraw.Draw([.. Enumerable.Range(0, 10)], seed, size: 3))
            .CountBy(record => record).Select(counted => counted.Value).ToList();
        times.Count.ShouldBe(10);
        // 1,200 each; five times the standard deviation of 29 to either side.
        times.ShouldAllBe(count => count > 1055 && count < 1345);
    }

    [Fact]
    public void Fewer_than_asked_for_are_all_drawn_and_how_many_there_were_is_said()
    {
        var drawn = (SampleDrawn)Decide(Auditing.Draw(size: 100)).Events.Single();
        drawn.Items.ShouldBe(Auditing.Records, ignoreOrder: true);
        (drawn.OutOf, drawn.Size, drawn.Seed).ShouldBe((40, 100, 2026));
    }

    [Fact]
    public void Drawn_already_draws_no_more() => DrawSample.Decide(
        Auditing.Draw(seed: 1), Auditing.After(Decide(Auditing.Draw())), Auditing.Auditor).ShouldBeAlreadySo();

    [Fact]
    public void Only_auditors_draw() => DrawSample.Decide(Auditing.Draw(), Auditing.Empty, Auditing.Coordinator)
        .ShouldBeRefused("audit.notAuditor", Rule.R24, RejectionKind.RoleMayNot);

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public void None_and_more_than_anybody_reads_are_no_sample(int size) => Decide(Auditing.Draw(size: size))
        .ShouldBeRefused("audit.sampleSize", Rule.R24, RejectionKind.SaysNothing).Missing.ShouldBe(["size"]);

    [Fact]
    public void A_period_that_ends_before_it_begins_is_none() =>
        Decide(Auditing.Draw() with { To = Auditing.From })
            .ShouldBeRefused("audit.period", Rule.R24, RejectionKind.SaysNothing).Missing.ShouldBe(["to"]);

    [Fact]
    public void Where_nothing_began_there_is_nothing_to_draw() =>
        Decide(Auditing.Draw() with { Records = [] }).ShouldBeRefused("audit.nothingToDraw", Rule.R24);

    private static Decision<AuditEvent> Decide(DrawSample command) =>
        DrawSample.Decide(command, Auditing.Empty, Auditing.Auditor);
}
