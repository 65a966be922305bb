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
        await using var server = await RestartedServer.StartAsync(installation);
        await using var writers = new SixteenWriters(() => server.Node);
        for (var kill = 0; kill < Kills; kill++)
        {
            await writers.AnswersAsync();
            await server.KillAsync();
            await server.StartAgainAsync();
        }

        await AllIsThereAsync(installation, writers);
    }

    [Fact, Trait("Rule", "R1"), Trait("Rule", "R4")]
    public async Task Nothing_that_was_answered_is_lost_or_doubled_when_PostgreSQL_is_killed_under_load()
    {
        await using var cluster = await PostgresCluster.StartAsync();
        var installation = await Installation.CreateAsync(cluster);
        await using var server = await RestartedServer.StartAsync(installation);
        await using var institution = TestInstitution.Of(installation.Options);
        (await institution.AsOwnerAsync("select current_setting('fsync') || current_setting('full_page_writes')"))
            .ShouldBe("onon", "a database that flushes nothing would prove nothing");
        await using var writers = new SixteenWriters(() => server.Node);
        for (var kill = 0; kill < Kills; kill++)
        {
            // Every other time the whole machine goes, as in a power cut.
            var serverToo = kill % 2 == 1;
            await writers.AnswersAsync();
            await cluster.KillAsync();
            if (serverToo) await server.KillAsync();
            await cluster.StartServerAsync();
            if (serverToo) await server.StartAgainAsync();
        }

        await AllIsThereAsync(installation, writers);
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

    /// <summary>The one server there is, under whatever process and port it runs at this moment.</summary>
    private sealed class RestartedServer(Installation installation, SafeguardNode first) : IAsyncDisposable
    {
        public SafeguardNode Node { get; private set; } = first;

        public static async Task<RestartedServer> StartAsync(Installation installation) =>
            new(installation, await SafeguardNode.StartAsync(installation));

        public ValueTask KillAsync() => Node.DisposeAsync();

        public async Task StartAgainAsync() => Node = await SafeguardNode.StartAsync(installation);

        public ValueTask DisposeAsync() => Node.DisposeAsync();
    }
}
