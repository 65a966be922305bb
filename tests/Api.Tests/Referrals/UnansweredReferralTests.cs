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
        await using var server = await SafeguardTestServer.StartAsync();
        using var owner = await server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(owner);
        var referral = await owner.OffersAsync(file);
        await owner.ConsentsAsync(referral);
        await owner.SendsAsync(referral);

        // Friday noon and three working days: Wednesday, Monday, Thursday.
        await server.AdvanceAsync("P5D");
        (await EventsAsync()).ShouldBe(["ReferralSent", "ReferralReminded"]);
        await server.AdvanceAsync("P5D");
        (await EventsAsync()).ShouldBe(["ReferralSent", "ReferralReminded", "ReferralReminded"]);
        await server.AdvanceAsync("P3D");
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
}
