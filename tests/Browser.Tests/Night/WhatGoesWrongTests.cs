using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Safeguard.Api.Tests.Server;
using Safeguard.Browser.Tests.Screens;
using Safeguard.Browser.Tests.Scripts;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Night;

/// <summary>
/// What people do to a browser at two in the morning, on the real server: nothing is doubled, lost or frightening.
/// </summary>
[Collection(Nights.Name)]
public sealed class WhatGoesWrongTests(Chromium chromium, WexcombeServer wexcombe)
{
    private const string Said = "They will not open the door.";

    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Theory, Trait("Rule", "R1")]
    [InlineData(Wexcombe.BeaconSupporter, true)]
    [InlineData(Wexcombe.BellamySupporter, false)]
    public async Task Pressed_twice_and_once_more_after_Back_it_is_raised_once(string raiser, bool script)
    {
        await using var phone = await Screen.OpenAsync(
            chromium, _server, raiser, "/raise", Screen.Phone, script);
        await phone.Page.Locator("#raise-what").FillAsync(Said);
        await phone.Page.Locator("button.lamp").DblClickAsync();
        // The second click cuts off what the first began: where it ends is looked at, not the way there.
        await Expect(phone.Page).ToHaveURLAsync(new Regex("/receipts/"));
        await phone.Page.WaitForLoadStateAsync();
        var receipt = phone.Page.Url;
        await phone.Page.GoBackAsync();
        await Expect(phone.Page.Locator("#raise-what")).ToHaveValueAsync(Said);
        await phone.Page.Locator("button.lamp").ClickAsync();
        await Expect(phone.Page).ToHaveURLAsync(receipt);
        receipt.ShouldEndWith((await _server.RaisedByAsync(raiser)).ShouldHaveSingleItem());
    }

    [Fact, Trait("Rule", "R5")]
    public async Task Of_two_who_say_I_have_it_at_once_one_has_it_and_the_other_is_told_calmly()
    {
        var id = await _server.RaiseAsync(Wexcombe.AshbySupporter, Said);
        await using var one = await Screen.OpenAsync(
            chromium, _server, Wexcombe.AshbyOne, $"/escalations/{id}");
        await using var other = await Screen.OpenAsync(
            chromium, _server, Wexcombe.AshbyOther, $"/escalations/{id}");
        await Task.WhenAll(SayIHaveItAsync(one), SayIHaveItAsync(other));

        (await _server.StoryAsync(Wexcombe.AshbyOne, id)).Count(what => what == "Acknowledged").ShouldBe(1);
        foreach (var screen in new[] { one, other })
        {
            await Expect(screen.Page.GetByRole(AriaRole.Button, new() { Name = "I have it" })).ToHaveCountAsync(0);
            await screen.IsReadableAsync();
        }

        var said = await Task.WhenAll(new[] { one, other }.Select(screen => screen.Page.TitleAsync()));
        said.Order(StringComparer.Ordinal).ShouldBe(
            ["Not saved: urgent contact – Wexcombe", "Urgent contact – Wexcombe"]);
    }

    [Fact, Trait("Rule", "R5")]
    public async Task One_who_says_I_have_it_in_two_tabs_has_it_once_and_reads_the_same_in_both()
    {
        var id = await _server.RaiseAsync(Wexcombe.BirchSupporter, Said);
        await using var one = await Screen.OpenAsync(
            chromium, _server, Wexcombe.BirchSenior, $"/escalations/{id}");
        var other = await one.AnotherTabAsync($"/escalations/{id}");
        await Task.WhenAll(SayIHaveItAsync(one), SayIHaveItAsync(other));
        foreach (var tab in new[] { one, other })
            await Expect(tab.Page.Locator(".next h2")).ToHaveTextAsync("Speak with them now");
        (await _server.StoryAsync(Wexcombe.BirchSenior, id)).Count(what => what == "Acknowledged").ShouldBe(1);
    }

    [Theory, Trait("Rule", "R13")]
    [InlineData("/queue")]
    [InlineData("/import")]
    [InlineData("/escalations/0193451e-7c00-7a41-9d3e-52c1a4c0f7d2")]
    public async Task What_is_not_yours_is_one_calm_page_with_the_numbers_to_phone(string address)
    {
        await using var screen = await Screen.OpenAsync(chromium, _server, Wexcombe.Supporter, address);
        await Expect(screen.Page.Locator("h1")).ToHaveTextAsync("We can’t show you this");
        await Expect(screen.Page.Locator(".sos a[href='tel:999']")).ToBeVisibleAsync();
        await screen.IsReadableAsync();
    }

    [Fact, Trait("Rule", "R25")]
    public async Task Escape_twice_leaves_and_what_was_typed_is_there_for_whoever_comes_back()
    {
        await using var phone = await Screen.OpenAsync(
            chromium, _server, Wexcombe.Supporter, "/raise", Screen.Phone);
        await Tab.AnswerForTheNeutralSite(phone.Context);
        await phone.Page.Locator("#raise-what").FillAsync(Said);
        await Tab.LeaveByEscape(phone.Page);
        await phone.Page.GotoAsync("/raise");
        await Expect(phone.Page.Locator("#raise-what")).ToHaveValueAsync(Said);
    }

    [Theory, Trait("Rule", "R1"), Trait("Rule", "R25")]
    [InlineData("we0107", true)]
    [InlineData("we0108", false)]
    public async Task A_session_that_ends_while_typing_costs_a_sign_in_and_no_word(string raiser, bool script)
    {
        await using var phone = await Screen.OpenAsync(chromium, _server, raiser, "/raise", Screen.Phone, script);
        await phone.Page.Locator("#raise-what").FillAsync(Said);
        await phone.Context.ClearCookiesAsync();
        await phone.Page.Locator("button.lamp").ClickAsync();
        await Expect(phone.Page.Locator("h1")).ToHaveTextAsync("You were signed out");
        await Expect(phone.Page.Locator("blockquote")).ToHaveTextAsync(Said);
        await phone.IsReadableAsync();

        await phone.SignInAsync(raiser);
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Send it now" }).ClickAsync();
        await Expect(phone.Page.Locator("h1")).ToHaveTextAsync("We have it");
        (await _server.RaisedByAsync(raiser)).ShouldHaveSingleItem();
    }

    private static async Task SayIHaveItAsync(Screen screen)
    {
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "I have it" }).ClickAsync();
        await Expect(screen.Page.Locator(".next, .problem").First).ToBeVisibleAsync();
    }
}
