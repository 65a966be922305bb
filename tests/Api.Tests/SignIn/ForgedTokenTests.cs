using System.Net;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>Each check of an ID token, by a token in which one thing is wrong and all else as it was made.</summary>
[Collection(SignInCollection.Name)]
public sealed class ForgedTokenTests(SignInHouse house)
{
    [Theory]
    [InlineData("nonce")]
    [InlineData("expired")]
    [InlineData("endless")]
    [InlineData("early")]
    [InlineData("audience")]
    [InlineData("audiences")]
    [InlineData("issuer")]
    [InlineData("nobody")]
    [InlineData("other-key")]
    [InlineData("unsigned")]
    [InlineData("shared-secret")]
    public async Task A_token_with_one_thing_wrong_lets_nobody_in_and_links_nobody(string forge)
    {
        var account = Account.New($"{Guid.NewGuid():N}@wexcombe.example", forge: forge);
        await house.Server.PersonAsync(account.Email);
        using var browser = house.Server.Browser();
        using var answer = await browser.SignInAsync(account);
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        browser.Cookies.Keys.ShouldNotContain("__Host-safeguard");
        Linked(account).ShouldBeFalse();
    }

    [Fact]
    public async Task The_same_token_signed_again_unchanged_lets_them_in()
    {
        var account = Account.New($"{Guid.NewGuid():N}@wexcombe.example", forge: "nothing");
        await house.Server.PersonAsync(account.Email);
        using var browser = house.Server.Browser();
        using var answer = await browser.SignInAsync(account);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        Linked(account).ShouldBeTrue();
    }

    private bool Linked(Account account) => house.Server.Directory.Present
        .PersonBySignIn(house.University.Address.AbsoluteUri.TrimEnd('/'), account.Subject) is not null;
}
