using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Referrals;

/// <summary>Referrals by the forms of the case file's page (R22, R25).</summary>
public sealed class ReferralFormTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R22"), Trait("Rule", "R25")]
    public async Task A_referral_is_offered_and_moved_in_a_browser_without_script()
    {
        using var owner = await wexcombe.Server.BrowserAsync(Wexcombe.Supporter);
        var file = await OpenAsync();
        var offering = await owner.OpenAsync($"/case-files/{file}/referral");
        offering.Text.ShouldContain("Nightline (closed now, opens 20:00; ");
        var nothing = await owner.SubmitAsync(offering, "offer");
        nothing.Status.ShouldBe(422);
        nothing.Text.ShouldContain("Write what the student needs");
        var unsaid = await owner.SubmitAsync(offering, "offer", ("summary", "Would like to talk weekly."));
        unsaid.Status.ShouldBe(422);
        unsaid.Title.ShouldStartWith("Not saved:");
        unsaid.Value("#offer-summary").ShouldBe("Would like to talk weekly.");
        unsaid.Find(".problem a")!.GetAttribute("href").ShouldBe("#offer-service");

        var page = await owner.DoAsync(unsaid, "offer", ("service", "university-counselling-service"));
        var referral = page.Find("[id^='referral-'] form")!.Id!.Split('-')[1..6];
        var id = string.Join('-', referral);
        page.Text.ShouldContain("Referral to University Counselling Service: offered");
        page.Find($"#referral-{id}-sent").ShouldBeNull("nothing is sent without consent");
        page = await owner.DoAsync(page, $"referral-{id}-consent", ("given", "true"));
        page.Text.ShouldContain("Send it to University Counselling Service.");

        var back = await owner.SubmitAsync(page, $"referral-{id}-sent", ("what", "Name and number."));
        back.Status.ShouldBe(422);
        back.Value($"#referral-{id}-sent-what").ShouldBe("Name and number.");
        page = await owner.DoAsync(back, $"referral-{id}-sent", ("toWhom", "The desk"), ("channel", "email"));
        page = await owner.DoAsync(page, $"referral-{id}-decline", ("reason", "The list is full."));
        page.Text.ShouldContain("Offer another service");
        page = await owner.DoAsync(page, $"referral-{id}-completion", ("outcome", "declinedByService"));
        page.Text.ShouldContain("Every referral has an outcome");
        (await owner.OpenAsync($"/referrals/{id}/sent")).Location.ShouldBe($"/case-files/{file}#referral-{id}");
    }

    [Fact, Trait("Rule", "R22")]
    public async Task The_board_shows_what_is_open_and_theirs_to_know_and_the_directory_what_is_open_now()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(owner);
        await owner.OffersAsync(file, "samaritans", "Within72Hours");
        foreach (var (person, sees) in new[]
        {
            (Wexcombe.Supporter, true), (Wexcombe.Coordinator, true), (Files.Free, false),
        })
        {
            using var browser = await wexcombe.Server.BrowserAsync(person);
            var board = await browser.OpenAsync("/referrals");
            board.Text.Contains(code, StringComparison.Ordinal).ShouldBe(sees, person);
        }

        using var anybody = await wexcombe.Server.BrowserAsync(Wexcombe.Supporter);
        var services = await anybody.OpenAsync("/services");
        services.Find("#service-nightline")!.TextContent.ShouldContain("Closed now");
        services.Find("#service-samaritans")!.TextContent.ShouldContain("Open now");
    }

    [Fact, Trait("Rule", "R15")]
    public async Task A_Coordinator_reads_no_words_of_it_and_may_only_ask_the_service()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(owner);
        var referral = await owner.OffersAsync(file);
        await owner.ConsentsAsync(referral);
        await owner.SendsAsync(referral);
        using var coordinator = await wexcombe.Server.BrowserAsync(Wexcombe.Coordinator);
        var page = await coordinator.OpenAsync($"/case-files/{file}");
        page.Text.ShouldContain("Referral to University Counselling Service: sent");
        page.Text.ShouldNotContain("weekly");
        page.Document.QuerySelectorAll($"form[action^='/referrals/{referral}/']")
            .Select(form => form.GetAttribute("action")).ShouldBe([$"/referrals/{referral}/chase"]);
        (await coordinator.OpenAsync($"/case-files/{file}/referral")).Status.ShouldBe(303);
    }

    private async Task<Guid> OpenAsync()
    {
        using var owner = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        return (await Files.OpenAsync(owner)).Id;
    }
}
