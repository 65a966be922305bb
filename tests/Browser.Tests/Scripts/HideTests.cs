using Microsoft.Playwright;
using Safeguard.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Scripts;

/// <summary>Leaving a page quickly (R25).</summary>
public sealed class HideTests(Chromium chromium)
{
    [Fact]
    public async Task Escape_twice_leaves_for_the_neutral_site_and_Back_does_not_return()
    {
        await using var tab = await Tab.Open(chromium, "/sample/escalation-held");
        await Tab.AnswerForTheNeutralSite(tab.Context);
        await Tab.LeaveByEscape(tab.Page);
        await tab.Page.GoBackAsync();
        tab.Page.Url.ShouldNotContain("/sample/");
    }

    [Fact]
    public async Task The_page_is_blank_before_anything_is_loaded()
    {
        await using var tab = await Tab.Open(chromium, "/sample/escalation-held");
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.Keyboard.DownAsync("Escape");
        (await tab.Page.Locator("body").InnerHTMLAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Escape_once_or_slowly_stays()
    {
        await using var tab = await Tab.Open(chromium, "/sample/escalation-held");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Task.Delay(1200, TestContext.Current.CancellationToken);
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Escape_for_an_open_list_closes_the_list_only()
    {
        await using var tab = await Tab.Open(chromium, "/sample/people");
        await tab.Page.Locator("#role").ClickAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.Locator("h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Hide_leaves_without_script_as_well()
    {
        await using var tab = await Tab.Open(chromium, "/sample/queue", script: false);
        await Tab.AnswerForTheNeutralSite(tab.Context);
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Hide this page" }).ClickAsync();
        await tab.Page.WaitForURLAsync(Tab.Neutral);
    }
}
