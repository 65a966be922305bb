using System.Net.Http.Json;
using System.Text.Json;
using Safeguard.EventStore;
using Safeguard.TestSupport;

namespace Safeguard.Simulation.Tests;

/// <summary>
/// The worst ten minutes: forty crises after one death, with a rota that has gaps, the mail server down and one node of
/// two killed. Seeded; the long form (<c>SAFEGUARD_LONG=1</c>) runs many seeds.
/// </summary>
public sealed class WorstTenMinutesTests
{
    private const int Crises = 40;
    private static readonly int Seeds = Environment.GetEnvironmentVariable("SAFEGUARD_LONG") == "1" ? 20 : 1;

    /// <summary>What a killed node may delay: the lease on the wake-ups it held.</summary>
    private static readonly TimeSpan LeaseOfADeadNode = TimeSpan.FromSeconds(31);

    [Fact, Trait("Rule", "R5"), Trait("Rule", "R1"), Trait("Rule", "R12")]
    public async Task Forty_crises_are_all_acknowledged_or_still_paging_and_every_rung_came_at_its_time()
    {
        for (var run = 0; run < Seeds; run++) await SimulateAsync(run == 0 ? 20261120 : Random.Shared.Next());
    }

    private static async Task SimulateAsync(int seed)
    {
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        var installation = await Installation.CreateAsync(await PostgresCluster.SharedAsync());
        // A closed port: every page by mail fails, and nothing may wait for it.
        installation.Environment["SAFEGUARD_SMTP_HOST"] = "127.0.0.1";
        installation.Environment["SAFEGUARD_SMTP_PORT"] = "9";
        await using var doomed = await SafeguardNode.StartAsync(installation);
        await using var survivor = await SafeguardNode.StartAsync(installation);
        var raised = await RaiseForTenMinutesAsync(random, doomed, survivor);
        raised.Count.ShouldBe(Crises, $"seed {seed}");

        var acknowledged = await AcknowledgeSomeAsync(random, survivor, raised);
        var closed = await CloseSomeAsync(survivor, acknowledged);
        await survivor.AdvanceAsync(TimeSpan.FromMinutes(50));

        await using var database = new InstitutionDatabase(installation.Options);
        await using var log = new PostgresEventLog(database);
        foreach (var id in raised)
        {
            var events = await log.ReadStreamAsync(id, 0, TestContext.Current.CancellationToken);
            var history = Crisis.Of(events);
            history.RaisedOnce.ShouldBeTrue($"seed {seed}, {id}");
            (history.IsAnswered || history.LastPage > await survivor.NowAsync() - TimeSpan.FromMinutes(16))
                .ShouldBeTrue($"seed {seed}, {id}: neither acknowledged nor still paging");
            history.PagesAfterTheEnd.ShouldBe(0, $"seed {seed}, {id}");
            history.LatestRung(LeaseOfADeadNode).ShouldBeNull($"seed {seed}, {id}");
        }

        closed.ShouldNotBeEmpty();
        var check = await installation.CheckAsync();
        check.ExitCode.ShouldBe(0, $"seed {seed}: {check.Said}");
    }

    private static async Task<List<Guid>> RaiseForTenMinutesAsync(Random random, SafeguardNode doomed,
        SafeguardNode survivor)
    {
        var raised = new List<Guid>();
        var killAt = random.Next(3, 8);
        for (var minute = 0; minute < 10; minute++)
        {
            var node = minute < killAt && random.Next(2) == 0 ? doomed : survivor;
            for (var n = 0; n < Crises / 10; n++)
            {
                using var supporter = await node.ClientAsync($"we{random.Next(102, 500):0000}");
                var id = new Guid(random.GetItems<byte>([.. Enumerable.Range(0, 256).Select(x => (byte)x)], 16));
                using var answer = await supporter.PutAsJsonAsync($"/api/escalations/{id}",
                    new { emergencyNow = true });
                if (answer.IsSuccessStatusCode) raised.Add(id);
            }

            if (minute < killAt) await doomed.AdvanceAsync(TimeSpan.FromMinutes(1));
            if (minute == killAt)
            {
                var advancing = doomed.AdvanceAsync(TimeSpan.FromMinutes(1));
                await Task.Delay(random.Next(5, 60));
                doomed.Kill();
                await Should.ThrowAsync<Exception>(() => advancing);
            }

            await survivor.AdvanceAsync(TimeSpan.FromMinutes(1));
        }

        return raised;
    }

    /// <summary>A third of them are taken by somebody who was paged.</summary>
    private static async Task<List<(Guid Id, string Person)>> AcknowledgeSomeAsync(
        Random random, SafeguardNode node, List<Guid> raised)
    {
        var taken = new List<(Guid, string)>();
        using var coordinator = await node.ClientAsync("we0007");
        foreach (var id in raised.Where(_ => random.Next(3) == 0))
        {
            var escalation = await coordinator.GetFromJsonAsync<JsonElement>($"/api/escalations/{id}");
            foreach (var person in escalation.GetProperty("ladder")[0].GetProperty("people").EnumerateArray())
            {
                using var paged = await node.ClientAsync(person.GetString()!);
                using var answer = await paged.PostAsJsonAsync($"/api/escalations/{id}/acknowledgement", new { });
                if (answer.IsSuccessStatusCode) taken.Add((id, person.GetString()!));
            }
        }

        return taken;
    }

    /// <summary>Half of those are brought to their end.</summary>
    private static async Task<List<Guid>> CloseSomeAsync(SafeguardNode node, List<(Guid Id, string Person)> taken)
    {
        var closed = new List<Guid>();
        foreach (var (id, person) in taken.Where((_, place) => place % 2 == 0))
        {
            using var client = await node.ClientAsync(person);
            var at = $"/api/escalations/{id}";
            (await client.PostAsJsonAsync($"{at}/contact", new { mode = "inPerson" })).EnsureSuccessStatusCode();
            (await client.PostAsJsonAsync($"{at}/safe-for-now",
                new { summary = "With a friend." })).EnsureSuccessStatusCode();
            using var read = await client.GetAsync(at);
            using var close = new HttpRequestMessage(HttpMethod.Post, $"{at}/closure")
            {
                Content = JsonContent.Create(new
                {
                    summary = "s",
                    followUp = "f",
                    decisions = new[] { new { decision = "d", reason = "r" } },
                    outcome = "o",
                    told = new[] { "nobody" },
                }),
            };
            close.Headers.TryAddWithoutValidation("If-Match", read.Headers.ETag!.ToString());
            using var answer = await client.SendAsync(close);
            answer.EnsureSuccessStatusCode();
            closed.Add(id);
        }

        return closed;
    }
}
