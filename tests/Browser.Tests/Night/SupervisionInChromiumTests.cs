using Microsoft.Playwright;
using Safeguard.Api.Tests.Server;
using Safeguard.Browser.Tests.Screens;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Night;

/// <summary>
/// The fortnight in a real browser: a supervisor takes a register by touch on a phone without JavaScript, the heat map
/// says in words and signs who came, and a supporter reads why they are due. axe reads every page on the way.
/// </summary>
[Collection(Nights.Name)]
public sealed class SupervisionInChromiumTests(Chromium chromium, WexcombeServer wexcombe)
{
    private const string Supervisor = "we0004";
    private const int TouchPhone = 360;

    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Fact, Trait("Rule", "R9"), Trait("Rule", "R25")]
    public async Task A_register_is_taken_by_touch_on_a_phone_one_tap_a_person()
    {
        await using var phone = await Screen.OpenAsync(
            chromium, _server, Supervisor, "/groups/g10", TouchPhone, script: false, touch: true);
        var page = phone.Page;
        await page.FillAsync("#schedule-day", "2026-11-20");
        await page.GetByRole(AriaRole.Button, new() { Name = "Schedule it" }).TapAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Take the register of Fri 20 Nov" }).TapAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Register: group G10");
        await phone.IsReadableAsync();

        var people = await page.Locator(".register fieldset").AllAsync();
        people.Count.ShouldBeGreaterThan(15);
        foreach (var person in people.Skip(2))
            await person.GetByText("Here", new() { Exact = true }).TapAsync();
        var excused = people[1];
        await Expect(excused.Locator(".why")).ToBeHiddenAsync();
        await excused.GetByText("Excused", new() { Exact = true }).TapAsync();
        await excused.GetByLabel("Why, in a word").SelectOptionAsync("Illness");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the register" }).TapAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say whether");
        await phone.IsReadableAsync();

        var first = page.Locator(".register fieldset").First;
        await first.GetByText("Absent", new() { Exact = true }).TapAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save the register" }).TapAsync();
        await Expect(page.GetByText("The register is saved")).ToBeVisibleAsync();
        await Expect(page.GetByText("Excused: illness")).ToBeVisibleAsync();
        await phone.IsReadableAsync();
    }

    [Fact, Trait("Rule", "R9"), Trait("Rule", "R25")]
    public async Task The_heat_map_says_in_a_word_and_a_sign_who_came()
    {
        await using var desk = await Screen.OpenAsync(chromium, _server, Supervisor, "/groups/g04");
        var map = desk.Page.Locator("table.heat").First;
        await Expect(map.GetByRole(AriaRole.Columnheader).Nth(7)).ToHaveTextAsync("26 Nov");
        var (words, signs) = (map.Locator("td .vh"), map.Locator("td svg use"));
        await Expect(words.GetByText("To come").First).ToHaveCountAsync(1);
        await Expect(words.GetByText("Absent").First).ToHaveCountAsync(1);
        (await signs.CountAsync()).ShouldBeGreaterThan(80);
        await Expect(desk.Page.Locator("symbol")).ToHaveCountAsync(6);
        await desk.IsReadableAsync();
        await desk.Page.GotoAsync("/groups");
        await desk.IsReadableAsync();
        await desk.Page.GotoAsync("/supervisor-tasks");
        await desk.IsReadableAsync();
    }

    [Fact, Trait("Rule", "R9"), Trait("Rule", "R25")]
    public async Task A_supporter_reads_why_they_are_due()
    {
        var institution = _server.Directory.Present;
        var due = institution.GroupOf(new GroupId("g16")).Members.First(member =>
            institution.StandingAt(member, _server.Now).Standing == Standing.DueSoon);
        var answer = institution.StandingAt(due, _server.Now);
        await using var phone = await Screen.OpenAsync(
            chromium, _server, due.Value, "/my-supervision", Screen.Phone, script: false);
        await Expect(phone.Page.GetByText("Due soon", new() { Exact = true })).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText(
            $"Was at the session of G16 on {answer.LastCounted:dddd d MMMM}.")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByText($"{answer.DueOn:dddd d MMMM}").First).ToBeVisibleAsync();
        await phone.IsReadableAsync();
    }
}
