using Microsoft.Extensions.Configuration;
using Safeguard.Api.Hosting;
using Safeguard.Api.SignIn;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>What an operator sets, and what is refused at the start rather than found out at night.</summary>
public sealed class OpenIdSettingsTests : IDisposable
{
    private readonly string _secret = Path.GetTempFileName();

    public OpenIdSettingsTests() => File.WriteAllText(_secret, "secret\n");

    public void Dispose() => File.Delete(_secret);

    [Fact]
    public void Without_an_authority_sign_in_is_not_offered() => Read("SAFEGUARD_OIDC_AUTHORITY", null).ShouldBeNull();

    [Fact]
    public void What_is_needed_is_enough()
    {
        var settings = Read("SAFEGUARD_OIDC_AUDIENCE", null)!;
        settings.ClientSecret.ShouldBe("secret");
        settings.Scopes.ShouldBe("openid profile email");
        settings.Audience.ShouldBeNull();
        settings.RedirectUri.AbsoluteUri.ShouldBe("https://safeguard.wexcombe.example/sign-in/callback");
        settings.IsSecure.ShouldBeTrue();
    }

    [Theory]
    [InlineData("SAFEGUARD_OIDC_CLIENT_ID", null)]
    [InlineData("SAFEGUARD_OIDC_CLIENT_SECRET_FILE", null)]
    [InlineData("SAFEGUARD_OIDC_CLIENT_SECRET_FILE", "nowhere")]
    [InlineData("SAFEGUARD_PUBLIC_URL", null)]
    [InlineData("SAFEGUARD_PUBLIC_URL", "http://safeguard.wexcombe.example")]
    [InlineData("SAFEGUARD_PUBLIC_URL", "https://wexcombe.example/safeguard")]
    [InlineData("SAFEGUARD_OIDC_AUTHORITY", "http://id.wexcombe.example")]
    [InlineData("SAFEGUARD_OIDC_AUTHORITY", "id.wexcombe.example")]
    [InlineData("SAFEGUARD_OIDC_AUDIENCE", "safeguard")]
    [InlineData("SAFEGUARD_OIDC_SCOPES", "profile email")]
    public void What_is_missing_or_unsafe_is_named_and_refused(string name, string? value) =>
        Should.Throw<StartRefusedException>(() => Read(name, value)).Message.ShouldContain(name);

    [Fact]
    public void Loopback_may_be_plain() => Read("SAFEGUARD_OIDC_AUTHORITY", "http://127.0.0.1:9000").ShouldNotBeNull();

    private OpenIdSettings? Read(string name, string? value)
    {
        var set = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["SAFEGUARD_OIDC_AUTHORITY"] = "https://id.wexcombe.example/realms/all",
            ["SAFEGUARD_OIDC_CLIENT_ID"] = "safeguard",
            ["SAFEGUARD_OIDC_CLIENT_SECRET_FILE"] = _secret,
            ["SAFEGUARD_OIDC_AUDIENCE"] = "safeguard-api",
            ["SAFEGUARD_PUBLIC_URL"] = "https://safeguard.wexcombe.example",
            [name] = value,
        };
        return OpenIdSettings.From(new ConfigurationBuilder().AddInMemoryCollection(set).Build());
    }
}
