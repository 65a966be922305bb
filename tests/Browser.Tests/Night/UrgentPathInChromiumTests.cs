using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Safeguard.Api.Tests.Server;
using Safeguard.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Night;

/// <summary>
/// The urgent path in two real browsers on the real server: a supporter on a small phone without JavaScript, and the
/// Senior Member whose queue shows it without a reload. Every page on the way is read by axe, light and dark.
/// </summary>
public sealed class UrgentPathInChromiumTests(Chromium chromium)
{
    private const string Supporter = "we0102";
    private const string Panel = "alder-college";

    [Fact, Trait("Rule", "R1"), Trait("Rule", "R5"), Trait("Rule", "R18"), Trait("Rule", "R25")]
    public async Task A_supporter_raises_by_keyboard_and_the_Senior_Member_takes_it_makes_contact_and_closes()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        var duty = server.Directory.Present.DutyAt(new(Panel), server.Now).First!.Value.Value;

        await using var phone = await chromium.Open(width: 320, script: false);
        await using var desk = await chromium.Open(width: 1280);
        var queue = await SignInAsync(desk, server, duty, "/queue");
        await Expect(queue.GetByText("Nobody is waiting")).ToBeVisibleAsync();
        await ReadByAxeAsync(queue);

        var raise = await SignInAsync(phone, server, Supporter, "/raise");
        await RaiseByKeyboardAsync(raise);

        await Expect(queue.Locator("#live")).ToContainTextAsync("1 new.");
        await queue.GetByRole(AriaRole.Link, new() { Name = "Show" }).ClickAsync();
        await ReadByAxeAsync(queue);
        await queue.GetByRole(AriaRole.Button, new() { Name = "I have it" }).ClickAsync();
        await queue.GotoAsync(await EscalationAsync(queue));
        await AnswerAndCloseAsync(queue);

        await raise.ReloadAsync();
        await Expect(raise.GetByRole(AriaRole.Heading, new() { Name = "Finished" })).ToBeVisibleAsync();
    }

    private static async Task RaiseByKeyboardAsync(IPage page)
    {
        await ReadByAxeAsync(page);
        await OverflowsNothingAsync(page);
        await TabToAsync(page, "textarea[name=what]");
        await page.Keyboard.TypeAsync("Someone on my corridor needs a person tonight.");
        await TabToAsync(page, "input[name=inDangerNow]");
        await page.Keyboard.PressAsync("Space");
        await TabToAsync(page, "button.lamp");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("We have it");
        await ReadByAxeAsync(page);
        await OverflowsNothingAsync(page);
    }

    private static async Task AnswerAndCloseAsync(IPage page)
    {
        await ReadByAxeAsync(page);
        await Expect(page.GetByText("Someone on my corridor needs a person tonight.")).ToBeVisibleAsync();
        await page.GetByText("I have spoken with the student").First.ClickAsync();
        await page.GetByLabel("By phone").First.CheckAsync();
        await page.Locator("form#contact button").ClickAsync();
        await page.GetByLabel("What makes it safe for now").First.FillAsync("A friend stays until morning.");
        await page.Locator("form#safe-for-now button").ClickAsync();
        await ReadByAxeAsync(page);
        // Sent empty first: the page says what is missing and keeps what was typed.
        await page.Locator("form#closure [name=summary]").FillAsync("A student needed a person.");
        await page.Locator("form#closure button").Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.Locator("form#closure [name=summary]")).ToHaveValueAsync("A student needed a person.");
        await ReadByAxeAsync(page);
        await page.Locator("form#closure [name=followUp]").FillAsync("By phone.");
        await page.Locator("form#closure [name='decisions[0].decision']").FillAsync("Stayed on the phone");
        await page.Locator("form#closure [name='decisions[0].reason']").FillAsync("Until the friend came");
        await page.Locator("form#closure [name=outcome]").FillAsync("Safe for now.");
        await page.Locator("form#closure [name=told]").FillAsync("Nobody");
        await page.Locator("form#closure button").Last.ClickAsync();
        await Expect(page.GetByText("Closed").First).ToBeVisibleAsync();
        await ReadByAxeAsync(page);
    }

    private static async Task<IPage> SignInAsync(
        IBrowserContext browser, SafeguardTestServer server, string person, string then)
    {
        var page = await browser.NewPageAsync();
        await page.GotoAsync(new Uri(server.Address, $"/sign-in?returnTo={Uri.EscapeDataString(then)}").ToString());
        await page.Locator("#find-name").FillAsync(person);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await page.Locator($"#found ~ * button[value={person}], section[aria-labelledby=found] button[value={person}]")
            .First.ClickAsync();
        await page.WaitForURLAsync($"**{then}");
        return page;
    }

    private static async Task<string> EscalationAsync(IPage page)
    {
        if (page.Url.Contains("/escalations/", StringComparison.Ordinal)) return page.Url;
        var link = page.Locator(".queue > li a[href^='/escalations/']").First;
        return new Uri(new Uri(page.Url), await link.GetAttributeAsync("href")).ToString();
    }

    /// <summary>Presses Tab until the element has the focus: reachable by keyboard is what is being proved.</summary>
    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var press = 0; press < 40; press++)
        {
            if (await page.Locator($"{selector}:focus").CountAsync() > 0) return;
            await page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{selector} cannot be reached by Tab.");
    }

    private static async Task OverflowsNothingAsync(IPage page)
    {
        var box = await page.Locator("main").BoundingBoxAsync();
        box!.Width.ShouldBeLessThanOrEqualTo(320);
    }

    private static async Task ReadByAxeAsync(IPage page)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var result = await page.RunAxe();
            result.Violations.Select(violation =>
                $"{scheme} {new Uri(page.Url).AbsolutePath}: {violation.Id}").ShouldBeEmpty();
        }

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
    }
}
