using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Escalations;

/// <summary>That somebody stepped aside is the Coordinators' to know, and nobody else's.</summary>
public sealed class ConflictTimelineTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R15")]
    public async Task Only_a_coordinator_reads_that_somebody_was_left_out_for_a_conflict_of_interest()
    {
        var server = wexcombe.Server;
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        using var first = await server.ClientAsync(Wexcombe.AlderFirst);
        using var deputy = await server.ClientAsync(Wexcombe.AlderDeputy);
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        var id = await supporter.RaisesAsync();
        await first.DoesAsync(id, "acknowledgement", new { });
        await first.DoesAsync(id, "conflict", new { });
        await server.AdvanceAsync("PT31M");

        var seen = await deputy.GetJsonAsync($"/api/escalations/{id}");
        var known = await coordinator.GetJsonAsync($"/api/escalations/{id}");

        (await first.GetJsonAsync($"/api/escalations/{id}")).Status.ShouldBe(404);
        known.Events().ShouldContain("PersonSkipped");
        known.Text.ShouldContain("\"reason\":\"Conflict\"");
        seen.Events().ShouldContain("AcknowledgementLapsed");
        seen.Events().ShouldNotContain("PersonSkipped");
        seen.Text.ShouldNotContain("Conflict");
    }
}
