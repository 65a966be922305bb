using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Referrals;

/// <summary>A referral from its offer to its end, through the real server.</summary>
public sealed class ReferralWalkTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R22"), Trait("Rule", "R3")]
    public async Task It_is_offered_consented_sent_received_accepted_seen_and_completed_and_the_file_knows()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(owner);
        var referral = await owner.OffersAsync(code);
        (await OpenReferralsAsync(owner, file)).ShouldBe([referral]);

        var unasked = await owner.PostAsync(
            $"/api/referrals/{referral}/sent", new { what = "Name", toWhom = "The desk", channel = "email" });
        (unasked.Status, unasked.Code).ShouldBe((409, "referral.consentMissing"));
        await owner.ConsentsAsync(referral);
        await owner.SendsAsync(referral);
        await owner.MovesAsync(referral, "received", new { });
        await owner.MovesAsync(referral, "acceptance", new { note = "Monday at ten." });
        await owner.MovesAsync(referral, "seen", new { occurredAt = "2026-11-20T11:00:00Z" });
        await owner.MovesAsync(referral, "completion", new { outcome = "withService", note = "Goes on weekly." });

        var read = await owner.GetJsonAsync($"/api/referrals/{referral}");
        read["code"].GetString().ShouldBe(code);
        read["outcome"].GetString().ShouldBe("WithService");
        var story = read["timeline"].EnumerateArray().ToList();
        story.Select(entry => entry.GetProperty("event").GetString()).ShouldBe([
            "ReferralOffered", "ReferralConsented", "ReferralSent", "ReferralReceived", "ReferralAccepted",
            "ReferralSeen", "ReferralCompleted"]);
        story[5].GetProperty("occurredAt").GetString().ShouldBe("2026-11-20T11:00:00Z");
        (await OpenReferralsAsync(owner, file)).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "R22")]
    public async Task A_closed_service_is_offered_all_the_same_and_the_answer_names_an_open_one()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(owner);
        var id = Guid.CreateVersion7();
        var offered = await owner.PutAsync($"/api/referrals/{id}", Referring.Offer(file, "nightline"));
        offered.Status.ShouldBe(201, offered.Text);
        var closed = offered["closed"];
        closed.GetProperty("opensAt").GetString().ShouldBe("2026-11-20T20:00:00Z");
        var instead = closed.GetProperty("openInstead").GetString()!;
        wexcombe.Server.Directory.Present.ServiceDirectoryAt(wexcombe.Server.Now).Listed(instead).ShouldNotBeNull();

        // The same again is the same answer, and nothing more on record.
        var again = await owner.PutAsync($"/api/referrals/{id}", Referring.Offer(file, "nightline"));
        (again.Status, again.Text).ShouldBe((201, offered.Text));
        (await owner.GetJsonAsync($"/api/referrals/{id}"))["timeline"].GetArrayLength().ShouldBe(1);
        var open = await owner.PutAsync($"/api/referrals/{Guid.CreateVersion7()}", Referring.Offer(file));
        open.Body.TryGetProperty("closed", out _).ShouldBeFalse();
    }

    [Fact, Trait("Rule", "R22")]
    public async Task Declined_it_comes_back_to_its_owner_with_the_clock_running_and_another_service_is_offered()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(owner);
        var referral = await owner.OffersAsync(file);
        await owner.ConsentsAsync(referral);
        await owner.SendsAsync(referral);
        var due = (await owner.GetJsonAsync($"/api/referrals/{referral}"))["nextWakeUp"].GetString();
        await owner.MovesAsync(referral, "decline", new { reason = "The waiting list is full." });

        var read = await owner.GetJsonAsync($"/api/referrals/{referral}");
        read["state"].GetString().ShouldBe("Declined");
        read["owner"].GetString().ShouldBe(Wexcombe.Supporter);
        read["nextWakeUp"].GetString().ShouldBe(due);
        (await OpenReferralsAsync(owner, file)).ShouldBe([referral], "it is not settled");
        await owner.OffersAsync(file, "samaritans");
        await owner.MovesAsync(referral, "completion", new { outcome = "declinedByService" });
        (await OpenReferralsAsync(owner, file)).Count.ShouldBe(1);
    }

    [Fact, Trait("Rule", "R22")]
    public async Task A_list_is_narrowed_by_case_file_state_and_service()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(owner);
        var kept = await owner.OffersAsync(file);
        var withdrawn = await owner.OffersAsync(file, "samaritans");
        await owner.MovesAsync(withdrawn, "withdrawal", new { reason = "They changed their mind." });
        (await ListAsync($"caseFile={code}")).ShouldBe([withdrawn, kept]);
        (await ListAsync($"caseFile={file}&state=open")).ShouldBe([kept]);
        (await ListAsync($"caseFile={file}&state=withdrawn")).ShouldBe([withdrawn]);
        (await ListAsync($"caseFile={file}&service=samaritans")).ShouldBe([withdrawn]);
        (await ListAsync("caseFile=WX-0000")).ShouldBeEmpty();
        (await owner.GetJsonAsync("/api/referrals?state=nowhere")).Status.ShouldBe(422);

        async Task<List<Guid>> ListAsync(string query)
        {
            var list = await owner.GetJsonAsync($"/api/referrals?{query}");
            list.Status.ShouldBe(200, list.Text);
            return list["items"].EnumerateArray().Select(item => item.GetProperty("id").GetGuid()).ToList();
        }
    }

    [Fact]
    public async Task Every_fault_of_an_offer_is_named_at_once()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(owner);
        var address = $"/api/referrals/{Guid.CreateVersion7()}";
        var empty = await owner.PutAsync(address, new { caseFile = file, band = "soon" });
        empty.Status.ShouldBe(422);
        empty["faults"].EnumerateArray().Select(fault => fault.GetProperty("field").GetString()).Order()
            .ShouldBe(["band", "service", "summary"]);
        (await owner.PutAsync(address, new { service = "samaritans", summary = "Words." })).Status.ShouldBe(422);
        var unlisted = await owner.PutAsync(address, Referring.Offer(file, "nowhere"));
        (unlisted.Status, unlisted.Code).ShouldBe((422, "referral.serviceNotListed"));
    }

    private static async Task<List<Guid>> OpenReferralsAsync(HttpClient owner, Guid file) =>
        (await owner.GetJsonAsync($"/api/case-files/{file}"))["openReferrals"].EnumerateArray()
            .Select(id => id.GetGuid()).ToList();
}
