using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Tests.Pages.Samples;

namespace Safeguard.Browser.Tests.Screens;

/// <summary>Serves every sample page as the product does: same rendering, same files, same content security policy.</summary>
public sealed class SampleSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleSite(WebApplication app) => _app = app;

    public string Address =>
        _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public static async Task<SampleSite> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddPages();
        var app = builder.Build();
        app.MapSiteFiles();
        app.MapGet("/sample/{name}", Show);
        await app.StartAsync();
        return new(app);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static IResult Show(string name, HttpContext http)
    {
        if (Sample.All.FirstOrDefault(sample => sample.Name == name) is not { } sample) return Results.NotFound();
        http.Response.Headers.ContentSecurityPolicy = PageResult.ContentSecurityPolicy;
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult(
            sample.Page,
            new Dictionary<string, object?>(StringComparer.Ordinal) { ["View"] = sample.View, ["Frame"] = sample.Frame });
    }
}
