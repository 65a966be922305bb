using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Safeguard.Api.Http;

namespace Safeguard.Api.SignIn;

/// <summary>One way to the provider and back: what only the browser that began it can bring.</summary>
/// <param name="State">Comes back in the address: proves that this browser began it.</param>
/// <param name="Nonce">Comes back inside the ID token: proves that the token was made for this attempt.</param>
/// <param name="Verifier">Whoever has the code alone cannot use it (PKCE, RFC 7636).</param>
/// <param name="ReturnTo">A path of this site.</param>
public sealed record SignInAttempt(string State, string Nonce, string Verifier, string ReturnTo)
{
    /// <summary>256 random bits each, and 43 characters, the least that RFC 7636 takes for a verifier.</summary>
    private const int RandomBytes = 32;

    public static SignInAttempt Begin(string returnTo) => new(Random(), Random(), Random(), returnTo);

    /// <summary>What the provider keeps until the code is used (S256).</summary>
    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public bool IsAnsweredBy(string? state) => state is not null && CryptographicOperations.FixedTimeEquals(
        Encoding.UTF8.GetBytes(state), Encoding.UTF8.GetBytes(State));

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));
}

/// <summary>Keeps the attempt in the browser meanwhile, sealed, for a short time, and to be used once.</summary>
public sealed class SignInAttempts(OpenIdSettings settings, IDataProtectionProvider protection)
{
    /// <summary>Time to type a password and find the phone for the second factor.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(15);

    /// <summary>Bytes of a path that is come back to; a longer one would make a cookie that browsers drop.</summary>
    private const int MaxReturnTo = 1_500;

    private readonly ITimeLimitedDataProtector _seal =
        protection.CreateProtector("sign-in attempt").ToTimeLimitedDataProtector();

    private readonly string _name = settings.IsSecure ? "__Host-safeguard-sign-in" : "safeguard-sign-in";

    public SignInAttempt Begin(HttpContext http, string? returnTo)
    {
        var isKept = LocalPath.IsLocal(returnTo) && Encoding.UTF8.GetByteCount(returnTo!) <= MaxReturnTo;
        var attempt = SignInAttempt.Begin(isKept ? returnTo! : "/");
        string[] parts = [attempt.State, attempt.Nonce, attempt.Verifier, attempt.ReturnTo];
        http.Response.Cookies.Append(_name, _seal.Protect(string.Join('\n', parts), GoodFor), Options(GoodFor));
        return attempt;
    }

    /// <summary>The attempt that this browser began, or null; it can be taken once.</summary>
    public SignInAttempt? Take(HttpContext http)
    {
        if (http.Request.Cookies[_name] is not { Length: > 0 } sealedText) return null;
        http.Response.Cookies.Delete(_name, Options(null));
        try
        {
            return _seal.Unprotect(sealedText).Split('\n') is [var state, var nonce, var verifier, var returnTo]
                ? new(state, nonce, verifier, returnTo)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>Lax: the provider's answer is a navigation from another site.</summary>
    private CookieOptions Options(TimeSpan? goodFor) => new()
    {
        HttpOnly = true,
        Secure = settings.IsSecure,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = goodFor,
        IsEssential = true,
    };
}
