using Microsoft.Playwright;
using Safeguard.Api.Tests.Server;
using Safeguard.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Night;

/// <summary>
/// The urgent path in two real browsers on the real server: a supporter on a small phone by keyboard without
/// JavaScript, and the Senior Member whose queue shows it without a reload. axe reads every page in every state on the
/// way.
/// </summary>
[Collection(Nights.Name)]
public sealed class UrgentPathInChromiumTests(Chromium chromium, WexcombeServer wexcombe)
{
    private const string Said = "Someone on my corridor needs a person tonight.";

    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Fact, Trait("Rule", "R1"), Trait("Rule", "R5"), Trait("Rule", "R18"), Trait("Rule", "R20"), Trait("Rule", "R25")]
    public async Task A_supporter_raises_by_keyboard_and_the_Senior_Member_takes_it_makes_contact_and_closes()
    {
        await using var phone = await Screen.OpenAsync(chromium, _server, Screen.Phone, script: false);
        await using var desk = await Screen.OpenAsync(chromium, _server, Wexcombe.First, "/queue");
        await Expect(desk.Page.GetByText("Nobody is waiting")).ToBeVisibleAsync();
        await desk.IsReadableAsync();
        await desk.Page.EvaluateAsync("window.neverReloaded = true");

        await SignInByKeyboardAsync(phone);
        await RaiseByKeyboardAsync(phone);
        await TakeAsync(desk);
        await ReceiptSaysAsync(phone, "We have it", "Seen by a person");
        await SpeakAsync(desk);
        await ReceiptSaysAsync(phone, "We have it", "Being acted on");
        await CloseAsync(desk);
        await ReceiptSaysAsync(phone, "It is finished", "Finished");

        var raised = (await _server.RaisedByAsync(Wexcombe.Supporter)).ShouldHaveSingleItem();
        (await _server.StoryAsync(Wexcombe.First, raised)).ShouldBe(
        [
            "EscalationRaised", "RoutedTo", "PageSent", "Acknowledged", "ContactMade", "SafeForNowRecorded",
            "EscalationClosed",
        ]);
    }

    private static async Task SignInByKeyboardAsync(Screen phone)
    {
        await phone.Page.GotoAsync("/raise");
        await Expect(phone.Page).ToHaveTitleAsync("Sign in – Wexcombe");
        await phone.IsReadableAsync();
        await phone.TypeAsync("#find-name", Wexcombe.Supporter);
        await phone.EnterAsync();
        await phone.IsReadableAsync();
        await phone.PressAsync($"section[aria-labelledby=found] button[value={Wexcombe.Supporter}]");
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Raise an urgent contact");
    }

    /// <summary>Sent empty first: the one error there is, with the focus on what to do about it.</summary>
    private static async Task RaiseByKeyboardAsync(Screen phone)
    {
        await phone.IsReadableAsync();
        await phone.PressAsync("button.lamp");
        await Expect(phone.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await phone.IsReadableAsync();
        await phone.TypeAsync("#raise-what", Said);
        await phone.TabToAsync("input[name=inDangerNow]");
        await phone.Page.Keyboard.PressAsync("Space");
        await phone.PressAsync("button.lamp");
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("We have it");
        await Expect(phone.Page.Locator("main")).Not.ToContainTextAsync(Said);
        await phone.IsReadableAsync();
    }

    private static async Task TakeAsync(Screen desk)
    {
        await Expect(desk.Page.Locator("#live")).ToHaveTextAsync("1 new. Show");
        (await desk.Page.EvaluateAsync<bool>("window.neverReloaded")).ShouldBeTrue();
        await Expect(desk.Page.Locator(".queue > li")).ToHaveCountAsync(0);
        await desk.IsReadableAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Show" }).ClickAsync();
        await Expect(desk.Page.Locator(".queue > li")).ToHaveCountAsync(1);
        await Expect(desk.Page.Locator("main")).Not.ToContainTextAsync(Said);
        await desk.IsReadableAsync();
        await desk.Page.Locator(".queue > li h2 a").ClickAsync();
        await Expect(desk.Page.GetByText(Said)).ToBeVisibleAsync();
        await desk.IsReadableAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "I have it" }).ClickAsync();
        await Expect(desk.Page.Locator(".next h2")).ToHaveTextAsync("Speak with them now");
        await desk.IsReadableAsync();
    }

    private static async Task SpeakAsync(Screen desk)
    {
        await desk.Page.GetByText("I have spoken with the student").ClickAsync();
        await desk.Page.GetByLabel("By phone").CheckAsync();
        await desk.IsReadableAsync();
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Record contact" }).ClickAsync();
        await Expect(desk.Page.Locator(".next h2")).ToHaveTextAsync("Are they safe for now?");
        await desk.IsReadableAsync();
    }

    private static async Task CloseAsync(Screen desk)
    {
        await desk.Page.Locator("#safe-for-now-summary").FillAsync("A friend stays until morning.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "They are safe for now" }).ClickAsync();
        await Expect(desk.Page.Locator(".next h2")).ToHaveTextAsync("Finish the record");
        await desk.IsReadableAsync();
        // Sent with one field first: every other is named, and what was typed stays.
        await desk.Page.Locator("#closure-summary").FillAsync("A student needed a person.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Close the record" }).ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(desk.Page.Locator(".problem a")).ToHaveCountAsync(4);
        await Expect(desk.Page.Locator("#closure-summary")).ToHaveValueAsync("A student needed a person.");
        await desk.IsReadableAsync();
        await desk.Page.Locator("#closure-followUp").FillAsync("By phone, twice.");
        await desk.Page.Locator("#closure-decisions-0-decision").FillAsync("Stayed on the phone");
        await desk.Page.Locator("#closure-decisions-0-reason").FillAsync("Until the friend had come");
        await desk.Page.Locator("#closure-outcome").FillAsync("Safe for now.");
        await desk.Page.Locator("#closure-told").FillAsync("Nobody else");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Close the record" }).ClickAsync();
        await Expect(desk.Page.GetByText("It is closed")).ToBeVisibleAsync();
        await Expect(desk.Page.Locator(".next")).ToHaveCountAsync(0);
        await desk.IsReadableAsync();
    }

    private static async Task ReceiptSaysAsync(Screen phone, string heading, string reached)
    {
        await phone.PressAsync("a:text-is('Check again')");
        await Expect(phone.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(heading);
        await Expect(phone.Page.Locator(".steps > li[data-state=done]").Last).ToContainTextAsync(reached);
        await phone.IsReadableAsync();
    }
}
