using Microsoft.Playwright;

namespace Safeguard.Browser.Tests.Screens;

/// <summary>One headless Chromium and one site of samples for all tests of the assembly.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Where Debian puts it; <c>SAFEGUARD_CHROMIUM</c> names another.</summary>
    private const string Installed = "/usr/bin/chromium";

    private static readonly string[] Quietly =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private SampleSite? _site;

    public SampleSite Site => _site!;

    public async ValueTask InitializeAsync()
    {
        _site = await SampleSite.Start();
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SAFEGUARD_CHROMIUM") ?? Installed,
            Args = Quietly,
        });
    }

    /// <summary>A browser of one person: its own storage, and nothing of anybody else's.</summary>
    public async Task<IBrowserContext> Open(int width = 1280, bool script = true) =>
        await _browser!.NewContextAsync(new()
        {
            BaseURL = Site.Address,
            ViewportSize = new() { Width = width, Height = 800 },
            JavaScriptEnabled = script,
        });

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
        if (_site is not null) await _site.DisposeAsync();
    }
}
