using System.Net;
using System.Text.RegularExpressions;
using Safeguard.Api.SignIn;

namespace Safeguard.Api.Tests.SignIn;

/// <summary>
/// A browser, as far as signing in needs one: keeps cookies, follows the university's pages, and reaches the product as
/// its proxy does, over plain HTTP with the scheme in a header.
/// </summary>
public sealed partial class Browser(Uri product, OpenIdSettings? settings) : IDisposable
{
    private static readonly string Callback = new Uri(University.Product, OpenIdSettings.CallbackPath).AbsoluteUri;

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    private readonly HttpClient _university = new(
        new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });

    /// <summary>The product's cookies, by name.</summary>
    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    /// <summary>Every Set-Cookie of the product, as it came.</summary>
    public List<string> SetCookies { get; } = [];

    /// <summary>All the way: the product, the university, and back.</summary>
    public async Task<HttpResponseMessage> SignInAsync(Account account, string returnTo = "/")
    {
        var answer = await AnswerForAsync(account, returnTo);
        return await GetAsync(answer.PathAndQuery);
    }

    /// <summary>To the university and to where it sends the browser, which is not followed.</summary>
    public async Task<Uri> AnswerForAsync(Account account, string returnTo = "/")
    {
        using var begun = await GetAsync($"/sign-in/university?returnTo={Uri.EscapeDataString(returnTo)}");
        begun.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return await AtTheUniversityAsync(begun.Headers.Location!, account);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new(HttpMethod.Get, path));

    public Task<HttpResponseMessage> PostAsync(string path, HttpContent? body = null) =>
        SendAsync(new(HttpMethod.Post, path) { Content = body });

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        request.RequestUri = new Uri(product, request.RequestUri!.OriginalString);
        if (settings is { IsSecure: true }) request.Headers.Add("X-Forwarded-Proto", "https");
        var cookies = string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}"));
        if (cookies.Length > 0) request.Headers.Add("Cookie", cookies);
        var answer = await _http.SendAsync(request);
        foreach (var set in answer.Headers.TryGetValues("Set-Cookie", out var all) ? all : []) Keep(set);
        return answer;
    }

    public void Dispose()
    {
        _http.Dispose();
        _university.Dispose();
    }

    private async Task<Uri> AtTheUniversityAsync(Uri address, Account account)
    {
        using var first = await _university.GetAsync(address);
        var answer = first;
        // Sign in, consent, and the redirects between: a handful; more would be a loop.
        for (var step = 0; step < 12; step++)
        {
            if (answer.Headers.Location is { } location)
            {
                address = new Uri(address, location);
                if (address.AbsoluteUri.StartsWith(Callback, StringComparison.Ordinal)) return address;
                answer = await _university.GetAsync(address);
                continue;
            }

            var page = await answer.Content.ReadAsStringAsync();
            answer.StatusCode.ShouldBe(HttpStatusCode.OK, page);
            var fields = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["prompt"] = Prompt().Match(page).Groups["prompt"].Value,
                ["login"] = account.Login,
                ["password"] = "anything",
            };
            using var form = new FormUrlEncodedContent(fields);
            answer = await _university.PostAsync(new Uri(address, Action().Match(page).Groups["action"].Value), form);
        }

        throw new InvalidOperationException("The university never came back.");
    }

    private void Keep(string set)
    {
        SetCookies.Add(set);
        var pair = set.Split(';')[0].Split('=', 2);
        if (pair[1].Length == 0) Cookies.Remove(pair[0]);
        else Cookies[pair[0]] = pair[1];
    }

    [GeneratedRegex("name=\"prompt\" value=\"(?<prompt>[a-z]+)\"")]
    private static partial Regex Prompt();

    [GeneratedRegex("<form[^>]* action=\"(?<action>[^\"]+)\"")]
    private static partial Regex Action();
}
