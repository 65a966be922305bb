using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Safeguard.Api.SignIn;

/// <summary>
/// Reads tokens of the university's provider: signed by one of its present keys, made by it, for us, and good at this
/// moment of the machine's clock. Anything else is null, whatever is wrong with it.
/// </summary>
public sealed class ProviderTokens(ProviderMetadata provider, TimeProvider machine)
{
    /// <summary>How far the provider's clock and ours may be apart: both are set by NTP, a minute is plenty.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <summary>OpenID Connect Core §2: a subject is at most 255 characters of ASCII.</summary>
    private const int MaxSubject = 255;

    /// <summary>Signatures by a key pair only: no "none", and nothing that a shared secret could sign.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };

    /// <summary>The token, or null when it must not be believed.</summary>
    /// <exception cref="ProviderUnreachableException">The provider's keys are not known.</exception>
    public async Task<JsonWebToken?> ReadAsync(string token, string audience, CancellationToken cancel)
    {
        if (!_handler.CanReadToken(token)) return null;
        var document = await provider.GetAsync(cancel);
        var result = await CheckAsync(token, audience, document);
        if (result.Exception is SecurityTokenInvalidSignatureException)
        {
            var fresh = await provider.RefreshAsync(document, cancel);
            if (!ReferenceEquals(fresh, document)) result = await CheckAsync(token, audience, fresh);
        }

        return result is { IsValid: true, SecurityToken: JsonWebToken { Subject.Length: > 0 and <= MaxSubject } read }
            ? read
            : null;
    }

    private Task<TokenValidationResult> CheckAsync(
        string token, string audience, OpenIdConnectConfiguration document) =>
        _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = document.Issuer,
            ValidAudience = audience,
            IssuerSigningKeys = document.SigningKeys,
            ValidAlgorithms = Algorithms,
            LifetimeValidator = (from, until, _, _) => IsGoodNow(from, until),
        });

    private bool IsGoodNow(DateTime? from, DateTime? until)
    {
        var now = machine.GetUtcNow().UtcDateTime;
        return until > now - ClockSkew && (from is not { } begin || begin <= now + ClockSkew);
    }
}
