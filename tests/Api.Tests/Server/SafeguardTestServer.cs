using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Clock;
using Safeguard.Api.Hosting;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.TestSupport;

namespace Safeguard.Api.Tests.Server;

/// <summary>
/// The real product on a free loopback port, with a database of its own in the run's cluster: started as
/// <c>safeguard serve</c> starts it, with the demo's doors open for signing in and for moving the clock.
/// </summary>
public sealed class SafeguardTestServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SafeguardTestServer(WebApplication app, ServerSettings settings)
    {
        (_app, Settings) = (app, settings);
        Address = new Uri(app.Urls.First());
    }

    public ServerSettings Settings { get; }

    public Uri Address { get; }

    public IServiceProvider Parts => _app.Services;

    public InstitutionDirectory Directory => Parts.GetRequiredService<InstitutionDirectory>();

    /// <summary>Where the tests' own copy of an institution lies.</summary>
    public static string Data(string institution) => Path.Combine(AppContext.BaseDirectory, "Data", institution);

    /// <param name="institution">A directory under tests/Data, or null for an empty institution.</param>
    /// <param name="now">Where the clock starts.</param>
    /// <param name="configuration">Further settings, as <c>--SAFEGUARD_SMTP_HOST=127.0.0.1</c>.</param>
    public static async Task<SafeguardTestServer> StartAsync(
        string? institution = "wexcombe", string now = "2026-11-20T12:00:00Z", params string[] configuration)
    {
        var settings = await ImportedInstitutions.CopyAsync(institution, now);
        return await StartAsync(settings, configuration);
    }

    /// <summary>An installation with settings of its own and nothing imported.</summary>
    public static async Task<SafeguardTestServer> StartWithAsync(Func<ServerSettings, ServerSettings> set)
    {
        var keyFile = Path.Combine(TestDirectories.Create("safeguard-keys"), "key");
        FileKeyEncryption.CreateFile(keyFile);
        var cluster = await PostgresCluster.SharedAsync();
        var empty = await cluster.CreateDatabaseAsync();
        return await StartAsync(
            set(new(empty, "safeguard", keyFile, "http://127.0.0.1:0", Demo: true, null, null)), []);
    }

    /// <summary>Another node on the same database, or the same one after a stop.</summary>
    public Task<SafeguardTestServer> AnotherNodeAsync() => StartAsync(Settings, []);

    /// <summary>A client without sign-in.</summary>
    public HttpClient Client() => new(new HttpClientHandler
    {
        AllowAutoRedirect = false,
        UseCookies = true
    })
    { BaseAddress = Address };

    /// <summary>A client of the API as that person.</summary>
    public async Task<HttpClient> ClientAsync(string person)
    {
        var client = Client();
        using var answer = await client.PostAsJsonAsync("/demo/token", new { person });
        answer.EnsureSuccessStatusCode();
        var token = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>A browser that is signed in as that person: a cookie, and HTML asked for.</summary>
    public async Task<HttpClient> BrowserAsync(string person)
    {
        var client = Client();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        using var fields = new FormUrlEncodedContent([new("person", person)]);
        using var answer = await client.PostAsync("/demo/sign-in", fields);
        return client;
    }

    /// <summary>Moves the product's clock, each wake-up on the way handled at its own moment.</summary>
    public async Task<DateTimeOffset> AdvanceAsync(string duration)
    {
        using var client = Client();
        using var answer = await client.PostAsJsonAsync("/demo/clock", new { advance = duration });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("now").GetDateTimeOffset();
    }

    public DateTimeOffset Now => Parts.GetRequiredService<ProductClock>().GetUtcNow();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static async Task<SafeguardTestServer> StartAsync(ServerSettings settings, string[] configuration)
    {
        var app = SafeguardServer.Build(settings, configuration);
        await Start.MigrateAsync(app.Services, CancellationToken.None);
        await Start.PrepareAsync(app.Services, settings, TextWriter.Null, CancellationToken.None);
        await app.StartAsync();
        return new SafeguardTestServer(app, settings);
    }
}

/// <summary>One server for a class of tests that only add to it.</summary>
public sealed class WexcombeServer : IAsyncLifetime
{
    public SafeguardTestServer Server { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Server = await SafeguardTestServer.StartAsync();

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
