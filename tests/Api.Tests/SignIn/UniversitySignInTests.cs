using System.Net;
using Microsoft.AspNetCore.WebUtilities;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>The way to the university and back, with a real provider.</summary>
[Collection(SignInCollection.Name)]
public sealed class UniversitySignInTests(SignInHouse house) : IDisposable
{
    private readonly Browser _browser = house.Server.Browser();

    public void Dispose() => _browser.Dispose();

    [Fact]
    public async Task A_person_of_the_programme_signs_in_and_lands_where_they_were_going()
    {
        var account = Account.New("kit@wexcombe.example");
        await house.Server.PersonAsync("kit@wexcombe.example");
        using var answer = await _browser.SignInAsync(account, "/receipts?from=here");
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        answer.Headers.Location!.OriginalString.ShouldBe("/receipts?from=here");
        (await IsSignedInAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_address_to_the_university_holds_a_challenge_and_no_secret()
    {
        using var begun = await _browser.GetAsync("/sign-in/university");
        var query = QueryHelpers.ParseQuery(begun.Headers.Location!.Query);
        string[] told = ["client_id", "response_type", "redirect_uri", "scope"];
        string[] random = ["state", "nonce", "code_challenge"];
        query.Keys.ShouldBe([.. told, .. random, "code_challenge_method"], ignoreOrder: true);
        query["code_challenge_method"].ToString().ShouldBe("S256");
        random.Select(name => query[name].ToString()).Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        random.ShouldAllBe(name => query[name].ToString().Length == 43);
    }

    [Fact]
    public async Task The_attempt_is_kept_in_a_cookie_that_nothing_but_this_server_reads_and_that_soon_ends()
    {
        using var begun = await _browser.GetAsync("/sign-in/university");
        var set = _browser.SetCookies.ShouldHaveSingleItem();
        set.ShouldStartWith("__Host-safeguard-sign-in=");
        foreach (var flag in new[] { "path=/", "secure", "httponly", "samesite=lax", "max-age=900" })
            set.Split("; ").ShouldContain(flag);
        set.ShouldNotContain(QueryHelpers.ParseQuery(begun.Headers.Location!.Query)["state"].ToString());
    }

    [Fact]
    public async Task An_answer_with_another_state_lets_nobody_in()
    {
        var account = await KnownAsync();
        var answer = await _browser.AnswerForAsync(account);
        var forged = answer.PathAndQuery.Replace("state=", "state=x", StringComparison.Ordinal);
        await ShouldNotBeFinishedAsync(await _browser.GetAsync(forged));
    }

    [Fact]
    public async Task Somebody_elses_answer_does_not_sign_this_browser_in()
    {
        using var other = house.Server.Browser();
        var answer = await other.AnswerForAsync(await KnownAsync());
        using var begun = await _browser.GetAsync("/sign-in/university");
        await ShouldNotBeFinishedAsync(await _browser.GetAsync(answer.PathAndQuery));
    }

    [Fact]
    public async Task An_answer_that_nobody_here_asked_for_lets_nobody_in()
    {
        using var other = house.Server.Browser();
        var answer = await other.AnswerForAsync(await KnownAsync());
        await ShouldNotBeFinishedAsync(await _browser.GetAsync(answer.PathAndQuery));
    }

    [Fact]
    public async Task A_code_is_good_once_even_with_the_cookie_kept_back()
    {
        var answer = await _browser.AnswerForAsync(await KnownAsync());
        var kept = new Dictionary<string, string>(_browser.Cookies, StringComparer.Ordinal);
        (await _browser.GetAsync(answer.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        _browser.Cookies.Keys.ShouldNotContain("__Host-safeguard-sign-in");
        _browser.Cookies.Clear();
        foreach (var (name, value) in kept) _browser.Cookies[name] = value;
        await ShouldNotBeFinishedAsync(await _browser.GetAsync(answer.PathAndQuery));
    }

    [Fact]
    public async Task A_refusal_of_the_university_ends_on_a_calm_page()
    {
        using var begun = await _browser.GetAsync("/sign-in/university");
        var state = QueryHelpers.ParseQuery(begun.Headers.Location!.Query)["state"];
        await ShouldNotBeFinishedAsync(await _browser.GetAsync($"/sign-in/callback?error=access_denied&state={state}"));
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Signing_in_never_leads_to_another_site(string returnTo)
    {
        using var answer = await _browser.SignInAsync(await KnownAsync(), returnTo);
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task A_path_too_long_for_a_cookie_costs_the_path_and_not_the_sign_in()
    {
        using var answer = await _browser.SignInAsync(await KnownAsync(), "/" + new string('ö', 900));
        answer.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task Nothing_of_a_sign_in_is_logged()
    {
        var account = await KnownAsync("hidden.person@wexcombe.example");
        var answer = await _browser.AnswerForAsync(account);
        (await _browser.GetAsync(answer.PathAndQuery)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var stranger = Account.New("stranger.person@elsewhere.example");
        // In a browser of their own: the university remembers who signed in with the first one.
        using var others = house.Server.Browser();
        using var refused = await others.SignInAsync(stranger);
        refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        house.Server.Said.Text.ShouldContain("UnknownAccount");
        var code = QueryHelpers.ParseQuery(answer.Query)["code"].ToString();
        foreach (var secret in new[] { "hidden.person", "stranger.person", code })
            house.Server.Said.Text.ShouldNotContain(secret, Case.Insensitive);
    }

    [Fact]
    public async Task A_university_that_does_not_answer_leaves_people_the_phone_numbers()
    {
        var nowhere = house.University.Settings with { Authority = new("http://127.0.0.1:9") };
        await using var server = await SignInServer.StartAsync(nowhere);
        using var browser = server.Browser();
        using var answer = await browser.GetAsync("/sign-in/university");
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var page = await answer.Content.ReadAsStringAsync();
        page.ShouldContain("sign-in does not answer");
        page.ShouldContain("tel:999");
    }

    private async Task<Account> KnownAsync(string? email = null)
    {
        var account = Account.New(email ?? $"{Guid.NewGuid():N}@wexcombe.example");
        await house.Server.PersonAsync(account.Email);
        return account;
    }

    private async Task<bool> IsSignedInAsync() =>
        (await _browser.GetAsync("/api/escalations?mine=true")).StatusCode == HttpStatusCode.OK;

    private async Task ShouldNotBeFinishedAsync(HttpResponseMessage answer)
    {
        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("Signing in did not finish");
        _browser.Cookies.Keys.ShouldNotContain("__Host-safeguard");
        (await IsSignedInAsync()).ShouldBeFalse();
        answer.Dispose();
    }
}
