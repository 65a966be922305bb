using System.Collections.Concurrent;
using Microsoft.Playwright;
using Safeguard.Api.Tests.Server;
using Safeguard.Browser.Tests.Screens;

namespace Safeguard.Browser.Tests.Night;

/// <summary>
/// One person at one browser of their own, on the real server. What the browser complains of is a fault of the test.
/// </summary>
public sealed class Screen : IAsyncDisposable
{
    public const int Phone = 320;
    public const int Desk = 1280;
    private const int Height = 800;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentQueue<string> complaints = new();
    private readonly Chromium chromium;
    private readonly int width;
    private readonly bool script;
    private IPage? twin;

    private Screen(Chromium chromium, IBrowserContext context, IPage page, int width, bool script)
    {
        (this.chromium, Context, Page, this.width, this.script) = (chromium, context, page, width, script);
        page.PageError += (_, error) => complaints.Enqueue(error);
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Somebody who has not signed in.</summary>
    public static async Task<Screen> OpenAsync(
        Chromium chromium, SafeguardTestServer server, int width = Desk, bool script = true, bool touch = false)
    {
        var context = await chromium.Open(server.Address.ToString(), width, script, touch);
        return new Screen(chromium, context, await context.NewPageAsync(), width, script);
    }

    /// <summary>That person, signed in and on that page.</summary>
    public static async Task<Screen> OpenAsync(
        Chromium chromium, SafeguardTestServer server, string person, string address, int width = Desk,
        bool script = true, bool touch = false)
    {
        var screen = await OpenAsync(chromium, server, width, script, touch);
        await screen.SignInAsync(person);
        await screen.Page.GotoAsync(address);
        return screen;
    }

    /// <summary>A session, by the demo's door and without its page.</summary>
    public async Task SignInAsync(string person)
    {
        var form = Context.APIRequest.CreateFormData();
        form.Set("person", person);
        (await Context.APIRequest.PostAsync("/demo/sign-in", new() { Form = form })).Ok.ShouldBeTrue();
    }

    /// <summary>Another tab of the same browser.</summary>
    public async Task<Screen> AnotherTabAsync(string address)
    {
        var page = await Context.NewPageAsync();
        await page.GotoAsync(address);
        return new Screen(chromium, Context, page, width, script);
    }

    /// <summary>
    /// Nothing for axe to find and nothing that scrolls sideways, on a phone and on a desk, light and dark (R25).
    /// </summary>
    public async Task IsReadableAsync()
    {
        var where = new Uri(Page.Url).AbsolutePath.Split('/')[1];
        var page = script ? Page : await TwinAsync();
        foreach (var looked in new[] { Desk, Phone })
        {
            await page.SetViewportSizeAsync(looked, Height);
            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"))
                .ShouldBeLessThanOrEqualTo(looked, $"/{where} at {looked} px");
            (await Axe.FaultsAsync(page)).ShouldBeEmpty($"/{where} at {looked} px");
        }

        complaints.ShouldBeEmpty();
        if (script) await page.SetViewportSizeAsync(width, Height);
    }

    /// <summary>Presses Tab until it has the focus: that it can be reached by keyboard is what is proved.</summary>
    public async Task TabToAsync(string selector)
    {
        const int furthest = 60;
        for (var press = 0; press < furthest; press++)
        {
            if (await Page.Locator($"{selector}:focus").CountAsync() > 0) return;
            await Page.Keyboard.PressAsync("Tab");
        }

        throw new InvalidOperationException($"{selector} cannot be reached by Tab.");
    }

    /// <summary>Goes there by keyboard and presses Enter; the page that follows has loaded.</summary>
    public async Task PressAsync(string selector)
    {
        await TabToAsync(selector);
        await EnterAsync();
    }

    /// <summary>Presses Enter, and waits for the page that it leads to.</summary>
    public async Task EnterAsync()
    {
        var loaded = new TaskCompletionSource();
        void Loaded(object? sender, IPage page) => loaded.TrySetResult();
        Page.Load += Loaded;
        await Page.Keyboard.PressAsync("Enter");
        await loaded.Task.WaitAsync(Patience);
        Page.Load -= Loaded;
    }

    /// <summary>Goes there by keyboard and types.</summary>
    public async Task TypeAsync(string selector, string words)
    {
        await TabToAsync(selector);
        await Page.Keyboard.TypeAsync(words);
    }

    public async ValueTask DisposeAsync()
    {
        if (twin is not null) await twin.Context.DisposeAsync();
        await Context.DisposeAsync();
    }

    /// <summary>
    /// axe cannot run where script is off. So it reads the same page, as it stands here to the last attribute, in a
    /// browser where script is on, and the page's own script stays out.
    /// </summary>
    private async Task<IPage> TwinAsync()
    {
        if (twin is null)
        {
            var context = await chromium.Open(new Uri(Page.Url).GetLeftPart(UriPartial.Authority));
            twin = await context.NewPageAsync();
        }

        var html = await Page.ContentAsync();
        await twin.UnrouteAllAsync();
        await twin.RouteAsync("**/*", route => route.Request.ResourceType switch
        {
            "document" => route.FulfillAsync(new() { Body = html, ContentType = "text/html; charset=utf-8" }),
            "script" => route.AbortAsync(),
            _ => route.ContinueAsync(),
        });
        await twin.GotoAsync("/");
        return twin;
    }
}
