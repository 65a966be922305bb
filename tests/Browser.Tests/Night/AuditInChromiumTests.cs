using Microsoft.Playwright;
using Safeguard.Api.Tests.Server;
using Safeguard.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Night;

/// <summary>
/// The auditor's room in a real browser, by keyboard alone: a record is stepped through as it was known, each
/// conclusion leads to the event that it follows from, and the page prints.
/// </summary>
[Collection(Nights.Name)]
public sealed class AuditInChromiumTests(Chromium chromium, WexcombeServer wexcombe)
{
    private const string Auditor = "we0010";

    /// <summary>Of Cloister College, and on leave.</summary>
    private const string Raiser = "we0286";

    private const string Events = "#events ~ ol.timeline > li";

    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Fact, Trait("Rule", "R24"), Trait("Rule", "R25")]
    public async Task A_history_is_stepped_through_by_keyboard_and_says_which_event_each_thing_follows_from()
    {
        var senior = _server.Directory.Present.SeniorMembersOf(new("cloister-college"))[0].Value;
        using var raiser = await _server.ClientAsync(Raiser);
        using var responder = await _server.ClientAsync(senior);
        var address = $"/api/escalations/{Guid.CreateVersion7()}";
        var raised = await raiser.PutAsync(address, new { what = "Only its readers know this sentence." });
        raised.Status.ShouldBe(201);
        // A page steps by seconds: what lies within one is one step.
        await Task.Delay(TimeSpan.FromSeconds(1.1));
        (await responder.PostAsync($"{address}/acknowledgement", new { })).Status.ShouldBe(204);
        (await responder.PostAsync($"{address}/contact", new { mode = "phone" })).Status.ShouldBe(204);
        await using var desk = await Screen.OpenAsync(
            chromium, _server, Auditor, $"/audit/history/escalation:{address.Split('/')[^1]}", script: false);
        var page = desk.Page;
        await desk.IsReadableAsync();

        await PressAsync(page.GetByRole(AriaRole.Button, new() { Name = "First" }));
        await Expect(page.Locator(".known strong")).ToContainTextAsync("recorded by");
        var known = await page.Locator(Events).CountAsync();
        var on = page.GetByRole(AriaRole.Button, new() { NameRegex = new("^On to") });
        await Expect(on).ToHaveCountAsync(1);
        while (await on.CountAsync() > 0)
        {
            var to = int.Parse((await on.TextContentAsync())!.Split(' ')[^1]);
            await PressAsync(on);
            await Expect(page.Locator(Events)).ToHaveCountAsync(to);
        }

        (await page.Locator(Events).CountAsync()).ShouldBeGreaterThan(known);

        // The state follows from an event of the record, the standing from one of the supporter's.
        foreach (var because in new[] { "[href^='#event-']", $"[href^='#supporter-{Raiser}-']" })
        {
            var link = page.Locator($"dl.facts a{because}").First;
            var anchor = await link.GetAttributeAsync("href");
            await PressAsync(link);
            page.Url.ShouldEndWith(anchor!);
            await Expect(page.Locator(anchor!)).ToBeInViewportAsync();
        }

        await Expect(page.GetByText("Only its readers")).ToHaveCountAsync(0);

        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator(".print-only")).ToBeVisibleAsync();
        await Expect(page.Locator("header.top")).ToBeHiddenAsync();
        (await page.PdfAsync(new() { Format = "A4" })).Length.ShouldBeGreaterThan(10_000);
    }

    private static async Task PressAsync(ILocator control)
    {
        await control.FocusAsync();
        await Expect(control).ToBeFocusedAsync();
        await control.PressAsync("Enter");
    }
}
