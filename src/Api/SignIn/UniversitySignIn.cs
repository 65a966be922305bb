namespace Safeguard.Api.SignIn;

/// <summary>What real sign-in is made of.</summary>
public static class UniversitySignIn
{
    /// <summary>A browser waits for the answer: a provider that takes longer is as good as down.</summary>
    private static readonly TimeSpan AnswersWithin = TimeSpan.FromSeconds(8);

    /// <summary>Bytes; metadata, keys and tokens of known providers are a few thousand.</summary>
    private const int MaxAnswer = 262_144;

    public static void AddUniversitySignIn(this IServiceCollection services, OpenIdSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(parts => new ProviderMetadata(
            settings, Http, TimeProvider.System, parts.GetRequiredService<ILogger<ProviderMetadata>>()));
        services.AddSingleton(parts =>
            new ProviderTokens(parts.GetRequiredService<ProviderMetadata>(), TimeProvider.System));
        services.AddSingleton(parts => new UniversityProvider(
            settings, parts.GetRequiredService<ProviderMetadata>(), parts.GetRequiredService<ProviderTokens>(), Http));
        services.AddSingleton<SignInAttempts>();
        services.AddSingleton<SignInLinks>();
        if (settings.Audience is not { } audience) return;
        services.AddSingleton<IBearerTokens>(parts =>
            ActivatorUtilities.CreateInstance<OidcBearerTokens>(parts, audience));
    }

    /// <summary>Follows no redirect and keeps no cookie: what the provider's metadata names is where it goes.</summary>
    private static HttpClient Http { get; } = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = AnswersWithin,
        MaxResponseContentBufferSize = MaxAnswer,
    };
}
