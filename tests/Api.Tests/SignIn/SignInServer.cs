using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Safeguard.Api.Clock;
using Safeguard.Api.Commands;
using Safeguard.Api.SignIn;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>The product as the university's people reach it, and people put into it for one test each.</summary>
public sealed class SignInServer : IAsyncDisposable
{
    private static int _people;

    private readonly SafeguardTestServer _server;

    private SignInServer(SafeguardTestServer server)
    {
        _server = server;
        // Sessions end by the machine's clock: this one can be moved.
        var cookies = server.Parts.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>();
        cookies.Get(Sessions.Cookie).TimeProvider = SessionClock;
        server.Parts.GetRequiredService<ILoggerFactory>().AddProvider(Said);
    }

    public Uri Address => _server.Address;
    public InstitutionDirectory Directory => _server.Directory;
    public IEventLog Log => _server.Parts.GetRequiredService<IEventLog>();
    public ProductClock SessionClock { get; } = new(TimeProvider.System);
    public SaidLines Said { get; } = new();

    /// <summary>Where the keys lie that cookies are sealed with.</summary>
    public string SessionKeys => Path.Combine(Path.GetDirectoryName(_server.Settings.KeyFile)!, "sessions");

    public static async Task<SignInServer> StartAsync(OpenIdSettings? openId, bool demo = false) => new(
        await SafeguardTestServer.StartWithAsync(settings => settings with { Demo = demo, OpenId = openId }));

    /// <summary>Another node of the same installation.</summary>
    public async Task<SignInServer> AnotherNodeAsync() => new(await _server.AnotherNodeAsync());

    public Browser Browser() => new(Address, _server.Settings.OpenId);

    /// <summary>Somebody of the programme whom nobody else's test knows.</summary>
    /// <param name="leftBefore">How long ago they left; null for somebody who is there.</param>
    public async Task<PersonId> PersonAsync(string? email = null, Role? role = null, TimeSpan? leftBefore = null)
    {
        var person = new PersonId($"p{Interlocked.Increment(ref _people)}");
        var now = Now;
        var stamp = new Stamp(PersonId.System, null, now, now, 0);
        var added = new PersonAdded(person, new("Somebody"), Confidential.From(email), null);
        List<(object, Stamp)> events = [(added, stamp)];
        if (role is { } held) events.Add((new RoleGranted(person, held, null), stamp));
        if (leftBefore is { } ago) events.Add((new PersonLeft(person), stamp with { OccurredAt = now - ago }));
        await AppendAsync(person, 0, events);
        return person;
    }

    public Task RevokeAsync(PersonId person, Role role) => AppendAsync(
        person,
        Directory.VersionOf(StreamIds.For(Person.StreamType, person.Value)),
        [(new RoleRevoked(person, role, null), new(PersonId.System, null, Now, Now, 0))]);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static DateTimeOffset Now => Moments.Cut(TimeProvider.System.GetUtcNow());

    private async Task AppendAsync(PersonId person, long version, IReadOnlyList<(object, Stamp)> events)
    {
        var info = new CommandInfo(Guid.CreateVersion7(), Caller.System, null);
        var stream = StreamIds.For(Person.StreamType, person.Value);
        var runner = _server.Parts.GetRequiredService<CommandRunner>();
        var outcome = await runner.RunAsync("Given", info, async transaction =>
        {
            await transaction.AddPlannedAsync(Person.StreamType, stream, version, events, CancellationToken.None);
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
