using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Referrals;

/// <summary>Who may know and do what with a referral follows from its case file (R13, R15).</summary>
public sealed class WhoRefersTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    /// <summary>The supervisor of the supporter whose file it is.</summary>
    private string OwnersSupervisor =>
        wexcombe.Server.Directory.Present.Person(new(Wexcombe.Supporter))!.Supervisor!.Value.Value;

    [Fact, Trait("Rule", "R15"), Trait("Rule", "R13")]
    public async Task Its_owner_and_their_supervisor_work_on_it_a_Coordinator_sees_its_state_and_chases()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var supervisor = await wexcombe.Server.ClientAsync(OwnersSupervisor);
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        var (file, _) = await Files.OpenAsync(owner);
        var referral = await owner.OffersAsync(file);
        await supervisor.ConsentsAsync(referral);
        await owner.SendsAsync(referral);

        var seen = await coordinator.GetJsonAsync($"/api/referrals/{referral}");
        seen["state"].GetString().ShouldBe("Sent");
        seen["timeline"][0].TryGetProperty("summary", out _).ShouldBeFalse("no words");
        await coordinator.MovesAsync(referral, "chase", new { note = "Rang the desk." });
        var refused = await coordinator.PostAsync($"/api/referrals/{referral}/acceptance", new { });
        (refused.Status, refused.Code).ShouldBe((403, "referral.role"));
        var offer = await coordinator.PutAsync($"/api/referrals/{Guid.CreateVersion7()}", Referring.Offer(file));
        (offer.Status, offer.Code).ShouldBe((403, "referral.role"));
    }

    [Fact, Trait("Rule", "R15")]
    public async Task To_everybody_else_there_is_no_such_referral()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.ElsewhereSenior);
        var (file, code) = await Files.OpenAsync(owner);
        var referral = await owner.OffersAsync(file);
        var theirs = await senior.GetJsonAsync($"/api/referrals/{referral}");
        var nobodys = await senior.GetJsonAsync($"/api/referrals/{Guid.CreateVersion7()}");
        (theirs.Status, theirs.Text).ShouldBe((404, nobodys.Text));
        var change = await senior.PostAsync($"/api/referrals/{referral}/consent", new { given = "perhaps" });
        var nothing = await senior.PostAsync($"/api/referrals/{Guid.CreateVersion7()}/consent", new { });
        (change.Status, change.Text).ShouldBe((404, nothing.Text));
        foreach (var named in new object[] { file, code, Guid.CreateVersion7(), "WX-0000", "no code" })
        {
            var offer = await senior.PutAsync($"/api/referrals/{Guid.CreateVersion7()}", Referring.Offer(named));
            (offer.Status, offer.Text).ShouldBe((404, nothing.Text));
        }

        (await senior.GetJsonAsync($"/api/referrals?caseFile={file}"))["items"].GetArrayLength().ShouldBe(0);
        (await owner.GetJsonAsync($"/api/referrals?caseFile={file}"))["items"].GetArrayLength().ShouldBe(1);
    }

    [Fact, Trait("Rule", "R4")]
    public async Task It_goes_with_its_case_file_to_the_next_owner()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        using var next = await wexcombe.Server.ClientAsync(Files.Free);
        var (file, _) = await Files.OpenAsync(owner);
        var open = await owner.OffersAsync(file);
        var over = await owner.OffersAsync(file, "samaritans");
        await owner.MovesAsync(over, "withdrawal", new { reason = "They changed their mind." });
        var address = $"/api/case-files/{file}/handover";
        (await owner.PostAsync(address, new { to = Files.Free, reason = "I move away." })).Status.ShouldBe(204);
        (await next.PostAsync($"{address}/acceptance", new { })).Status.ShouldBe(204);

        (await next.GetJsonAsync($"/api/referrals/{open}"))["owner"].GetString().ShouldBe(Files.Free);
        (await next.GetJsonAsync($"/api/referrals/{over}"))["owner"].GetString()
            .ShouldBe(Wexcombe.Supporter, "what is over stays as it was");
        (await owner.GetJsonAsync($"/api/referrals/{open}")).Status.ShouldBe(404);
    }
}
