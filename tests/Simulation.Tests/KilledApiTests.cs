using System.Collections.Concurrent;
using System.Net.Http.Json;
using Safeguard.EventStore;
using Safeguard.TestSupport;

namespace Safeguard.Simulation.Tests;

/// <summary>
/// The server is killed again and again while sixteen people write: what was answered is there, once; what was sent
/// again arrived once.
/// </summary>
public sealed class KilledApiTests
{
    private const int Writers = 16;
    private static readonly int Kills = Environment.GetEnvironmentVariable("SAFEGUARD_LONG") == "1" ? 20 : 2;

    /// <summary>Answers given between one kill and the next.</summary>
    private const int Between = 2 * Writers;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Fact, Trait("Rule", "R1")]
    public async Task Nothing_that_was_answered_is_lost_or_doubled_when_the_server_is_killed_under_load()
    {
        var installation = await Installation.CreateAsync(await PostgresCluster.SharedAsync());
        var acknowledged = new ConcurrentDictionary<Guid, string>();
        var node = await SafeguardNode.StartAsync(installation);
        var address = node;
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(n => WriteAsync(n, () => address, acknowledged,
            stop.Token)).ToList();
        for (var kill = 0; kill < Kills; kill++)
        {
            await AnsweredAsync(acknowledged, (kill + 1) * Between);
            node.Kill();
            await node.DisposeAsync();
            address = node = await SafeguardNode.StartAsync(installation);
        }

        await AnsweredAsync(acknowledged, (Kills + 1) * Between);
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await node.DisposeAsync();

        await using var database = new InstitutionDatabase(installation.Options);
        await using var log = new PostgresEventLog(database);
        foreach (var id in acknowledged.Keys)
        {
            var events = await log.ReadStreamAsync(id, 0, TestContext.Current.CancellationToken);
            events.Count(e => e.Type == "escalation_raised").ShouldBe(1, $"{id} was answered");
            events.Count(e => e.Type == "addition_made").ShouldBe(0, $"{id} was sent again with the same words");
        }

        var check = await installation.CheckAsync();
        check.ExitCode.ShouldBe(0, check.Said);
    }

    private static async Task AnsweredAsync(ConcurrentDictionary<Guid, string> acknowledged, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (acknowledged.Count < count) await Task.Delay(20, patience.Token);
    }

    /// <summary>
    /// Raises one after another; one without an answer is sent again, with the same id, until it has one.
    /// </summary>
    private static async Task WriteAsync(
        int writer, Func<SafeguardNode> node, ConcurrentDictionary<Guid, string> acknowledged, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            var id = Guid.CreateVersion7();
            while (!acknowledged.ContainsKey(id))
            {
                try
                {
                    using var client = await node().ClientAsync($"we{102 + writer:0000}");
                    using var answer = await client.PutAsJsonAsync(
                        $"/api/escalations/{id}", new { what = $"Sent by {writer}." }, CancellationToken.None);
                    if (answer.IsSuccessStatusCode) acknowledged[id] = await answer.Content.ReadAsStringAsync(
                        CancellationToken.None);
                }
                catch (Exception gone) when (gone is HttpRequestException or IOException
                    or OperationCanceledException or ObjectDisposedException)
                {
                    await Task.Delay(50, CancellationToken.None);
                }

                if (stop.IsCancellationRequested) return;
            }
        }
    }
}
