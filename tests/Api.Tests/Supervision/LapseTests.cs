using Safeguard.Api.Tests.Server;
using Safeguard.EventStore;

namespace Safeguard.Api.Tests.Supervision;

/// <summary>What time alone does to a standing, and that no timer has to be right for it.</summary>
public sealed class LapseTests
{
    [Fact, Trait("Rule", "R9")]
    public async Task Everyone_is_recorded_as_they_stand_and_the_board_says_the_same()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        await server.AdvanceAsync("PT1M");
        (await CountAsync(server, "lapsed"), await CountAsync(server, "became_overdue")).ShouldBe((29L, 40L));
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        string? after = null;
        do
        {
            var page = await coordinator.GetJsonAsync($"/api/standing?after={after}");
            foreach (var item in page["items"].EnumerateArray())
            {
                var standing = item.GetProperty("standing").GetString()!;
                counts[standing] = counts.GetValueOrDefault(standing) + 1;
                var one = await coordinator.GetJsonAsync(Groups.Standing(item.GetProperty("person").GetString()!));
                one["standing"].GetString().ShouldBe(standing);
            }

            after = page.Body.TryGetProperty("next", out var next) ? next.GetString() : null;
        }
        while (after is not null);

        counts["Lapsed"].ShouldBe(29);
        counts["Overdue"].ShouldBe(11);
        counts["DueSoon"].ShouldBe(74);
        counts["Current"].ShouldBe(249);
    }

    [Fact, Trait("Rule", "R9")]
    public async Task A_lapse_that_fell_due_while_every_node_was_down_is_recorded_once_and_was_true_before()
    {
        var server = await SafeguardTestServer.StartAsync();
        await server.AdvanceAsync("PT1M");
        (await server.StandingOfAsync(Groups.OverdueMember)).ShouldBe("Overdue");
        var settings = server.Settings;
        await server.DisposeAsync();
        await using var restarted = await server.AnotherNodeAsync();
        restarted.Parts.GetService(typeof(Clock.ProductClock)).ShouldBeOfType<Clock.ProductClock>().Offset +=
            TimeSpan.FromDays(2);
        // At once, whatever timer has or has not fired: standing is computed for the moment asked.
        (await restarted.StandingOfAsync(Groups.OverdueMember)).ShouldBe("Lapsed");
        var deadline = DateTime.UtcNow.AddSeconds(30);
        while (await OfAsync(restarted, Groups.OverdueMember, "lapsed") == 0 && DateTime.UtcNow < deadline)
            await Task.Delay(100);
        (await OfAsync(restarted, Groups.OverdueMember, "lapsed")).ShouldBe(1);
        await restarted.AdvanceAsync("PT5M");
        (await OfAsync(restarted, Groups.OverdueMember, "lapsed")).ShouldBe(1);
        settings.Database.ShouldBe(restarted.Settings.Database);
    }

    [Fact, Trait("Rule", "R9")]
    public async Task A_cancelled_session_brings_nobody_to_lapse_and_a_register_brings_back()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var supervisor = await server.ClientAsync(Wexcombe.Supervisor);
        await server.AdvanceAsync("P3D");
        (await server.StandingOfAsync(Groups.OverdueMember)).ShouldBe("Lapsed");
        var session = await supervisor.ScheduleAsync("2026-11-23");
        var register = await supervisor.RegisterAsync("attended");
        (await supervisor.PostAsync($"{session}/register", register)).Status.ShouldBe(204);
        (await server.StandingOfAsync(Groups.OverdueMember)).ShouldBe("Current");
        await server.AdvanceAsync("PT1M");
        (await OfAsync(server, Groups.OverdueMember, "reinstated")).ShouldBe(1);
    }

    [Fact, Trait("Rule", "R10")]
    public async Task A_request_between_sessions_has_an_owner_and_a_deadline_and_ends_with_the_answer()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var member = await server.ClientAsync(Groups.Member);
        using var stranger = await server.ClientAsync("we0104");
        using var supervisor = await server.ClientAsync(Wexcombe.Supervisor);
        var request = Guid.CreateVersion7();
        var asked = new { request, escalation = Guid.CreateVersion7(), words = "Can we talk before Friday?" };
        (await stranger.PostAsync($"{Groups.G10}/contact-requests", asked)).Status.ShouldBe(404);
        (await member.PostAsync($"{Groups.G10}/contact-requests", asked)).Status.ShouldBe(204);
        (await member.PostAsync($"{Groups.G10}/contact-requests", asked)).Status.ShouldBe(204);
        var task = (await supervisor.GetJsonAsync(Groups.G10))["tasks"].EnumerateArray().Single();
        task.GetProperty("owner").GetString().ShouldBe(Wexcombe.Supervisor);
        (task.GetProperty("dueAt").GetDateTimeOffset() - server.Now).ShouldBeInRange(
            TimeSpan.FromMinutes(59), TimeSpan.FromHours(1));
        await server.AdvanceAsync("PT2H");
        (await CountAsync(server, "supervisor_task_late")).ShouldBe(1);
        var answer = $"{Groups.G10}/contact-requests/{request}/contact";
        (await supervisor.PostAsync(answer, new { note = "We spoke." })).Status.ShouldBe(204);
        (await supervisor.PostAsync(answer, new { })).Status.ShouldBe(204);
        (await supervisor.GetJsonAsync(Groups.G10))["tasks"].GetArrayLength().ShouldBe(0);
    }

    private static async Task<int> OfAsync(SafeguardTestServer server, string person, string type)
    {
        var log = (IEventLog)server.Parts.GetService(typeof(IEventLog))!;
        var stream = StreamIds.For("supporter", person);
        return (await log.ReadStreamAsync(stream, 0, CancellationToken.None)).Count(row => row.Type == type);
    }

    private static async Task<long> CountAsync(SafeguardTestServer server, string type)
    {
        var database = (Npgsql.NpgsqlDataSource)server.Parts.GetService(typeof(Npgsql.NpgsqlDataSource))!;
        await using var command = database.CreateCommand("select count(*) from mt_events where type = $1");
        command.Parameters.AddWithValue(type);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
