using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Safeguard.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Scripts;

/// <summary>Raising survives an outage (R8): kept, said to be unsent, sent again by itself, arrived once.</summary>
public sealed class KeeperTests(Chromium chromium)
{
    private const string Typed = "A door is locked and nobody answers";

    [Fact]
    public async Task Sending_arrives_once_and_leads_to_the_receipt()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        await Send(tab.Page);
        await tab.Page.WaitForURLAsync("**/receipts/*");
        tab.Site.Raised.Single()["what"].ToString().ShouldBe(Typed);
    }

    [Fact]
    public async Task Emergency_now_is_one_press()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        await tab.Page.GetByText("Emergency now", new() { Exact = true }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/receipts/*");
        tab.Site.Raised.Single()["emergencyNow"].ToString().ShouldBe("true");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Enter_in_a_field_sends_and_is_no_emergency(bool script)
    {
        await using var tab = await Tab.Open(chromium, "/raise", script);
        await tab.Page.Locator("#raise-what").FillAsync(Typed);
        await tab.Page.Locator("summary", new() { HasText = "Add where" }).ClickAsync();
        await tab.Page.Locator("#raise-where").PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**/receipts/*");
        tab.Site.Raised.Single()["emergencyNow"].ToString().ShouldBeEmpty();
    }

    [Fact]
    public async Task Offline_says_to_phone_and_sends_it_once_the_network_is_back()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        await tab.Context.SetOfflineAsync(true);
        await Send(tab.Page);
        await Expect(tab.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("NOT SENT: phone now");
        await Expect(tab.Page.Locator(".unsent a.big")).ToHaveAttributeAsync("href", "tel:01632960010");
        await Expect(tab.Page.Locator(".unsent")).ToContainTextAsync("You are offline. Nobody has seen this yet.");
        await tab.Context.SetOfflineAsync(false);
        await tab.Page.WaitForURLAsync("**/receipts/*");
        tab.Site.Raised.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_server_that_is_down_is_tried_until_it_is_not()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        tab.Site.Answer = _ => Results.StatusCode(503);
        await Send(tab.Page);
        await Expect(tab.Page.Locator(".unsent")).ToContainTextAsync("Tried 2 times.");
        tab.Site.Answer = SampleSite.Taken;
        await tab.Page.WaitForURLAsync("**/receipts/*");
        tab.Site.Raised.Single()["what"].ToString().ShouldBe(Typed);
    }

    [Fact]
    public async Task A_page_closed_meanwhile_is_sent_by_the_next_page_that_its_author_opens()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        tab.Site.Answer = _ => Results.StatusCode(503);
        await Send(tab.Page);
        await Expect(tab.Page.Locator(".unsent")).ToBeVisibleAsync();
        await tab.Page.CloseAsync();
        var stranger = await tab.Another("/raise?person=we0548");
        // A try that the closed page had under way ends before the site answers again.
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        tab.Site.Answer = SampleSite.Taken;
        await Task.Delay(1000, TestContext.Current.CancellationToken);
        tab.Site.Raised.ShouldBeEmpty();
        await stranger.CloseAsync();
        var next = await tab.Another("/sample/home-supporter");
        await Expect(next.GetByText("Your message has been sent.")).ToBeVisibleAsync();
        tab.Site.Raised.Single()["what"].ToString().ShouldBe(Typed);
    }

    [Fact]
    public async Task What_is_kept_on_the_device_cannot_be_read_there()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        tab.Site.Answer = _ => Results.StatusCode(503);
        await Send(tab.Page);
        await Expect(tab.Page.Locator(".unsent")).ToBeVisibleAsync();
        var kept = await tab.Page.EvaluateAsync<string>(
            """
            async () => {
              const open = indexedDB.open('safeguard');
              const database = await new Promise((resolve) => { open.onsuccess = () => resolve(open.result); });
              const all = (name) => new Promise((resolve) => {
                const request = database.transaction(name).objectStore(name).getAll();
                request.onsuccess = () => resolve(request.result);
              });
              let messages = [];
              for (let tries = 0; tries < 50 && messages.length === 0; tries += 1) {
                messages = await all('messages');
                await new Promise((resolve) => setTimeout(resolve, 50));
              }
              const [key] = await all('keys');
              return `${messages.length} ${key.extractable} ${new TextDecoder('latin1').decode(messages[0].sealed)}`;
            }
            """);
        kept.ShouldStartWith("1 false ");
        kept.ShouldNotContain("door");
    }

    [Fact]
    public async Task Signed_out_meanwhile_is_said()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        tab.Site.Answer = _ => Results.Redirect("/sign-in");
        await Send(tab.Page);
        await Expect(tab.Page.Locator(".unsent")).ToContainTextAsync("You are signed out.");
    }

    [Fact]
    public async Task Without_script_the_form_sends_itself()
    {
        await using var tab = await Tab.Open(chromium, "/raise", script: false);
        await Send(tab.Page);
        await tab.Page.WaitForURLAsync("**/receipts/*");
        tab.Site.Raised.Count.ShouldBe(1);
    }

    private static async Task Send(IPage page)
    {
        await page.Locator("#raise-what").FillAsync(Typed);
        await page.GetByText("Send now").Last.ClickAsync();
    }
}
