using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Safeguard.Api.Clock;
using Safeguard.Api.Commands;
using Safeguard.Api.Hosting;
using Safeguard.Api.SignIn;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;
using Safeguard.TestSupport;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>The product on a loopback port with a database of its own, and people put into it for one test each.</summary>
public sealed class SignInServer : IAsyncDisposable
{
    private static int _people;

    private readonly WebApplication _app;
    private readonly ServerSettings _settings;

    private SignInServer(WebApplication app, ServerSettings settings)
    {
        _app = app;
        _settings = settings;
        Directory = app.Services.GetRequiredService<InstitutionDirectory>();
        Log = app.Services.GetRequiredService<IEventLog>();
        // Sessions end by the machine's clock: this one can be moved.
        app.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(Sessions.Cookie).TimeProvider =
            SessionClock;
        app.Services.GetRequiredService<ILoggerFactory>().AddProvider(Said);
    }

    public InstitutionDirectory Directory { get; }
    public IEventLog Log { get; }
    public ProductClock SessionClock { get; } = new(TimeProvider.System);
    public SaidLines Said { get; } = new();
    public Uri Address => new(_app.Urls.First());

    /// <summary>Where the key file and the keys of sessions lie.</summary>
    public string Keys => Path.GetDirectoryName(_settings.KeyFile)!;

    public static async Task<SignInServer> StartAsync(OpenIdSettings? openId, bool demo = false)
    {
        var keys = System.IO.Directory.CreateTempSubdirectory("safeguard-test-keys-").FullName;
        var keyFile = Path.Combine(keys, "key");
        FileKeyEncryption.CreateFile(keyFile);
        var cluster = await PostgresCluster.SharedAsync();
        var settings = new ServerSettings(
            await cluster.CreateDatabaseAsync(), "safeguard", keyFile, "http://127.0.0.1:0", demo, null, null)
        {
            OpenId = openId,
        };
        return await StartAsync(settings);
    }

    /// <summary>Another node of the same installation.</summary>
    public Task<SignInServer> AnotherNodeAsync() => StartAsync(_settings);

    public Browser Browser() => new(Address, _settings.OpenId);

    /// <summary>Somebody of the programme whom nobody else's test knows.</summary>
    /// <param name="leftBefore">How long ago they left; null for somebody who is there.</param>
    public async Task<PersonId> PersonAsync(string? email = null, Role? role = null, TimeSpan? leftBefore = null)
    {
        var person = new PersonId($"p{Interlocked.Increment(ref _people)}");
        var now = Moments.Cut(TimeProvider.System.GetUtcNow());
        var stamp = new Stamp(PersonId.System, null, now, now, 0);
        List<(object, Stamp)> events = [(new PersonAdded(person, new("Somebody"), Confidential.From(email), null), stamp)];
        if (role is { } held) events.Add((new RoleGranted(person, held, null), stamp));
        if (leftBefore is { } ago) events.Add((new PersonLeft(person), stamp with { OccurredAt = now - ago }));
        await AppendAsync(person, 0, events);
        return person;
    }

    public Task RevokeAsync(PersonId person, Role role) => AppendAsync(
        person,
        Directory.VersionOf(StreamIds.For(Person.StreamType, person.Value)),
        [(new RoleRevoked(person, role, null), new(PersonId.System, null, Now, Now, 0))]);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static DateTimeOffset Now => Moments.Cut(TimeProvider.System.GetUtcNow());

    private static async Task<SignInServer> StartAsync(ServerSettings settings)
    {
        var app = SafeguardServer.Build(settings, []);
        await Start.MigrateAsync(app.Services, CancellationToken.None);
        await app.Services.GetRequiredService<InstitutionDirectory>().LoadAsync(CancellationToken.None);
        await app.StartAsync();
        return new SignInServer(app, settings);
    }

    private async Task AppendAsync(PersonId person, long version, IReadOnlyList<(object, Stamp)> events)
    {
        var info = new CommandInfo(Guid.CreateVersion7(), Caller.System, null);
        var outcome = await _app.Services.GetRequiredService<CommandRunner>().RunAsync("Given", info, async transaction =>
        {
            await transaction.AddPlannedAsync(
                Person.StreamType, StreamIds.For(Person.StreamType, person.Value), version, events, CancellationToken.None);
            return null;
        });
        outcome.ShouldBeOfType<Done>();
        await Directory.CatchUpAsync(CancellationToken.None);
    }
}

/// <summary>What a server logs, as text.</summary>
public sealed class SaidLines : ILoggerProvider
{
    private readonly System.Collections.Concurrent.ConcurrentQueue<string> _lines = new();

    public string Text => string.Join('\n', _lines);

    public ILogger CreateLogger(string categoryName) => new Ear(_lines);

    public void Dispose()
    {
    }

    private sealed class Ear(System.Collections.Concurrent.ConcurrentQueue<string> lines) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)} {exception}");
    }
}
