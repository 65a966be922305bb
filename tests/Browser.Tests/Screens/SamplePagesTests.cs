using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Safeguard.Api.Tests.Pages.Samples;

[assembly: AssemblyFixture(typeof(Safeguard.Browser.Tests.Screens.Chromium))]

namespace Safeguard.Browser.Tests.Screens;

/// <summary>
/// One tab in which the samples are looked at one after the other: opening a new one for each costs more.
/// </summary>
public sealed class SampleTab(Chromium chromium) : IAsyncLifetime
{
    private IBrowserContext? _context;

    public IPage Page { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _context = await chromium.Open();
        Page = await _context.NewPageAsync();
    }

    public async ValueTask DisposeAsync() => await _context!.DisposeAsync();
}

/// <summary>
/// Every sample page in a real browser (R25). With <c>SAFEGUARD_SCREENS</c> set to a directory, each is also kept as a
/// picture there, to be looked at beside the design.
/// </summary>
public sealed class SamplePagesTests(SampleTab tab) : IClassFixture<SampleTab>
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
        var page = tab.Page;
        var broken = new List<string>();
        page.Console += (_, message) => { if (message.Type == "error") broken.Add(message.Text); };
        page.PageError += (_, error) => broken.Add(error);
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        await page.GotoAsync($"/sample/{sample}");
        foreach (var width in new[] { Desk, Phone })
        {
            await page.SetViewportSizeAsync(width, 800);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
            await Keep($"{sample}-{width}");
        }

        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(folded => { folded.open "
            + "= true; })");
        (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(Phone);
        Faults(await page.RunAxe()).ShouldBeEmpty();
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        await Keep($"{sample}-{Phone}-open-dark");
        Faults(await page.RunAxe(new AxeRunOptions { RunOnly = RunOnlyOptions.Rules(Contrast) })).ShouldBeEmpty();
        broken.ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(AxeResult result) =>
        result.Violations.Select(violation => $"{violation.Id}: {violation.Nodes[0].Html}");

    private async Task Keep(string name)
    {
        if (Environment.GetEnvironmentVariable("SAFEGUARD_SCREENS") is { Length: > 0 } directory)
            await tab.Page.ScreenshotAsync(new() { Path = Path.Combine(directory, name + ".png"), FullPage = true });
    }
}
