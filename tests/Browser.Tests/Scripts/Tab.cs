using Microsoft.Playwright;
using Safeguard.Browser.Tests.Screens;

namespace Safeguard.Browser.Tests.Scripts;

/// <summary>A tab of one person's browser, with the neutral site that Hide leaves for.</summary>
public sealed class Tab : IAsyncDisposable
{
    /// <summary>One after the other: they share what the site took and how it answers.</summary>
    public const string Scripts = "scripts";

    public const string Neutral = "https://www.bbc.co.uk/weather";

    private Tab(IBrowserContext context, IPage page) => (Context, Page) = (context, page);

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    public static async Task<Tab> Open(Chromium chromium, string address, bool script = true)
    {
        var context = await chromium.Open(script: script);
        await context.RouteAsync(Neutral, route => route.FulfillAsync(new()
        {
            Body = "Sunny",
            ContentType = "text/plain"
        }));
        var page = await context.NewPageAsync();
        await page.GotoAsync(address);
        return new(context, page);
    }

    /// <summary>Another tab of the same browser: the device is the same, what a tab keeps for itself is not.</summary>
    public async Task<IPage> Another(string address)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(address);
        return page;
    }

    public async ValueTask DisposeAsync() => await Context.DisposeAsync();
}
