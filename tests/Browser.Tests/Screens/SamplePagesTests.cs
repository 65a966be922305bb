using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Safeguard.Api.Tests.Pages.Samples;

[assembly: AssemblyFixture(typeof(Safeguard.Browser.Tests.Screens.Chromium))]

namespace Safeguard.Browser.Tests.Screens;

/// <summary>
/// Every sample page in a real browser (R25). With <c>SAFEGUARD_SCREENS</c> set to a directory, each is also kept as a
/// picture there, to be looked at beside the design.
/// </summary>
public sealed class SamplePagesTests(Chromium chromium)
{
    private const int Phone = 320;
    private const int Desk = 1280;

    public static TheoryData<string, bool> Shown =>
        [.. Sample.All.SelectMany(sample => new[] { false, true }.Select(dark => (sample.Name, dark)))];

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task A_page_is_accessible_at_320_pixels(string sample, bool dark)
    {
        await using var context = await chromium.Open(Phone, dark);
        var page = await Visit(context, sample);
        foreach (var folded in await page.QuerySelectorAllAsync("main details:not([open])"))
            await folded.EvaluateAsync("details => { details.open = true; }");
        var violations = (await page.RunAxe()).Violations;
        violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}").ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Shown))]
    public async Task A_page_never_scrolls_sideways(string sample, bool dark)
    {
        foreach (var width in new[] { Phone, Desk })
        {
            await using var context = await chromium.Open(width, dark);
            var page = await Visit(context, sample);
            await Keep(page, $"{sample}-{width}-{(dark ? "dark" : "light")}");
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
        }
    }

    private static async Task<IPage> Visit(IBrowserContext context, string sample)
    {
        var page = await context.NewPageAsync();
        var broken = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") broken.Add(message.Text); };
        page.PageError += (_, error) => broken.Add(error);
        await page.GotoAsync($"/sample/{sample}");
        broken.ShouldBeEmpty();
        return page;
    }

    private static async Task Keep(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SAFEGUARD_SCREENS") is { Length: > 0 } directory)
            await page.ScreenshotAsync(new() { Path = Path.Combine(directory, name + ".png"), FullPage = true });
    }
}
