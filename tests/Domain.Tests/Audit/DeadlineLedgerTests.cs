using Safeguard.Domain.Audit;

namespace Safeguard.Domain.Tests.Audit;

/// <summary>Every deadline from the event that set it to the event that met it, late or in time.</summary>
[Trait("Rule", "R24")]
public sealed class DeadlineLedgerTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_no_longer_runs_before_it_was_due_is_met()
    {
        var entry = DeadlineLedger.Empty.After(1, Noon, [Due(5)]).After(2, At(4), []).Entries.ShouldHaveSingleItem();
        (entry.SetBy, entry.EndedBy, entry.EndedAt).ShouldBe((1, (int?)2, (DateTimeOffset?)At(4)));
        entry.IsMissed(At(60)).ShouldBeFalse();
    }

    [Fact]
    public void What_ends_after_it_was_due_was_missed_by_the_time_between_and_its_reason_is_found()
    {
        var entry = DeadlineLedger.Empty.After(1, Noon, [Due(5)]).Missed(2, At(5), Due(5)).After(3, At(12), [])
            .Explained(4, "AcknowledgeBy", null).Entries.ShouldHaveSingleItem();
        (entry.MissedBy, entry.EndedBy, entry.ExplainedBy).ShouldBe(((int?)2, (int?)3, (int?)4));
        entry.LateBy(At(60)).ShouldBe(TimeSpan.FromMinutes(7));
    }

    [Fact]
    public void What_runs_still_is_late_by_the_moment_that_is_asked_for()
    {
        var entry = DeadlineLedger.Empty.After(1, Noon, [Due(5)]).Entries.Single();
        entry.IsMissed(At(5)).ShouldBeFalse();
        entry.LateBy(At(8)).ShouldBe(TimeSpan.FromMinutes(3));
    }

    [Fact]
    public void It_moves_while_it_can_still_be_met_and_stays_once_it_has_passed()
    {
        var ledger = DeadlineLedger.Empty.After(1, Noon, [Due(240)]).After(2, At(3), [Due(8)]);
        (ledger.Entries.Single().DueBy, ledger.Entries.Single().SetBy).ShouldBe((At(8), 2));
        ledger.After(3, At(8), [Due(60)]).Entries.Single().DueBy.ShouldBe(At(8));
    }

    [Fact]
    public void The_same_deadline_set_again_is_another()
    {
        var ledger = DeadlineLedger.Empty.After(1, Noon, [Due(5)]).After(2, At(4), []).After(3, At(90), [Due(95)]);
        ledger.Entries.Select(entry => entry.SetBy).ShouldBe([1, 3]);
    }

    [Fact]
    public void One_that_is_only_said_to_be_missed_is_missed()
    {
        var entry = DeadlineLedger.Empty.Missed(4, At(60), Due(60) with { Which = "ContactAfterAcknowledging" })
            .Entries.ShouldHaveSingleItem();
        entry.IsMissed(At(60)).ShouldBeTrue();
    }

    private static DateTimeOffset At(int minutes) => Noon.AddMinutes(minutes);

    private static RunningDeadline Due(int minutes) => new("AcknowledgeBy", null, At(minutes));
}
