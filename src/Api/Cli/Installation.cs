using Safeguard.Api.Hosting;
using Safeguard.EventStore;

namespace Safeguard.Api.Cli;

/// <summary>
/// The product as a verb uses it: the same parts as the server, without listening or background work.
/// </summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Installation(WebApplication app) => _app = app;

    public IServiceProvider Parts => _app.Services;

    /// <summary>Opens the installation that the environment names; migrates it first unless told not to.</summary>
    public static async Task<Installation> OpenAsync(CancellationToken cancel, bool migrate = true)
    {
        var settings = ServerSettings.From(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        var app = SafeguardServer.Build(settings, []);
        var parts = app.Services;
        if (migrate) await Start.MigrateAsync(parts, cancel);
        else if (!await SchemaMigrator.CurrentAsync(
            parts.GetRequiredService<InstitutionDatabase>(), SafeguardServer.Schema, cancel))
            throw new StartRefusedException("The schema is not the one this program expects. Run: safeguard migrate");
        await Start.SetClockAsync(parts, settings, cancel);
        return new Installation(app);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
