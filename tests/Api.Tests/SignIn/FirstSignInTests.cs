using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.EventStore;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>Whose account it is: the product's own records say, and at a first sign-in a verified address.</summary>
[Collection(SignInCollection.Name)]
public sealed partial class FirstSignInTests(SignInHouse house) : IDisposable
{
    private readonly Browser _browser = house.Server.Browser();

    public void Dispose() => _browser.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_verified_address_links_whatever_its_case_and_wherever_it_is_told(bool told)
    {
        var person = await house.Server.PersonAsync("Ada.Lovett" + told + "@Wexcombe.example");
        var account = Account.New("ada.lovett" + told + "@wexcombe.EXAMPLE") with { Told = told };
        using var answer = await _browser.SignInAsync(account);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        PersonOf(account).ShouldBe(person);
    }

    [Fact]
    public async Task Once_linked_the_address_no_longer_matters()
    {
        var person = await house.Server.PersonAsync("ben@wexcombe.example");
        var account = Account.New("ben@wexcombe.example");
        using (await _browser.SignInAsync(account))
        {
            using var later = house.Server.Browser();
            using var answer = await later.SignInAsync(account with { Email = null, Verified = null });
            answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        }

        PersonOf(account).ShouldBe(person);
    }

    [Fact]
    public async Task An_address_that_is_not_verified_opens_nothing()
    {
        await house.Server.PersonAsync("cleo@wexcombe.example");
        await ShouldBeUnknownAsync(Account.New("cleo@wexcombe.example", verified: false));
        await ShouldBeUnknownAsync(Account.New("cleo@wexcombe.example", verified: null));
    }

    [Fact]
    public async Task An_address_of_two_people_opens_neither()
    {
        await house.Server.PersonAsync("office@wexcombe.example");
        await house.Server.PersonAsync("Office@wexcombe.example");
        await ShouldBeUnknownAsync(Account.New("office@wexcombe.example"));
    }

    [Fact]
    public async Task An_address_given_to_somebody_else_does_not_open_the_first_holders_record()
    {
        await house.Server.PersonAsync("dee@wexcombe.example");
        using (await _browser.SignInAsync(Account.New("dee@wexcombe.example")))
            await ShouldBeUnknownAsync(Account.New("dee@wexcombe.example"));
    }

    [Fact]
    public async Task Every_account_that_is_not_let_in_reads_the_same_page()
    {
        await house.Server.PersonAsync("eve@wexcombe.example");
        await house.Server.PersonAsync("gone@wexcombe.example", leftBefore: TimeSpan.FromDays(800));
        var pages = new List<string>();
        foreach (var account in (Account[])
            [Account.New(), Account.New("eve@wexcombe.example", verified: false), Account.New("gone@wexcombe.example")])
            pages.Add(await ShouldBeUnknownAsync(account));
        pages.Distinct().Count().ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public async Task Who_left_within_a_year_comes_in_to_raise_and_for_nothing_else()
    {
        await house.Server.PersonAsync("finn@wexcombe.example", leftBefore: TimeSpan.FromDays(300));
        using var answer = await _browser.SignInAsync(Account.New("finn@wexcombe.example"), "/queue");
        answer.Headers.Location!.OriginalString.ShouldBe("/raise");
        (await _browser.GetAsync("/api/escalations?mine=true")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        using var raise = new HttpRequestMessage(HttpMethod.Put, $"/api/escalations/{Guid.CreateVersion7()}")
        {
            Content = JsonContent.Create(new { what = "I am worried about somebody." }),
        };
        (await _browser.SendAsync(raise)).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Who_left_longer_ago_is_refused_and_it_is_on_record_that_they_tried()
    {
        var account = Account.New("gwen@wexcombe.example");
        var person = await house.Server.PersonAsync("gwen@wexcombe.example", leftBefore: TimeSpan.FromDays(400));
        await ShouldBeUnknownAsync(account);
        var history = await house.Server.Log.ReadStreamAsync(
            StreamIds.For(AccessHistory.StreamType, person.Value), 0, CancellationToken.None);
        history.ShouldHaveSingleItem().Type.ShouldBe("sign_in_refused");
    }

    private PersonId? PersonOf(Account account) => house.Server.Directory.Present
        .PersonBySignIn(house.University.Address.AbsoluteUri.TrimEnd('/'), account.Subject);

    private async Task<string> ShouldBeUnknownAsync(Account account)
    {
        using var browser = house.Server.Browser();
        using var answer = await browser.SignInAsync(account);
        answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        browser.Cookies.Keys.ShouldNotContain("__Host-safeguard");
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("know this account yet");
        return Now().Replace(page, "");
    }

    [GeneratedRegex("<meta name=\"safeguard-now\"[^>]*>")]
    private static partial Regex Now();
}
