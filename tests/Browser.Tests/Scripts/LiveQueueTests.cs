using Safeguard.Browser.Tests.Screens;
using static Microsoft.Playwright.Assertions;

namespace Safeguard.Browser.Tests.Scripts;

public sealed class LiveQueueTests(Chromium chromium)
{
    [Fact]
    public async Task What_comes_in_is_said_above_the_queue_and_nothing_there_moves()
    {
        await using var tab = await Tab.Open(chromium, "/sample/queue");
        var first = await tab.Page.Locator(".queue > li").First.GetAttributeAsync("data-id");
        var place = await tab.Page.Locator(".queue > li").First.BoundingBoxAsync();
        tab.Site.Happened("0193451e-7c00-7a41-9d3e-52c1a4c0aaaa");
        var status = tab.Page.Locator("#live");
        await Expect(status).ToHaveTextAsync("1 new. Show");
        await Expect(status).ToHaveAttributeAsync("role", "status");
        tab.Site.Happened(first!);
        await Expect(status).ToHaveTextAsync("1 new. 1 changed. Show");
        (await tab.Page.Locator(".queue > li").First.BoundingBoxAsync())!.Y.ShouldBe(place!.Y, tolerance: 60);
    }
}
