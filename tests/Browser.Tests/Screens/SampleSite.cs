using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Tests.Pages.Samples;

namespace Safeguard.Browser.Tests.Screens;

/// <summary>
/// Serves every sample page as the product does: same rendering, same files, same headers. What the scripts talk to is
/// here as well, so that a test can have it fail in ways that a healthy server does not.
/// </summary>
public sealed class SampleSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<Channel<string>, bool> _screens = new();

    private SampleSite(WebApplication app) => _app = app;

    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>What was raised and taken: the form's fields, in the order of arrival.</summary>
    public ConcurrentQueue<IFormCollection> Raised { get; } = new();

    /// <summary>How a raise is answered: where it leads, or the status that it fails with.</summary>
    public Func<IFormCollection, IResult> Answer { get; set; } = Taken;

    public static IResult Taken(IFormCollection form) => Results.Redirect($"/receipts/{form["id"]}");

    public static async Task<SampleSite> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPages();
        var app = builder.Build();
        var site = new SampleSite(app);
        app.UseSecurityHeaders();
        app.MapSiteFiles();
        app.MapGet("/sample/{name}", (string name) => Show(name));
        app.MapGet("/raise", (string? person) => Show("raise", person));
        app.MapPost("/raise", site.Raise);
        app.MapGet("/receipts/{id}", (string id) => Show("receipt"));
        app.MapGet("/sign-in", () => Show("sign-in"));
        app.MapGet("/api/escalations/live", site.Live);
        await app.StartAsync();
        return site;
    }

    /// <summary>Something happened to an escalation; every open queue hears of it.</summary>
    public void Happened(string id)
    {
        foreach (var screen in _screens.Keys) screen.Writer.TryWrite(id);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> Raise(HttpRequest request)
    {
        var form = await request.ReadFormAsync();
        var answer = Answer(form);
        if (answer is RedirectHttpResult { Url: { } url } && url.StartsWith("/receipts/", StringComparison.Ordinal))
            Raised.Enqueue(form);
        return answer;
    }

    private ServerSentEventsResult<LiveItem> Live(CancellationToken cancel) =>
        TypedResults.ServerSentEvents(Events(cancel));

    private async IAsyncEnumerable<SseItem<LiveItem>> Events(
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        var screen = Channel.CreateUnbounded<string>();
        _screens[screen] = true;
        try
        {
            yield return new(new(""), "ready");
            await foreach (var id in screen.Reader.ReadAllAsync(cancel)) yield return new(new(id), "escalation");
        }
        finally
        {
            _screens.TryRemove(screen, out _);
        }
    }

    private static IResult Show(string name, string? person = null)
    {
        if (Sample.All.FirstOrDefault(sample => sample.Name == name) is not { } sample) return Results.NotFound();
        var who = sample.Frame.Who;
        var frame = person is null ? sample.Frame : sample.Frame with { Who = who! with { Person = person } };
        return new RazorComponentResult(
            sample.Page,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = sample.View, ["Frame"] = frame });
    }

    private sealed record LiveItem(string Id);
}
