using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Safeguard.Api.Health;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Health;

/// <summary>What is seen of the product from outside: health, alarms, metrics and traces.</summary>
public sealed class HealthTests
{
    [Fact, Trait("Rule", "R4")]
    public async Task A_projection_that_stands_still_is_seen_everywhere_makes_no_node_unready_and_goes_on_once_mended()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        await AsOwnerAsync(server, "alter table page_log add constraint broken check (false)");
        await supporter.RaisesAsync();

        var stopped = await UntilAsync(server, known => known.Stopped);
        stopped.Lag.ShouldBeGreaterThan(0);
        using var client = server.Client();
        var ready = await client.GetJsonAsync("/health/ready");
        (ready.Status, ready["status"].GetString()).ShouldBe((200, "ready"));
        ready["projections"][0].GetProperty("name").GetString().ShouldBe("page_log");
        ready["projections"][0].GetProperty("stopped").GetBoolean().ShouldBeTrue();
        using var overview = await server.BrowserAsync(Wexcombe.Coordinator);
        (await overview.GetStringAsync("/overview")).ShouldContain("A list stands still: page_log");
        (await MetricsAsync(server))["safeguard.projections.stopped"].ShouldBe(1);

        await AsOwnerAsync(server, "alter table page_log drop constraint broken");
        (await UntilAsync(server, known => known is { Stopped: false, Lag: 0 })).Name.ShouldBe("page_log");
        (await MetricsAsync(server))["safeguard.projections.stopped"].ShouldBe(0);
    }

    [Fact, Trait("Rule", "R4")]
    public async Task A_wake_up_more_than_a_minute_late_is_in_the_body_the_alarms_and_the_metrics()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        await supporter.RaisesAsync();
        foreach (var timer in new Microsoft.Extensions.Hosting.IHostedService[]
        {
            server.Parts.GetRequiredService<Safeguard.Api.WakeUps.WakeUpLoop>(),
            server.Parts.GetRequiredService<Safeguard.Api.WakeUps.Sweep>(),
        })
            await timer.StopAsync(CancellationToken.None);
        server.Parts.GetRequiredService<Clock.ProductClock>().Offset += TimeSpan.FromMinutes(20);

        using var client = server.Client();
        var ready = await client.GetJsonAsync("/health/ready");
        ready.Status.ShouldBe(200);
        var overdue = ready["overdueWakeUps"].GetInt64();
        overdue.ShouldBeGreaterThan(0, "the ladder's, and those of the rotas whose duties nobody confirmed");
        (await MetricsAsync(server))["safeguard.overdue_wake_ups"].ShouldBe(overdue);
        (await MetricsAsync(server))["safeguard.open_items.breaches"].ShouldBe(1);
        using var overview = await server.BrowserAsync(Wexcombe.Coordinator);
        (await overview.GetStringAsync("/overview")).ShouldContain("no owner or no next moment");
    }

    [Fact]
    public async Task Commands_appends_batches_lag_and_wake_ups_are_measured_and_traced()
    {
        var spans = new System.Collections.Concurrent.ConcurrentBag<string>();
        using var traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("Safeguard", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = span => spans.Add(span.OperationName),
        };
        ActivitySource.AddActivityListener(traces);
        using var meter = new Measured();
        await using var server = await SafeguardTestServer.StartAsync();
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        await supporter.RaisesAsync();
        await server.AdvanceAsync("PT11M");
        await server.Parts.GetRequiredService<Watchdog>().LookAsync(CancellationToken.None);

        string[] expected =
        [
            "safeguard.append.batch_size", "safeguard.append.commands", "safeguard.append.duration",
            "safeguard.append.queue", "safeguard.commands", "safeguard.open_items.breaches",
            "safeguard.overdue_wake_ups", "safeguard.projections.lag", "safeguard.projections.stopped",
            "safeguard.wake_ups.fired",
        ];
        expected.Except(meter.Read().Keys).ShouldBeEmpty();
        meter.Tags.ShouldContain("command=RaiseEscalation");
        meter.Tags.ShouldContain("outcome=Done");
        spans.ShouldContain("RaiseEscalation");
        spans.ShouldContain("WakeEscalation");
        spans.ShouldContain("append");
    }

    private static async Task<ProjectionState> UntilAsync(
        SafeguardTestServer server, Func<ProjectionState, bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var states = server.Parts.GetRequiredService<ProjectionStates>();
        while (true)
        {
            var known = (await states.ReadAsync(patience.Token)).Single(model => model.Name == "page_log");
            if (isSo(known)) return known;
            await Task.Delay(50, patience.Token);
        }
    }

    private static async Task<IReadOnlyDictionary<string, double>> MetricsAsync(SafeguardTestServer server)
    {
        await server.Parts.GetRequiredService<Watchdog>().LookAsync(CancellationToken.None);
        using var measured = new Measured(server);
        return measured.Read();
    }

    private static async Task AsOwnerAsync(SafeguardTestServer server, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(server.Settings.Database + ";Search Path=safeguard");
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
