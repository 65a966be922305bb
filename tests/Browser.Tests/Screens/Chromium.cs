using Microsoft.Playwright;

namespace Safeguard.Browser.Tests.Screens;

/// <summary>One headless Chromium for all tests of the assembly: to start one costs more than most tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Where Debian puts it; <c>SAFEGUARD_CHROMIUM</c> names another.</summary>
    private const string Installed = "/usr/bin/chromium";

    private static readonly string[] Quietly =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>A busy machine is slow, not wrong; what never comes still fails.</summary>
    private const float Patience = 60_000;

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("SAFEGUARD_CHROMIUM") ?? Installed,
            Args = Quietly,
        });
    }

    /// <summary>A browser of one person: its own storage, and nothing of anybody else's.</summary>
    public async Task<IBrowserContext> Open(string site, int width = 1280, bool script = true, bool touch = false)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = site,
            ViewportSize = new() { Width = width, Height = 800 },
            JavaScriptEnabled = script,
            HasTouch = touch,
        });
        context.SetDefaultTimeout(Patience);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null) await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
