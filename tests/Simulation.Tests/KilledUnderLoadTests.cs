using Safeguard.TestSupport;

namespace Safeguard.Simulation.Tests;

/// <summary>
/// The server and PostgreSQL are killed (SIGKILL) again and again while sixteen people write: what was answered is
/// there, once; what was sent again arrived once; and everything open has its owner and its wake-up.
/// </summary>
public sealed class KilledUnderLoadTests
{
    private static readonly int Kills = LongForm.Asked ? 20 : 2;

    [Fact, Trait("Rule", "R1"), Trait("Rule", "R4")]
    public async Task Nothing_that_was_answered_is_lost_or_doubled_when_the_server_is_killed_under_load()
    {
        var installation = await Installation.CreateAsync(await PostgresCluster.SharedAsync());
        var node = await SafeguardNode.StartAsync(installation);
        await using var writers = new SixteenWriters(() => node);
        for (var kill = 0; kill < Kills; kill++)
        {
            await writers.AnswersAsync();
            node.Kill();
            await node.DisposeAsync();
            node = await SafeguardNode.StartAsync(installation);
        }

        await AllIsThereAsync(installation, writers);
        await node.DisposeAsync();
    }

    [Fact, Trait("Rule", "R1"), Trait("Rule", "R4")]
    public async Task Nothing_that_was_answered_is_lost_or_doubled_when_PostgreSQL_is_killed_under_load()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var installation = await Installation.CreateAsync(cluster);
        var node = await SafeguardNode.StartAsync(installation);
        await using var writers = new SixteenWriters(() => node);
        for (var kill = 0; kill < Kills; kill++)
        {
            await writers.AnswersAsync();
            await cluster.KillAsync();
            // Every other time the whole machine goes, as in a power cut.
            if (kill % 2 == 1) await node.DisposeAsync();
            await cluster.StartServerAsync();
            if (kill % 2 == 1) node = await SafeguardNode.StartAsync(installation);
        }

        await AllIsThereAsync(installation, writers);
        var institution = TestInstitution.Of(installation.Options);
        (await institution.AsOwnerAsync("select current_setting('fsync') || current_setting('full_page_writes')"))
            .ShouldBe("onon", "a server that flushes nothing would prove nothing");
        await institution.DisposeAsync();
        await node.DisposeAsync();
    }

    private static async Task AllIsThereAsync(Installation installation, SixteenWriters writers)
    {
        await writers.AnswersAsync();
        await writers.StopAsync();
        await using var institution = TestInstitution.Of(installation.Options);
        await writers.HoldAgainstAsync(institution.Log);
        var check = await installation.CheckAsync();
        check.ExitCode.ShouldBe(0, check.Said);
    }
}
