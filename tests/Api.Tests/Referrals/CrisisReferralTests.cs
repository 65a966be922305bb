using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Server;
using Safeguard.EventStore;

namespace Safeguard.Api.Tests.Referrals;

/// <summary>A referral in a crisis: the urgent contact comes by itself, and sending waits for nobody.</summary>
public sealed class CrisisReferralTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R5"), Trait("Rule", "R3")]
    public async Task A_crisis_offer_raises_the_urgent_contact_and_links_both_in_one_append()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(owner);
        var referral = Guid.CreateVersion7();
        var offered = await owner.PutAsync(
            $"/api/referrals/{referral}", Referring.Offer(file, band: "Immediate"));
        offered.Status.ShouldBe(201, offered.Text);
        var escalation = offered["escalation"].GetGuid();

        var ofReferral = await EventsAsync(referral);
        var ofFile = (await EventsAsync(file)).Skip(1).ToList();
        var raise = (await EventsAsync(escalation))[0];
        ofReferral.Select(row => row.Type).ShouldBe(["referral_offered"]);
        ofFile.Select(row => row.Type).ShouldBe(["referral_linked", "escalation_linked"]);
        raise.Type.ShouldBe("escalation_raised");
        new[] { ofReferral[0], ofFile[0], ofFile[1], raise }.Select(row => row.RecordedAt).Distinct().Count()
            .ShouldBe(1);
        (ofFile[0].Position, raise.Position).ShouldBe(
            (ofReferral[0].Position + 1, ofFile[1].Position + 1), "nothing lies between them");

        var receipt = await owner.GetJsonAsync($"/api/escalations/{escalation}/receipt");
        receipt["band"].GetString().ShouldBe("Immediate");
        using var duty = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        (await duty.GetJsonAsync($"/api/escalations/{escalation}"))["caseFile"].GetString().ShouldBe(code);
        (await owner.PutAsync($"/api/referrals/{referral}", Referring.Offer(file, band: "Immediate"))).Text
            .ShouldBe(offered.Text);
        (await EventsAsync(file)).Count.ShouldBe(3, "the same again raises and links nothing");
    }

    [Fact, Trait("Rule", "R7"), Trait("Rule", "R3")]
    public async Task Sent_without_consent_it_owes_the_reason_and_the_file_stays_open_until_it_is_written()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(owner);
        var referral = await owner.OffersAsync(file, "samaritans", "Within4Hours");
        await owner.SendsAsync(referral);
        var sent = await owner.GetJsonAsync($"/api/referrals/{referral}");
        sent["disclosureBy"].GetDateTimeOffset()
            .ShouldBe(sent["timeline"][1].GetProperty("at").GetDateTimeOffset().AddDays(1));
        await owner.MovesAsync(referral, "withdrawal", new { reason = "They are in hospital." });
        (await OpenReferralsAsync()).ShouldBe(1, "the reason is still owed");
        await owner.MovesAsync(referral, "disclosure", new { why = "They could not be asked." });
        (await OpenReferralsAsync()).ShouldBe(0);

        async Task<int> OpenReferralsAsync() =>
            (await owner.GetJsonAsync($"/api/case-files/{file}"))["openReferrals"].GetArrayLength();
    }

    private Task<IReadOnlyList<StoredEvent>> EventsAsync(Guid stream) =>
        wexcombe.Server.Parts.GetRequiredService<IEventLog>().ReadStreamAsync(stream, 0, CancellationToken.None);
}
