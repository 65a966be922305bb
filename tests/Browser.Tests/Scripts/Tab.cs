using Microsoft.Playwright;
using Safeguard.Browser.Tests.Screens;

namespace Safeguard.Browser.Tests.Scripts;

/// <summary>
/// A tab of one person's browser. The site behind it is the tab's own: what a closed tab still had under way never
/// arrives in another test.
/// </summary>
public sealed class Tab : IAsyncDisposable
{
    public const string Neutral = "https://www.bbc.co.uk/weather";

    private Tab(SampleSite site, IBrowserContext context, IPage page) => (Site, Context, Page) = (site, context, page);

    public SampleSite Site { get; }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public static async Task<Tab> Open(Chromium chromium, string address, bool script = true)
    {
        var site = await SampleSite.Start();
        var context = await chromium.Open(site.Address, script: script);
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return new(site, context, page);
    }

    /// <summary>
    /// Nothing here reaches beyond this machine. Only for who leaves: the browser's own cache is off from then on.
    /// </summary>
    public static Task AnswerForTheNeutralSite(IBrowserContext context) => context.RouteAsync(
        Neutral, route => route.FulfillAsync(new() { Body = "Sunny", ContentType = "text/plain" }));

    /// <summary>
    /// Leaves by Escape twice. On a busy machine more than a second may lie between the two: then, as a hand does,
    /// twice again.
    /// </summary>
    public static async Task LeaveByEscape(IPage page)
    {
        for (var attempt = 0; attempt < 5 && page.Url != Neutral; attempt++)
        {
            await page.Keyboard.PressAsync("Escape");
            await page.Keyboard.PressAsync("Escape");
            try
            {
                await page.WaitForURLAsync(Neutral, new() { Timeout = 6_000 });
            }
            catch (TimeoutException)
            {
                // Not left yet; the last attempt's caller asks where the page is.
            }
        }

        page.Url.ShouldBe(Neutral);
    }

    /// <summary>Another tab of the same browser: the device is the same, what a tab keeps for itself is not.</summary>
    public async Task<IPage> Another(string address)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        await Site.DisposeAsync();
    }
}
