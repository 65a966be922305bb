using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Safeguard.Api.SignIn;

/// <summary>
/// What the university's provider says of itself: its addresses and its signing keys. Fetched when first needed, so
/// that a provider that is down never keeps the product from starting, and again when its keys have changed.
/// </summary>
public sealed partial class ProviderMetadata(
    OpenIdSettings settings, HttpClient http, TimeProvider machine, ILogger<ProviderMetadata> logger) : IDisposable
{
    /// <summary>Keys that a provider withdrew are believed no longer than this.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromHours(1);

    /// <summary>
    /// Neither a provider that does not answer nor a stranger's token with an unknown key can make this process ask
    /// more often.
    /// </summary>
    private static readonly TimeSpan AskAtMostEvery = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _asking = new(1, 1);
    private volatile Answer? _last;
    private DateTimeOffset _askedAt = DateTimeOffset.MinValue;

    /// <exception cref="ProviderUnreachableException">It never answered yet, and does not now.</exception>
    public async Task<OpenIdConnectConfiguration> GetAsync(CancellationToken cancel)
    {
        if (_last is not { } last) return await AskAsync(null, cancel);
        // One request asks again; the others go on with what is known rather than wait for it.
        return machine.GetUtcNow() - last.At < GoodFor || _asking.CurrentCount == 0
            ? last.Document
            : await AskAsync(last.Document, cancel);
    }

    /// <summary>What it says now, where <paramref name="seen"/> is too old; that again when asked too often.</summary>
    public Task<OpenIdConnectConfiguration> RefreshAsync(OpenIdConnectConfiguration seen, CancellationToken cancel) =>
        AskAsync(seen, cancel);

    public void Dispose() => _asking.Dispose();

    private async Task<OpenIdConnectConfiguration> AskAsync(OpenIdConnectConfiguration? seen, CancellationToken cancel)
    {
        await _asking.WaitAsync(cancel);
        try
        {
            if (_last is { } last && !ReferenceEquals(last.Document, seen)) return last.Document;
            var now = machine.GetUtcNow();
            if (now - _askedAt >= AskAtMostEvery)
            {
                _askedAt = now;
                _last = new(await FetchAsync(cancel), now);
            }
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            LogUnreachable(logger, fault.GetType().Name);
        }
        finally
        {
            _asking.Release();
        }

        // Its keys of some hours ago are better than nobody signing in at night.
        return _last?.Document ?? throw new ProviderUnreachableException();
    }

    private async Task<OpenIdConnectConfiguration> FetchAsync(CancellationToken cancel)
    {
        var address = settings.Authority.AbsoluteUri.TrimEnd('/') + "/.well-known/openid-configuration";
        var documents = new HttpDocumentRetriever(http) { RequireHttps = !settings.Authority.IsLoopback };
        var found = await OpenIdConnectConfigurationRetriever.GetAsync(address, documents, cancel);
        if (found.Issuer.TrimEnd('/') != settings.Authority.AbsoluteUri.TrimEnd('/'))
            throw new InvalidDataException("The provider's metadata is another issuer's.");
        string?[] addresses = [found.AuthorizationEndpoint, found.TokenEndpoint, found.JwksUri];
        return addresses.All(OpenIdSettings.IsSafe)
            ? found
            : throw new InvalidDataException("The provider's metadata names an address that is not safe.");
    }

    private sealed record Answer(OpenIdConnectConfiguration Document, DateTimeOffset At);

    [LoggerMessage(Level = LogLevel.Error, Message = "The university's sign-in could not be read: {Fault}")]
    private static partial void LogUnreachable(ILogger logger, string fault);
}

/// <summary>The university's provider does not answer, or not in a way that can be used.</summary>
public sealed class ProviderUnreachableException() : Exception("The university's sign-in does not answer.");
