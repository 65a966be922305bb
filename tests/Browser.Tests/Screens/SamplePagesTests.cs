using System.Collections.Concurrent;
using Microsoft.Playwright;
using Safeguard.Api.Tests.Pages.Samples;

[assembly: AssemblyFixture(typeof(Safeguard.Browser.Tests.Screens.Chromium))]

namespace Safeguard.Browser.Tests.Screens;

/// <summary>
/// One tab in which the samples are looked at one after the other: opening a new one for each costs more.
/// </summary>
public sealed class SampleTab(Chromium chromium) : IAsyncLifetime
{
    private SampleSite? _site;
    private IBrowserContext? _context;

    public IPage Page { get; private set; } = null!;

    /// <summary>What the browser complained of since the last page was opened.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _site = await SampleSite.Start();
        _context = await chromium.Open(_site.Address);
        Page = await _context.NewPageAsync();
        Page.Console += (_, message) => { if (message.Type == "error") Complaints.Enqueue(message.Text); };
        Page.PageError += (_, error) => Complaints.Enqueue(error);
    }

    public async ValueTask DisposeAsync()
    {
        await _context!.DisposeAsync();
        await _site!.DisposeAsync();
    }
}

/// <summary>
/// Every sample page in a real browser (R25). With <c>SAFEGUARD_SCREENS</c> set to a directory, each is also kept as a
/// picture there, to be looked at beside the design.
/// </summary>
public sealed class SamplePagesTests(SampleTab tab) : IClassFixture<SampleTab>
{
    private const int Phone = 320;
    private const int Desk = 1280;

    public static TheoryData<string> Samples => [.. Sample.All.Select(sample => sample.Name)];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_page_is_accessible_and_never_scrolls_sideways(string sample)
    {
        var page = tab.Page;
        tab.Complaints.Clear();
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
        (await Axe.FaultsAsync(page)).ShouldBeEmpty();
        tab.Complaints.ShouldBeEmpty();
    }

    private async Task Keep(string name)
    {
        if (Environment.GetEnvironmentVariable("SAFEGUARD_SCREENS") is not { Length: > 0 } directory) return;
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await tab.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
            var path = Path.Combine(directory, $"{name}-{scheme}.png".ToLowerInvariant());
            await tab.Page.ScreenshotAsync(new() { Path = path, FullPage = true });
        }
    }
}
