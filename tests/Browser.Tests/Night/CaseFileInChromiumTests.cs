using Microsoft.Playwright;
using Safeguard.Api.Tests.Server;
using Safeguard.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Night;

/// <summary>
/// The whole life of a case file in real browsers on the real server: a supporter by touch on a phone without
/// JavaScript, the next one on a phone with it, and the second person at a desk. axe reads every page on the way.
/// </summary>
[Collection(Nights.Name)]
public sealed class CaseFileInChromiumTests(Chromium chromium, WexcombeServer wexcombe)
{
    private const string Supporter = "we0102";
    private const string Next = "we0104";
    private const int TouchPhone = 360;

    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Fact, Trait("Rule", "R3"), Trait("Rule", "R23"), Trait("Rule", "R25")]
    public async Task A_file_is_opened_worked_in_handed_over_resolved_and_closed_by_a_second_person()
    {
        await using var phone = await Screen.OpenAsync(
            chromium, _server, Supporter, "/case-files", TouchPhone, script: false, touch: true);
        await phone.IsReadableAsync();
        await TapAsync(phone, "Open the file");
        await Expect(phone.Page.Locator(".next h2")).ToHaveTextAsync("You have this file");
        var file = new Uri(phone.Page.Url).AbsolutePath;
        await WorkAsync(phone);

        await using var desk = await Screen.OpenAsync(chromium, _server, SupervisorOf(Supporter), file);
        await AskAsync(desk);
        await AnswerAsync(phone, file);
        await HandOverAsync(phone);

        await using var other = await Screen.OpenAsync(chromium, _server, Next, file, TouchPhone, touch: true);
        await Expect(other.Page.Locator(".next h2")).ToHaveTextAsync("You are asked to take this file");
        await Expect(other.Page.Locator("main")).Not.ToContainTextAsync("first weeks");
        await other.IsReadableAsync();
        await TapAsync(other, "I take it");
        await Expect(other.Page.Locator("main")).ToContainTextAsync("She did not sound like herself.");
        await ResolveAsync(other);
        await phone.Page.GotoAsync(file);
        // Asked something in it once, and nothing since: that is all there is left to read.
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("nothing more is asked of you here");
        await Expect(phone.Page.Locator("main")).Not.ToContainTextAsync("first weeks");

        await using var second = await Screen.OpenAsync(chromium, _server, SupervisorOf(Next), file);
        await Expect(second.Page.Locator(".next h2")).ToHaveTextAsync("Close this file, as the second person");
        await second.IsReadableAsync();
        await second.Page.GetByRole(AriaRole.Button, new() { Name = "Close the file" }).ClickAsync();
        await Expect(second.Page.GetByText("Closed", new() { Exact = true }).First).ToBeVisibleAsync();
        await Expect(second.Page.Locator(".next")).ToHaveCountAsync(0);
        await second.IsReadableAsync();
        await second.Page.GotoAsync("/case-files");
        await second.IsReadableAsync();
    }

    private static async Task WorkAsync(Screen phone)
    {
        var page = phone.Page;
        await page.Locator(".next a.lamp").TapAsync();
        await Expect(page.Locator("#do-contacts")).ToHaveAttributeAsync("open", "");
        await phone.IsReadableAsync();
        await page.Locator("#contacts-note").FillAsync("We talked about the first weeks.");
        await TapAsync(phone, "Save the contact");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.Locator("#contacts-note")).ToHaveValueAsync("We talked about the first weeks.");
        await phone.IsReadableAsync();
        await page.Locator("#do-contacts").GetByText("In person").First.TapAsync();
        await page.Locator("#contacts-minutes").FillAsync("30");
        await TapAsync(phone, "Save the contact");
        await Expect(page.Locator(".timeline")).ToContainTextAsync("We talked about the first weeks.");

        await OpenAsync(phone, "Signpost to a service");
        await page.Locator("#signposts-service").SelectOptionAsync("samaritans");
        await TapAsync(phone, "Record the signpost");
        await OpenAsync(phone, "Attach something that was received");
        await page.Locator("#attachments-channel").SelectOptionAsync("voicemail");
        await page.Locator("#attachments-from").FillAsync("A parent");
        await page.Locator("#attachments-words").FillAsync("She did not sound like herself.");
        await TapAsync(phone, "Attach it");
        await Expect(page.Locator(".timeline > li")).ToHaveCountAsync(4);
        await phone.IsReadableAsync();
    }

    private static async Task AskAsync(Screen desk)
    {
        await desk.IsReadableAsync();
        await desk.Page.GetByText("Ask a question (it closes nothing)").ClickAsync();
        await desk.Page.Locator("#questions-of").SelectOptionAsync(Supporter);
        await desk.Page.Locator("#questions-question").FillAsync("Where is the referral?");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Ask", Exact = true }).ClickAsync();
        await Expect(desk.Page.Locator(".timeline > li")).ToHaveCountAsync(5);
        await desk.IsReadableAsync();
    }

    private static async Task AnswerAsync(Screen phone, string file)
    {
        await phone.Page.GotoAsync(file);
        await Expect(phone.Page.Locator(".next")).ToContainTextAsync("Where is the referral?");
        await phone.IsReadableAsync();
        await phone.Page.Locator(".next textarea").FillAsync("Not offered yet.");
        await TapAsync(phone, "Send answer");
        await Expect(phone.Page.Locator(".next h2")).ToHaveTextAsync("You have this file");
    }

    private static async Task HandOverAsync(Screen phone)
    {
        await OpenAsync(phone, "Hand over to another supporter");
        await phone.Page.Locator("#handover-to").SelectOptionAsync(Next);
        await phone.Page.Locator("#handover-reason").FillAsync("I move away.");
        await TapAsync(phone, "Offer it");
        await Expect(phone.Page.Locator("main")).ToContainTextAsync("Offered to");
        await phone.IsReadableAsync();
    }

    /// <summary>Sent with one field first: what is missing is said, and where; what was typed stays.</summary>
    private static async Task ResolveAsync(Screen phone)
    {
        var page = phone.Page;
        await OpenAsync(phone, "Resolve: the support is finished");
        await page.Locator("#resolution-summary").FillAsync("Came to talk about the first weeks.");
        await TapAsync(phone, "Resolve it");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(page.Locator(".problem a")).ToHaveCountAsync(6);
        await Expect(page.Locator("#resolution-summary")).ToHaveValueAsync("Came to talk about the first weeks.");
        await phone.IsReadableAsync();
        await page.Locator("#resolution input[value=supportComplete]").CheckAsync();
        await page.Locator("#resolution-followUp").FillAsync("Two conversations.");
        await page.Locator("#resolution-decisions-0-decision").FillAsync("No referral");
        await page.Locator("#resolution-decisions-0-reason").FillAsync("She did not want one");
        await page.Locator("#resolution-outcome").FillAsync("Settled.");
        await page.Locator("#resolution-told").FillAsync("Nobody");
        await TapAsync(phone, "Resolve it");
        await Expect(page.GetByText("Resolved, to be closed", new() { Exact = true }).First).ToBeVisibleAsync();
        await phone.IsReadableAsync();
    }

    private static Task OpenAsync(Screen phone, string summary) =>
        phone.Page.Locator("summary", new() { HasTextString = summary }).TapAsync();

    private static Task TapAsync(Screen phone, string button) =>
        phone.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).TapAsync();

    private string SupervisorOf(string supporter) =>
        _server.Directory.Present.Person(new(supporter))!.Supervisor!.Value.Value;
}
