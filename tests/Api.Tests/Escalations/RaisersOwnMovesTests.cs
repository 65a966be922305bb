using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Escalations;

/// <summary>What the raiser may do besides adding: raise the band, and say that 999 was called.</summary>
public sealed class RaisersOwnMovesTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R6")]
    public async Task The_raiser_raises_the_band_at_once_and_lowers_none()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var id = Guid.NewGuid();
        var raised = await supporter.PutAsync($"/api/escalations/{id}", new { what = "Please come." });
        raised["band"].GetString().ShouldBe("Within4Hours");

        await supporter.DoesAsync(id, "band", new { band = "Immediate" });

        (await supporter.GetJsonAsync($"/api/escalations/{id}/receipt"))["band"].GetString().ShouldBe("Immediate");
        var lower = await supporter.PostAsync(
            $"/api/escalations/{id}/band", new { band = "Within24Hours", reason = "Calmer." });
        (lower.Status, lower.Code).ShouldBe((403, "escalation.role"));
    }

    [Fact, Trait("Rule", "R7")]
    public async Task The_raiser_says_that_999_was_called_and_a_stranger_finds_nothing_there()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var stranger = await wexcombe.Server.ClientAsync("we0103");
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        var id = await supporter.RaisesAsync();

        await supporter.DoesAsync(id, "emergency-services", new { service = "999" });

        (await senior.GetJsonAsync($"/api/escalations/{id}")).Events().ShouldContain("EmergencyServicesInvolved");
        foreach (var noun in new[] { "band", "emergency-services" })
        {
            var refused = await stranger.PostAsync(
                $"/api/escalations/{id}/{noun}", new { band = "Immediate", service = "999" });
            (refused.Status, refused.Code).ShouldBe((404, "escalation.notThere"));
        }
    }
}
