using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging.Abstractions;
using Safeguard.Api.Clock;
using Safeguard.Api.SignIn;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>Tokens of the same issuer for API clients, and the keys behind them.</summary>
[Collection(SignInCollection.Name)]
public sealed class BearerTokenTests(SignInHouse house) : IDisposable
{
    private readonly HttpClient _university = new() { BaseAddress = house.University.Address };

    public void Dispose() => _university.Dispose();

    [Fact]
    public async Task A_token_of_the_university_speaks_for_whoever_signs_in_with_that_account() =>
        (await AskWithAsync(await MintAsync(await LinkedAsync()))).ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task A_token_of_an_account_that_nobody_signs_in_with_speaks_for_nobody() =>
        (await AskWithAsync(await MintAsync("nobody-here"))).ShouldBe(HttpStatusCode.Unauthorized);

    [Theory]
    [InlineData("expired")]
    [InlineData("endless")]
    [InlineData("early")]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("nobody")]
    [InlineData("other-key")]
    [InlineData("unsigned")]
    [InlineData("shared-secret")]
    public async Task A_token_with_one_thing_wrong_is_refused(string forge) =>
        (await AskWithAsync(await MintAsync(await LinkedAsync(), $"&forge={forge}")))
            .ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task An_ID_token_is_no_bearer_token() =>
        (await AskWithAsync(await MintAsync(await LinkedAsync(), audience: house.University.Settings.ClientId)))
            .ShouldBe(HttpStatusCode.Unauthorized);

    [Fact]
    public async Task A_token_ends_by_the_machines_clock_a_minute_late_at_most()
    {
        var clock = new ProductClock(TimeProvider.System);
        using var metadata = MetadataBy(clock, house.University.Settings);
        var tokens = new ProviderTokens(metadata, clock);
        var token = await MintAsync("u", "&lives=600");
        clock.Offset = TimeSpan.FromMinutes(10.5);
        (await tokens.ReadAsync(token, University.Api, CancellationToken.None)).ShouldNotBeNull();
        clock.Offset = TimeSpan.FromMinutes(11.5);
        (await tokens.ReadAsync(token, University.Api, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task New_keys_of_the_university_are_fetched_when_a_token_needs_them_and_not_at_every_strangers_token()
    {
        var clock = new ProductClock(TimeProvider.System);
        var before = await University.StartAsync();
        using var metadata = MetadataBy(clock, before.Settings);
        var tokens = new ProviderTokens(metadata, clock);
        (await ReadAsync(tokens, before)).ShouldBeTrue();
        await before.DisposeAsync();
        await using var after = await University.StartAsync(before.Address.Port);
        (await ReadAsync(tokens, after)).ShouldBeFalse("The keys were asked for a moment ago.");
        clock.Offset = TimeSpan.FromSeconds(31);
        (await ReadAsync(tokens, after)).ShouldBeTrue();
    }

    [Fact]
    public async Task Keys_that_are_known_serve_while_the_university_does_not_answer()
    {
        var clock = new ProductClock(TimeProvider.System);
        var university = await University.StartAsync();
        using var metadata = MetadataBy(clock, university.Settings);
        var tokens = new ProviderTokens(metadata, clock);
        using var mint = new HttpClient();
        var token = await mint.GetStringAsync(Mint(university.Address, "u", University.Api, "&lives=36000"));
        (await tokens.ReadAsync(token, University.Api, CancellationToken.None)).ShouldNotBeNull();
        await university.DisposeAsync();
        clock.Offset = TimeSpan.FromHours(3);
        (await tokens.ReadAsync(token, University.Api, CancellationToken.None)).ShouldNotBeNull();
    }

    private static ProviderMetadata MetadataBy(TimeProvider clock, OpenIdSettings settings) =>
        new(settings, new HttpClient(), clock, NullLogger<ProviderMetadata>.Instance);

    private static async Task<bool> ReadAsync(ProviderTokens tokens, University university)
    {
        using var mint = new HttpClient();
        var token = await mint.GetStringAsync(Mint(university.Address, "u", University.Api, ""));
        return await tokens.ReadAsync(token, University.Api, CancellationToken.None) is not null;
    }

    private static Uri Mint(Uri university, string subject, string audience, string more) =>
        new(university, $"/mint?sub={subject}&aud={Uri.EscapeDataString(audience)}{more}");

    private Task<string> MintAsync(string subject, string more = "", string audience = University.Api) =>
        _university.GetStringAsync(Mint(house.University.Address, subject, audience, more));

    private async Task<string> LinkedAsync()
    {
        var account = Account.New($"{Guid.NewGuid():N}@wexcombe.example");
        await house.Server.PersonAsync(account.Email);
        using var browser = house.Server.Browser();
        using var answer = await browser.SignInAsync(account);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return account.Subject;
    }

    private async Task<HttpStatusCode> AskWithAsync(string token)
    {
        using var http = new HttpClient { BaseAddress = house.Server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var answer = await http.GetAsync(new Uri("/api/escalations?mine=true", UriKind.Relative));
        return answer.StatusCode;
    }
}
