using System.Text.Json;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Programmes;

/// <summary>The policy is read and adopted through the API of the real server.</summary>
[Trait("Rule", "R29")]
public sealed class PolicyTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Address = "/api/programmes/listening/policy";

    [Fact]
    public async Task A_policy_is_adopted_on_the_present_version_with_a_reason_and_reads_back_as_it_was_sent()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var before = await supporter.GetJsonAsync(Address);
        before["policyVersion"].GetInt32().ShouldBe(0);
        before["policy"].GetProperty("repeatEvery").GetString().ShouldBe("PT15M");
        var change = new
        {
            policy = new
            {
                repeatEvery = "PT10M",
                rungsAfter = new[] { "PT0S", "5 min", "PT15M",
            "PT30M" }
            },
            reason = "Sooner."
        };
        (await supporter.PutAsync(Address, change, before.ETag)).Status.ShouldBe(403);
        (await coordinator.PutAsync(Address, change)).Status.ShouldBe(428);
        (await coordinator.PutAsync(Address, change, "\"1\"")).Status.ShouldBe(412);
        var unreadable = await coordinator.PutAsync(
            Address, new { policy = new { repeatEvery = "P1M", sooner = 1 }, reason = "" }, before.ETag);
        unreadable.Status.ShouldBe(422);
        unreadable["faults"].EnumerateArray().Select(fault => fault.GetProperty("field").GetString())
            .ShouldBe(["sooner", "repeatEvery", "reason"]);
        (await coordinator.PutAsync(Address, change with { reason = "" },
            before.ETag)).Code.ShouldBe("policy.reasonMissing");
        var tooLong = await coordinator.PutAsync(Address, new { policy = new { repeatEvery = "P3D" }, reason = "x" },
            before.ETag);
        (tooLong.Status, tooLong.Code).ShouldBe((409, "policy.outOfBounds"));
        tooLong["missing"][0].GetString().ShouldBe("repeatEvery");

        (await coordinator.PutAsync(Address, change, before.ETag)).Status.ShouldBe(204);
        (await coordinator.PutAsync(Address, change, before.ETag)).Status.ShouldBe(204);
        var after = await supporter.GetJsonAsync(Address);
        after["policyVersion"].GetInt32().ShouldBe(1);
        after["adopted"][0].GetProperty("by").GetString().ShouldBe(Wexcombe.Coordinator);
        after["adopted"][0].GetProperty("reason").GetString().ShouldBe("Sooner.");
        after["policy"].GetProperty("rungsAfter")[1].GetString().ShouldBe("PT5M");
        after["policy"].GetProperty("followUpEvery").GetString().ShouldBe("P1D");
        (await coordinator.GetJsonAsync("/api/programmes/mentoring/policy")).Status.ShouldBe(404);

        // What is read can be sent back as it is: nothing changes.
        var policy = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(after["policy"].GetRawText())!;
        (await coordinator.PutAsync(Address, new { policy, reason = "As it is." }, after.ETag)).Status.ShouldBe(204);
        (await coordinator.GetJsonAsync(Address)).ETag.ShouldBe(after.ETag);
    }
}
