using Safeguard.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Scripts;

/// <summary>What was typed is never lost, and never somebody else's to read (R25).</summary>
public sealed class DraftTests(Chromium chromium)
{
    private const string Typed = "They will not open the door";

    [Fact]
    public async Task What_was_typed_is_there_again_after_a_reload()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        await Type(tab);
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator("#raise-what")).ToHaveValueAsync(Typed);
        await Expect(tab.Page.Locator("input[name=alone][value=yes]")).ToBeCheckedAsync();
        await Expect(tab.Page.GetByText("We kept what you typed.")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Start_afresh_forgets_it()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        await Type(tab);
        await tab.Page.ReloadAsync();
        await tab.Page.GetByText("Start afresh").ClickAsync();
        await Expect(tab.Page.Locator("#raise-what")).ToHaveValueAsync("");
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator("#raise-what")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task It_survives_a_sign_out_and_leaving_quickly()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        await Tab.AnswerForTheNeutralSite(tab.Context);
        await Type(tab);
        await tab.Page.GotoAsync("/sample/signed-out");
        await tab.Page.GotoAsync(Tab.Neutral);
        await tab.Page.GotoAsync("/raise");
        await Expect(tab.Page.Locator("#raise-what")).ToHaveValueAsync(Typed);
    }

    [Fact]
    public async Task Somebody_else_in_the_same_tab_finds_nothing_of_it()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        await Type(tab);
        await tab.Page.GotoAsync("/raise?person=we0548");
        await Expect(tab.Page.Locator("#raise-what")).ToHaveValueAsync("");
        (await tab.Page.EvaluateAsync<string>("JSON.stringify({ ...sessionStorage, ...localStorage })"))
            .ShouldNotContain(Typed);
    }

    [Fact]
    public async Task Another_tab_finds_nothing_of_it()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        await Type(tab);
        var other = await tab.Another("/raise");
        await Expect(other.Locator("#raise-what")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task Once_it_has_arrived_it_is_forgotten()
    {
        await using var tab = await Tab.Open(chromium, "/raise");
        await Type(tab);
        await tab.Page.GetByText("Send now").Last.ClickAsync();
        await tab.Page.WaitForURLAsync("**/receipts/*");
        (await tab.Page.EvaluateAsync<int>("sessionStorage.length")).ShouldBe(0);
    }

    [Fact]
    public async Task A_refused_form_shows_what_the_server_sent_back()
    {
        await using var tab = await Tab.Open(chromium, "/sample/raise-error");
        await Expect(tab.Page.Locator("#raise-where")).ToHaveValueAsync("Staircase 4");
        await Expect(tab.Page.Locator(".problem")).ToBeFocusedAsync();
    }

    private static async Task Type(Tab tab)
    {
        await tab.Page.Locator("#raise-what").FillAsync(Typed);
        await tab.Page.Locator("input[name=alone][value=yes]").CheckAsync();
    }
}
