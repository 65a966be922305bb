using System.Net;
using Safeguard.Domain;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>How a session begins and ends, and what its cookie is.</summary>
[Collection(SignInCollection.Name)]
public sealed class SessionTests(SignInHouse house) : IDisposable
{
    private readonly Browser _browser = house.Server.Browser();

    public void Dispose()
    {
        house.Server.SessionClock.Offset = TimeSpan.Zero;
        _browser.Dispose();
    }

    [Fact]
    public async Task The_cookie_of_a_session_belongs_to_this_host_alone_and_no_script_reads_it()
    {
        await SignInAsync();
        var set = _browser.SetCookies.Single(
            cookie => cookie.StartsWith("__Host-safeguard=", StringComparison.Ordinal));
        foreach (var flag in new[] { "path=/", "secure", "httponly", "samesite=lax" })
            set.Split("; ").ShouldContain(flag);
        set.ShouldNotContain("domain", Case.Insensitive);
        set.ShouldNotContain("expires", Case.Insensitive);
    }

    [Fact]
    public async Task The_demo_on_loopback_has_a_cookie_that_comes_back_without_TLS()
    {
        await using var demo = await SignInServer.StartAsync(null, demo: true);
        var person = await demo.PersonAsync();
        using var browser = demo.Browser();
        using var form = new FormUrlEncodedContent([new("person", person.Value)]);
        using var answer = await browser.PostAsync("/demo/sign-in", form);
        var set = browser.SetCookies.ShouldHaveSingleItem();
        set.ShouldStartWith("safeguard-demo=");
        set.Split("; ").ShouldContain("httponly");
        set.Split("; ").ShouldNotContain("secure");
        (await IsSignedInAsync(browser)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_session_ends_after_twelve_idle_hours_of_the_machines_clock()
    {
        await SignInAsync();
        house.Server.SessionClock.Offset = TimeSpan.FromHours(11.9);
        (await IsSignedInAsync(_browser)).ShouldBeTrue();
        house.Server.SessionClock.Offset = TimeSpan.FromHours(23.8);
        (await IsSignedInAsync(_browser)).ShouldBeTrue("It was used meanwhile.");
        house.Server.SessionClock.Offset = TimeSpan.FromHours(36);
        (await IsSignedInAsync(_browser)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_session_ends_after_seven_days_however_busy()
    {
        await SignInAsync();
        for (var hours = 8; hours <= 7 * 24; hours += 8)
        {
            house.Server.SessionClock.Offset = TimeSpan.FromHours(hours) - TimeSpan.FromMinutes(1);
            (await IsSignedInAsync(_browser)).ShouldBeTrue($"{hours} hours");
        }

        house.Server.SessionClock.Offset = TimeSpan.FromDays(7) + TimeSpan.FromMinutes(1);
        (await IsSignedInAsync(_browser)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_role_revoked_during_a_session_ends_at_once()
    {
        var person = await SignInAsync(Role.Coordinator);
        (await AcknowledgeSomethingAsync()).ShouldBe(HttpStatusCode.NotFound);
        await house.Server.RevokeAsync(person, Role.Coordinator);
        (await AcknowledgeSomethingAsync()).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_node_with_the_same_keys_knows_the_session()
    {
        await SignInAsync();
        await using var other = await house.Server.AnotherNodeAsync();
        using var there = other.Browser();
        foreach (var (name, value) in _browser.Cookies) there.Cookies[name] = value;
        (await IsSignedInAsync(there)).ShouldBeTrue();
    }

    [Fact]
    public async Task Another_installation_does_not_know_the_session()
    {
        await SignInAsync();
        await using var other = await SignInServer.StartAsync(house.University.Settings);
        using var there = other.Browser();
        foreach (var (name, value) in _browser.Cookies) there.Cookies[name] = value;
        (await IsSignedInAsync(there)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_keys_of_sessions_lie_wrapped_under_the_key_encryption_key()
    {
        await SignInAsync();
        var files = Directory.GetFiles(house.Server.SessionKeys, "*.xml");
        files.ShouldNotBeEmpty();
        foreach (var text in files.Select(File.ReadAllText))
        {
            text.ShouldContain("<wrapped keyEncryptionKey=");
            text.ShouldNotContain("masterKey");
        }

        house.Server.Said.Text.ShouldNotContain("unencrypted");
    }

    private async Task<PersonId> SignInAsync(Role? role = null)
    {
        var account = Account.New($"{Guid.NewGuid():N}@wexcombe.example");
        var person = await house.Server.PersonAsync(account.Email, role);
        using var answer = await _browser.SignInAsync(account);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return person;
    }

    private async Task<HttpStatusCode> AcknowledgeSomethingAsync()
    {
        using var body = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");
        using var answer = await _browser.PostAsync($"/api/escalations/{Guid.CreateVersion7()}/acknowledgement", body);
        return answer.StatusCode;
    }

    private static async Task<bool> IsSignedInAsync(Browser browser)
    {
        using var answer = await browser.GetAsync("/api/escalations?mine=true");
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
