using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Health;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Referrals;

/// <summary>Nobody answers: the clock alone moves the referral (R22, R4).</summary>
public sealed class UnansweredReferralTests
{
    [Fact, Trait("Rule", "R22"), Trait("Rule", "R4")]
    public async Task Without_a_reply_its_owner_is_reminded_twice_and_then_the_Coordinators_are_told()
    {
        // Monday noon, and a policy of one working day: Tuesday, Wednesday, Thursday.
        await using var server = await SafeguardTestServer.StartAsync(now: "2026-11-16T12:00:00Z");
        await AdoptAsync(server);
        using var owner = await server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(owner);
        var referral = await owner.OffersAsync(file);
        await owner.ConsentsAsync(referral);
        await owner.SendsAsync(referral);

        await server.AdvanceAsync("P1DT5M");
        (await EventsAsync()).ShouldBe(["ReferralSent", "ReferralReminded"]);
        await server.AdvanceAsync("P1D");
        (await EventsAsync()).ShouldBe(["ReferralSent", "ReferralReminded", "ReferralReminded"]);
        await server.AdvanceAsync("P1D");
        (await EventsAsync()).ShouldBe(["ReferralSent", "ReferralReminded", "ReferralReminded", "ReferralUnanswered"]);

        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        var read = await coordinator.GetJsonAsync($"/api/referrals/{referral}");
        read["state"].GetString().ShouldBe("NoReply");
        read["timeline"].EnumerateArray().Last().GetProperty("told").EnumerateArray()
            .Select(person => person.GetString()).ShouldContain(Wexcombe.Coordinator);
        using var browser = await server.BrowserAsync(Wexcombe.Coordinator);
        (await browser.OpenAsync("/referrals")).Text.ShouldContain($"{code} University Counselling Service No reply");
        (await server.Parts.GetRequiredService<Check>().RunAsync(null, CancellationToken.None)).Findings
            .ShouldBeEmpty();

        async Task<IEnumerable<string?>> EventsAsync() =>
            (await owner.GetJsonAsync($"/api/referrals/{referral}"))["timeline"].EnumerateArray().Skip(2)
                .Select(entry => entry.GetProperty("event").GetString());
    }

    private static async Task AdoptAsync(SafeguardTestServer server)
    {
        const string Policy = "/api/programmes/listening/policy";
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        var before = await coordinator.GetJsonAsync(Policy);
        var adopted = await coordinator.PutAsync(
            Policy, new { policy = new { referralReplyWorkingDays = 1 }, reason = "Three days were long." },
            before.ETag);
        adopted.Status.ShouldBe(204, adopted.Text);
    }
}
