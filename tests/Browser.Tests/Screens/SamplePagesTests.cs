using Deque.AxeCore.Commons;
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

    /// <summary>The only rule of axe whose answer depends on the colours.</summary>
    private const string Contrast = "color-contrast";

    public static TheoryData<string> Samples => [.. Sample.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_page_is_accessible_and_never_scrolls_sideways(string sample)
    {
        await using var context = await chromium.Open(Phone);
        var page = await Visit(context, sample);
        foreach (var width in new[] { Desk, Phone })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
            await Keep(page, $"{sample}-{width}");
        }

        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(folded => { folded.open = true; })");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Phone);
        Faults(await page.RunAxe()).ShouldBeEmpty();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Keep(page, $"{sample}-{Phone}-open-dark");
        Faults(await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules(Contrast) })).ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(AxeResult result) =>
        result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}");

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
