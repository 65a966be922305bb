using System.Globalization;
using Safeguard.Api.Clock;
using Safeguard.Api.Hosting;
using Safeguard.Projections;

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
        if (migrate) await Start.MigrateAsync(app.Services, cancel);
        // A verb lives by the same clock as the server, the demo's moved one too.
        var offset = await app.Services.GetRequiredService<Settings>().FindAsync(Settings.ClockOffset, cancel);
        if (offset is not null)
            app.Services.GetRequiredService<ProductClock>().Offset = TimeSpan.Parse(offset, CultureInfo.InvariantCulture);
        return new Installation(app);
    }

    public T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
