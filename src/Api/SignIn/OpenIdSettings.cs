using Safeguard.Api.Hosting;

namespace Safeguard.Api.SignIn;

/// <summary>The university's OpenID provider, and how this installation is known there (docs/operations.md).</summary>
/// <param name="Authority">The issuer, <c>SAFEGUARD_OIDC_AUTHORITY</c>; https, or loopback for trying it out.</param>
/// <param name="Audience">Whom bearer tokens are made for, <c>SAFEGUARD_OIDC_AUDIENCE</c>; null: for nobody.</param>
/// <param name="PublicUrl">Where browsers reach this installation, <c>SAFEGUARD_PUBLIC_URL</c>; without a path.</param>
public sealed record OpenIdSettings(
    Uri Authority, string ClientId, string ClientSecret, string Scopes, string? Audience, Uri PublicUrl)
{
    public const string CallbackPath = "/sign-in/callback";

    private const string DefaultScopes = "openid profile email";

    /// <summary>Where the provider sends browsers back to; registered there.</summary>
    public Uri RedirectUri => new(PublicUrl, CallbackPath);

    public bool IsSecure => PublicUrl.Scheme == Uri.UriSchemeHttps;

    /// <summary>As the environment says; null where it names no authority, and real sign-in is not offered.</summary>
    /// <exception cref="StartRefusedException">Something is missing or would not be safe.</exception>
    public static OpenIdSettings? From(IConfiguration configuration)
    {
        if (Find(configuration, "SAFEGUARD_OIDC_AUTHORITY") is null) return null;
        var client = Needed(configuration, "SAFEGUARD_OIDC_CLIENT_ID");
        var scopes = Find(configuration, "SAFEGUARD_OIDC_SCOPES") ?? DefaultScopes;
        var audience = Find(configuration, "SAFEGUARD_OIDC_AUDIENCE");
        if (!scopes.Split(' ').Contains("openid", StringComparer.Ordinal))
            throw new StartRefusedException("SAFEGUARD_OIDC_SCOPES must contain openid.");
        if (audience == client)
        {
            throw new StartRefusedException(
                "SAFEGUARD_OIDC_AUDIENCE is the client's own id, so that an ID token would pass as a bearer token. " +
                "Register the API as an audience of its own.");
        }

        return new(
            SafeAddress(configuration, "SAFEGUARD_OIDC_AUTHORITY"), client, Secret(configuration), scopes, audience,
            PublicAddress(configuration));
    }

    /// <summary>What the provider's own metadata names must be as safe as the provider.</summary>
    internal static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static string Secret(IConfiguration configuration)
    {
        var file = Needed(configuration, "SAFEGUARD_OIDC_CLIENT_SECRET_FILE");
        try
        {
            return File.ReadAllText(file).Trim();
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException("The file that SAFEGUARD_OIDC_CLIENT_SECRET_FILE names cannot be read.");
        }
    }

    private static Uri PublicAddress(IConfiguration configuration)
    {
        var address = SafeAddress(configuration, "SAFEGUARD_PUBLIC_URL");
        return address.AbsolutePath == "/" && address.Query.Length == 0
            ? address
            : throw new StartRefusedException("SAFEGUARD_PUBLIC_URL has a path. Give the address alone, https://….");
    }

    private static Uri SafeAddress(IConfiguration configuration, string name)
    {
        var text = Needed(configuration, name);
        return IsSafe(text)
            ? new Uri(text)
            : throw new StartRefusedException($"{name} must begin with https://, except on loopback.");
    }

    private static string Needed(IConfiguration configuration, string name) => Find(configuration, name)
        ?? throw new StartRefusedException($"{name} is not set, and sign-in with the university needs it.");

    private static string? Find(IConfiguration configuration, string name) =>
        configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;
}
