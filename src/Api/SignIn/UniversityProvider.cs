using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Safeguard.Api.SignIn;

/// <summary>
/// The conversation with the university's provider: OpenID Connect, authorization code with PKCE. Nothing of it is
/// logged but that it failed.
/// </summary>
public sealed class UniversityProvider(
    OpenIdSettings settings, ProviderMetadata metadata, ProviderTokens tokens, HttpClient http)
{
    /// <summary>Where the browser goes to sign in.</summary>
    /// <exception cref="ProviderUnreachableException">It does not answer.</exception>
    public async Task<string> SignInAddressAsync(SignInAttempt attempt, CancellationToken cancel)
    {
        var document = await metadata.GetAsync(cancel);
        return new OpenIdConnectMessage
        {
            IssuerAddress = document.AuthorizationEndpoint,
            ClientId = settings.ClientId,
            ResponseType = OpenIdConnectResponseType.Code,
            RedirectUri = settings.RedirectUri.AbsoluteUri,
            Scope = settings.Scopes,
            State = attempt.State,
            Nonce = attempt.Nonce,
            EnableTelemetryParameters = false,
            Parameters = { ["code_challenge"] = attempt.Challenge, ["code_challenge_method"] = "S256" },
        }.CreateAuthenticationRequestUrl();
    }

    /// <summary>Where the university's account is signed out of too; null where there is no such page.</summary>
    public async Task<string?> SignOutAddressAsync(CancellationToken cancel)
    {
        try
        {
            var address = (await metadata.GetAsync(cancel)).EndSessionEndpoint;
            if (!OpenIdSettings.IsSafe(address)) return null;
            return new OpenIdConnectMessage
            {
                IssuerAddress = address,
                ClientId = settings.ClientId,
                EnableTelemetryParameters = false,
            }.CreateLogoutRequestUrl();
        }
        catch (ProviderUnreachableException)
        {
            return null;
        }
    }

    /// <summary>Exchanges the code for who they are; null when the provider or a check says no.</summary>
    /// <exception cref="ProviderUnreachableException">It does not answer.</exception>
    public async Task<UniversityIdentity?> IdentifyAsync(string code, SignInAttempt attempt, CancellationToken cancel)
    {
        if (await ExchangeAsync(code, attempt, cancel) is not { } answer
            || ClaimText(answer, "id_token") is not { } idToken
            || await tokens.ReadAsync(idToken, settings.ClientId, cancel) is not { } read) return null;
        var claims = JsonSerializer.Deserialize<JsonElement>(Base64UrlEncoder.Decode(read.EncodedPayload));
        return ClaimText(claims, "nonce") == attempt.Nonce && IsForUs(read, claims)
            ? new(read.Issuer, read.Subject) { Claims = claims, AccessToken = ClaimText(answer, "access_token") }
            : null;
    }

    /// <summary>
    /// An e-mail address that the provider says is theirs and verified, else null. Most providers tell it only when
    /// asked for it (Core §5.4).
    /// </summary>
    /// <exception cref="ProviderUnreachableException">It does not answer.</exception>
    public async Task<string?> VerifiedEmailAsync(UniversityIdentity identity, CancellationToken cancel)
    {
        if (identity.Claims.TryGetProperty("email", out _) || identity.AccessToken is null)
            return VerifiedEmail(identity.Claims);
        var address = (await metadata.GetAsync(cancel)).UserInfoEndpoint;
        if (!OpenIdSettings.IsSafe(address)) return null;
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new("Bearer", identity.AccessToken);
        return await AskAsync(request, cancel) is { } claims && ClaimText(claims, "sub") == identity.Subject
            ? VerifiedEmail(claims)
            : null;
    }

    /// <summary>A token for several audiences must say that we asked for it (Core §3.1.3.7).</summary>
    private bool IsForUs(JsonWebToken token, JsonElement claims) =>
        token.Audiences.Count() == 1 || ClaimText(claims, "azp") == settings.ClientId;

    private async Task<JsonElement?> ExchangeAsync(string code, SignInAttempt attempt, CancellationToken cancel)
    {
        var document = await metadata.GetAsync(cancel);
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = OpenIdConnectGrantTypes.AuthorizationCode,
            ["code"] = code,
            ["redirect_uri"] = settings.RedirectUri.AbsoluteUri,
            ["code_verifier"] = attempt.Verifier,
        };
        using var request = new HttpRequestMessage(HttpMethod.Post, document.TokenEndpoint);
        if (TakesSecretInHeader(document))
        {
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(
                $"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(settings.ClientSecret)}")));
        }
        else
        {
            form["client_id"] = settings.ClientId;
            form["client_secret"] = settings.ClientSecret;
        }

        request.Content = new FormUrlEncodedContent(form);
        return await AskAsync(request, cancel);
    }

    /// <summary>What a provider takes unless its metadata says otherwise (Discovery §3).</summary>
    private static bool TakesSecretInHeader(OpenIdConnectConfiguration document) =>
        document.TokenEndpointAuthMethodsSupported is not { Count: > 0 } methods
        || methods.Contains("client_secret_basic", StringComparer.Ordinal);

    /// <summary>The JSON object of a good answer; null for any other answer.</summary>
    private async Task<JsonElement?> AskAsync(HttpRequestMessage request, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.SendAsync(request, cancel);
            if (!answer.IsSuccessStatusCode) return null;
            var json = JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsStringAsync(cancel));
            return json.ValueKind == JsonValueKind.Object ? json : null;
        }
        catch (JsonException)
        {
            return null;
        }
        catch (Exception silent) when (
            silent is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            throw new ProviderUnreachableException();
        }
    }

    private static string? VerifiedEmail(JsonElement claims) =>
        claims.TryGetProperty("email_verified", out var verified)
        // Some providers write it as a text.
        && (verified.ValueKind == JsonValueKind.True || ClaimText(claims, "email_verified") == "true")
            ? ClaimText(claims, "email")
            : null;

    private static string? ClaimText(JsonElement claims, string name) =>
        claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : null;
}

/// <summary>Whom the provider vouches for. A class and no record, so that printing it prints none of it.</summary>
public sealed class UniversityIdentity(string issuer, string subject)
{
    public string Issuer { get; } = issuer;
    public string Subject { get; } = subject;
    internal JsonElement Claims { get; init; }
    internal string? AccessToken { get; init; }
}
