using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Safeguard.Api.Hosting;
using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.EventStore;

namespace Safeguard.Api.SignIn;

/// <summary>
/// Sessions of browsers (a cookie) and of scripts (a bearer token). Both say who; what they may do is looked up at
/// every request. Time-outs run on the machine's clock.
/// </summary>
public static class Sessions
{
    public const string Cookie = "cookie";
    public const string Bearer = "bearer";
    private const string Either = "either";

    /// <summary>
    /// Idle for this long ends a session: a shift's longest pause, so that nobody signs in at 02:00 for nothing.
    /// </summary>
    private static readonly TimeSpan Idle = TimeSpan.FromHours(12);

    /// <summary>However busy, a session ends after this.</summary>
    private static readonly TimeSpan Absolute = TimeSpan.FromDays(7);
    private const string StartedAt = "started";
    private const string DemoName = "safeguard-demo";
    private const string Name = "__Host-safeguard";

    /// <param name="keyDirectory">Where the keys lie that cookies are sealed with; every node has the same.</param>
    public static void AddSessions(this IServiceCollection services, string keyDirectory, ServerSettings settings)
    {
        services.AddDataProtection()
            .SetApplicationName("safeguard")
            .PersistKeysToFileSystem(new DirectoryInfo(keyDirectory));
        services.AddOptions<KeyManagementOptions>().Configure<IKeyEncryption>((options, encryption) =>
            options.XmlEncryptor = new SessionKeyEncryptor(encryption));
        services.AddAuthentication(Either)
            .AddPolicyScheme(Either, null, options => options.ForwardDefaultSelector = http =>
                http.Request.Headers.Authorization.Count > 0 ? Bearer : Cookie)
            .AddScheme<AuthenticationSchemeOptions, BearerHandler>(Bearer, null)
            .AddCookie(Cookie, options => Configure(options, settings));
    }

    public static Task SignInAsync(HttpContext http, PersonId person) => http.SignInAsync(
        Cookie, new ClaimsPrincipal(new ClaimsIdentity([new(CallerOf.PersonClaim, person.Value)], Cookie)));

    public static Task SignOutAsync(HttpContext http) => http.SignOutAsync(Cookie);

    /// <summary>Whether the browser still shows a session, ended or not.</summary>
    public static bool HadOne(HttpContext http) =>
        http.Request.Cookies.ContainsKey(Name) || http.Request.Cookies.ContainsKey(DemoName);

    private static void Configure(CookieAuthenticationOptions options, ServerSettings settings)
    {
        // The demo is served on loopback without TLS, where a Secure cookie would not come back to every client.
        var isPlain = settings.Demo || settings.OpenId is { IsSecure: false };
        options.Cookie.Name = isPlain ? DemoName : Name;
        options.Cookie.SecurePolicy = isPlain ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.Path = "/";
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.TimeProvider = TimeProvider.System;
        options.Events.OnSigningIn = context =>
        {
            context.Properties.Items[StartedAt] = Now(context.Options).ToString("O", CultureInfo.InvariantCulture);
            return Task.CompletedTask;
        };
        options.Events.OnValidatePrincipal = context =>
        {
            if (Now(context.Options) - StartOf(context.Properties) > Absolute) context.RejectPrincipal();
            return Task.CompletedTask;
        };
        // Who is let in is AccessCheck's business alone; the cookie handler answers nothing by itself.
        options.Events.OnRedirectToLogin = _ => Task.CompletedTask;
        options.Events.OnRedirectToAccessDenied = _ => Task.CompletedTask;
    }

    private static DateTimeOffset Now(CookieAuthenticationOptions options) => options.TimeProvider!.GetUtcNow();

    private static DateTimeOffset StartOf(AuthenticationProperties properties) =>
        properties.Items.TryGetValue(StartedAt, out var text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var moment)
            ? moment
            : DateTimeOffset.MinValue;
}
