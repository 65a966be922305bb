using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain;
using Safeguard.Domain.Rota;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Tests.Rota;

/// <summary>What a rota says by itself while the clock goes on.</summary>
public sealed class RotaAlarmTests
{
    [Fact, Trait("Rule", "R12")]
    public async Task A_gap_alarms_a_week_and_a_day_ahead_and_an_unconfirmed_duty_after_its_start()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        var etag = (await coordinator.GetJsonAsync("/api/panels/alder-college/rota")).ETag!;
        var gapStarts = server.Directory.Present.Gaps(new PanelId("alder-college"), server.Now, null)[0].Starts;
        gapStarts.ShouldBe(new(2026, 12, 11, 18, 0, 0, TimeSpan.Zero));

        await server.AdvanceAsync("P21D");
        var said = await EventsAsync(server);
        said.OfType<CoverGapFound>().Where(gap => gap.Duty == Duty.First).Select(gap => gap.Ahead)
            .ShouldBe([TimeSpan.FromDays(7), TimeSpan.FromHours(24)]);
        said.OfType<DutyUnconfirmed>().Count().ShouldBeGreaterThan(2);
        (await coordinator.GetJsonAsync("/api/panels/alder-college/rota")).ETag.ShouldNotBe(etag);
    }

    [Fact, Trait("Rule", "R12")]
    public async Task A_senior_member_who_leaves_opens_a_gap_that_alarms_at_its_own_time()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        (await coordinator.PostAsync($"/api/people/{Wexcombe.AlderDeputy}/departure", new { })).Status.ShouldBe(204);
        await server.AdvanceAsync("PT1M");
        (await EventsAsync(server)).OfType<CoverGapFound>().Select(gap => (gap.Duty, gap.Starts)).ShouldContain(
            (Duty.First, new DateTimeOffset(2026, 11, 20, 18, 0, 0, TimeSpan.Zero)));
    }

    [Fact, Trait("Rule", "R29")]
    public async Task A_policy_that_looks_further_ahead_wakes_every_rota_at_once()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        await server.AdvanceAsync("PT1M");
        (await EventsAsync(server)).OfType<CoverGapFound>().ShouldBeEmpty();
        var before = await coordinator.GetJsonAsync("/api/programmes/listening/policy");
        var adopted = await coordinator.PutAsync(
            "/api/programmes/listening/policy",
            new
            {
                policy = new { gapAlarmsAhead = new[] { "P30D", "P7D", "PT24H" } },
                reason = "Looking further ahead."
            },
            before.ETag);
        adopted.Status.ShouldBe(204, adopted.Text);
        await server.AdvanceAsync("PT1M");
        (await EventsAsync(server)).OfType<CoverGapFound>().ShouldNotBeEmpty();
    }

    private static async Task<IReadOnlyList<object>> EventsAsync(SafeguardTestServer server)
    {
        var log = server.Parts.GetRequiredService<IEventLog>();
        var stored = await log.ReadStreamAsync(StreamIds.For("rota", "alder-college"), 0, CancellationToken.None);
        var events = await server.Parts.GetRequiredService<EventCodec>().DecodeAsync(stored, CancellationToken.None);
        return [.. events.Select(recorded => recorded.Event)];
    }
}
