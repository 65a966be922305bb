using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Supervision;

/// <summary>Leave, stand-down, suspension and availability, and that nothing of it stands before a raise.</summary>
public sealed class SupporterStateTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Lapsed = "we0121";

    [Fact, Trait("Rule", "R9")]
    public async Task A_lapsed_supporter_is_told_since_when_and_what_to_do()
    {
        using var client = await wexcombe.Server.ClientAsync(Lapsed);
        var refused = await client.PostAsync($"/api/supporters/{Lapsed}/availability", new { });
        (refused.Status, refused.Code).ShouldBe((409, "supervision.lapsed"));
        refused["rule"].GetString().ShouldBe("R9");
        refused["since"].GetString().ShouldBe("2026-11-13T00:00:00Z");
        refused["detail"].GetString()!.ShouldContain("Come to any session");
    }

    [Theory, Trait("Rule", "R1")]
    [InlineData("we0121", "raiser.lapsed")]
    [InlineData("we0286", "raiser.onLeave")]
    [InlineData("we0612", "raiser.trainee")]
    [InlineData("we0259", "raiser.left")]
    public async Task Whatever_somebodys_standing_they_may_raise(string person, string fact)
    {
        using var client = await wexcombe.Server.ClientAsync(person);
        var raised = await client.PutAsync(
            $"/api/escalations/{Guid.CreateVersion7()}", new { what = "Somebody has to look at this tonight." });
        raised.Status.ShouldBe(201, raised.Text);
        raised["facts"].EnumerateArray().Select(said => said.GetString()).ShouldContain(fact);
    }

    [Fact, Trait("Rule", "R14")]
    public async Task Standing_down_needs_no_reason_and_only_they_stand_up_again()
    {
        using var member = await wexcombe.Server.ClientAsync(Groups.Member);
        using var supervisor = await wexcombe.Server.ClientAsync(Wexcombe.Supervisor);
        var address = $"/api/supporters/{Groups.Member}";
        (await member.PostAsync($"{address}/stand-down", new { })).Status.ShouldBe(204);
        (await member.GetJsonAsync($"{address}/standing"))["standing"].GetString().ShouldBe("StoodDown");
        (await member.PostAsync($"{address}/availability", new { })).Code.ShouldBe("supporter.stoodDown");
        (await supervisor.PostAsync($"{address}/stand-down/end", new { })).Status.ShouldBe(403);
        (await member.PostAsync($"{address}/stand-down/end", new { })).Status.ShouldBe(204);
        (await member.PostAsync($"{address}/availability", new { })).Status.ShouldBe(204);
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        var available = await coordinator.GetJsonAsync("/api/standing?available=true");
        available["items"].EnumerateArray().Select(item => item.GetProperty("person").GetString())
            .ShouldContain(Groups.Member);
    }

    [Fact, Trait("Rule", "R9")]
    public async Task A_suspension_that_lands_first_wins_over_what_was_decided_on_the_state_before_it()
    {
        const string Person = "we0132";
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        using var member = await wexcombe.Server.ClientAsync(Person);
        var address = $"/api/supporters/{Person}";
        var suspended = 0;
        for (var round = 0; round < 10; round++)
        {
            var both = await Task.WhenAll(
                coordinator.PostAsync($"{address}/suspension", new { reason = "A concern." }),
                member.PostAsync($"{address}/availability", new { }));
            both[0].Status.ShouldBe(204);
            // Listed before it, or refused because of it: never listed after it.
            if (both[1].Status == 409)
            {
                both[1].Code.ShouldBe("supporter.suspended");
                suspended++;
            }

            var events = await EventsOfAsync(Person);
            var after = events.SkipWhile(happened => happened != "suspended").Skip(1).TakeWhile(happened =>
                happened != "suspension_lifted");
            after.ShouldNotContain("listed_as_available");
            (await coordinator.PostAsync($"{address}/suspension/end", new { })).Status.ShouldBe(204);
            (await member.PostAsync($"{address}/availability/end", new { })).Status.ShouldBe(204);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"Refused in {suspended} of 10 rounds.");
    }

    [Fact, Trait("Rule", "R13")]
    public async Task Only_coordinators_suspend_and_with_a_reason()
    {
        using var supervisor = await wexcombe.Server.ClientAsync(Wexcombe.Supervisor);
        using var stranger = await wexcombe.Server.ClientAsync(Wexcombe.OtherSupervisor);
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        const string Address = "/api/supporters/we0135/suspension";
        (await supervisor.PostAsync(Address, new { reason = "x" })).Status.ShouldBe(403);
        (await stranger.PostAsync(Address, new { reason = "x" })).Status.ShouldBe(404);
        (await coordinator.PostAsync(Address, new { })).Status.ShouldBe(422);
    }

    private async Task<List<string>> EventsOfAsync(string person)
    {
        var log = (EventStore.IEventLog)wexcombe.Server.Parts.GetService(typeof(EventStore.IEventLog))!;
        var stream = EventStore.StreamIds.For("supporter", person);
        var events = (await log.ReadStreamAsync(stream, 0, CancellationToken.None)).Select(row => row.Type).ToList();
        return [.. events.Skip(events.LastIndexOf("suspension_lifted") + 1)];
    }
}
