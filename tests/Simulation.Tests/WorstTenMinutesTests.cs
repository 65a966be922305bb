using Safeguard.EventStore;
using Safeguard.TestSupport;

namespace Safeguard.Simulation.Tests;

/// <summary>
/// The worst ten minutes: forty crises after one death, with a rota that has a gap, the mail server down, the clock
/// moved and one node of two killed in the middle of climbing ladders. Seeded; the long form adds seeds of its own.
/// </summary>
public sealed class WorstTenMinutesTests
{
    /// <summary>
    /// What a killed node may delay: the lease on the wake-ups it held, and the look that finds them.
    /// </summary>
    private static readonly TimeSpan LeaseOfADeadNode = TimeSpan.FromSeconds(40);

    /// <summary>What a busy machine may delay between two moves of the clock. The watchdog allows 60 s.</summary>
    private static readonly TimeSpan Busy = TimeSpan.FromSeconds(20);

    /// <summary>The seed, and whether the append that the dead node had sent is stored after its death.</summary>
    public static TheoryData<int, bool> Nights()
    {
        var nights = new TheoryData<int, bool> { { 20261120, true }, { 20261121, false } };
        for (var more = 0; LongForm.Asked && more < 20; more++) nights.Add(Random.Shared.Next(), more % 2 == 0);
        return nights;
    }

    [Theory, MemberData(nameof(Nights)), Trait("Rule", "R5"), Trait("Rule", "R1"), Trait("Rule", "R12")]
    public async Task Forty_crises_are_all_acknowledged_or_still_paging_and_every_rung_came_at_its_time(
        int seed, bool lastWordIsStored)
    {
        var installation = await Installation.CreateAsync(await PostgresCluster.SharedAsync());
        // A closed port: every page by mail fails, and nothing may wait for it.
        installation.Environment["SAFEGUARD_SMTP_HOST"] = "127.0.0.1";
        installation.Environment["SAFEGUARD_SMTP_PORT"] = "9";
        await using var doomed = await SafeguardNode.StartAsync(installation);
        await using var survivor = await SafeguardNode.StartAsync(installation);
        await using var institution = TestInstitution.Of(installation.Options);
        var night = new Night(new Random(seed), institution, doomed, survivor);

        await night.TenMinutesAsync(lastWordIsStored);
        await night.AcknowledgeSomeAsync();
        await night.CloseSomeAsync();
        await survivor.AdvanceAsync(TimeSpan.FromMinutes(50));
        var now = await survivor.NowAsync();

        var (answered, stillPaging, gaps, mailFailed) = (0, 0, 0, 0);
        night.Raised.Count.ShouldBe(Night.Crises);
        night.HeldByTheDead.ShouldNotBeEmpty();
        foreach (var id in night.Raised)
        {
            var crisis = Crisis.Of(await institution.Log.ReadStreamAsync(id, 0, CancellationToken.None));
            var tolerance = night.HeldByTheDead.Contains(id) ? LeaseOfADeadNode : Busy;
            crisis.RaisedOnce.ShouldBeTrue($"{id}");
            crisis.WrongTurn(now, tolerance).ShouldBeNull($"{id}");
            crisis.PagesAfterTheEnd.ShouldBe(0, $"{id}");
            if (crisis.AcknowledgedAt is not null) answered++;
            if (crisis.IsStillPaging(now, tolerance)) stillPaging++;
            if (crisis.HadAGap) gaps++;
            // Of one that was closed before its mail was tried again nothing more is written down.
            if (crisis.HadMailFail || night.Closed.Contains(id)) mailFailed++;
        }

        (answered + stillPaging).ShouldBe(Night.Crises, $"{answered} acknowledged and {stillPaging} still paging");
        answered.ShouldBe(night.Taken.Count);
        night.Closed.ShouldNotBeEmpty();
        gaps.ShouldBeInRange(night.RaisedInTheGap, Night.Crises - 1);
        mailFailed.ShouldBe(Night.Crises, "that the mail failed is written down");
        (await new Outbox(institution.Database).CountsAsync(CancellationToken.None)).ShouldSatisfyAllConditions(
            mail => mail.Dead.ShouldBe(0), mail => mail.Waiting.ShouldBePositive());
        // The mail server is down all night: what does not wait any more was cancelled by its closing.
        (await Night.NoLongerInTheMailAsync(institution.Database)).ShouldBeSubsetOf(night.Closed);
        var check = await installation.CheckAsync();
        check.ExitCode.ShouldBe(0, check.Said);
    }
}
