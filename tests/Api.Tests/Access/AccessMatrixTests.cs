using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Http;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain;

namespace Safeguard.Api.Tests.Access;

/// <summary>
/// Who may use what, generated from the route table: every endpoint of the running server stands in
/// <c>Access.approved.txt</c> with those who may use it, and each cell of endpoint and role is tried.
/// </summary>
public sealed class AccessMatrixTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private static readonly string Approved = Path.Combine(AppContext.BaseDirectory, "Access", "Access.approved.txt");

    /// <summary>One person for each role in wexcombe.</summary>
    private static readonly (Role Role, string Person)[] People =
    [
        (Role.Supporter, "we0102"), (Role.Trainee, "we0612"), (Role.Supervisor, "we0001"), (Role.SeniorMember,
            "we0014"),
        (Role.Coordinator, "we0007"), (Role.Auditor, "we0010"), (Role.DataProtection, "we0012"),
        (Role.Administrator, "we0013"),
    ];

    [Fact]
    public void Every_endpoint_of_the_route_table_stands_in_the_approved_matrix()
    {
        var present = Routes().Select(route => $"{route.Method} {route.Path}: {route.Access}").ToList();
        var approved = File.ReadAllLines(Approved).Where(line => line.Length > 0).ToList();
        present.Except(approved).ShouldBeEmpty(
            "New or changed endpoints. Decide who may use them and put these lines into "
            + "tests/Api.Tests/Access/Access.approved.txt");
        approved.Except(present).ShouldBeEmpty(
            "These lines of Access.approved.txt name no endpoint any more: take them out.");
    }

    [Fact, Trait("Rule", "R13")]
    public async Task Every_role_gets_into_every_endpoint_that_names_it_and_into_no_other()
    {
        var wrong = new List<string>();
        var clients = new List<(Role? Role, HttpClient Client)> { (null, wexcombe.Server.Client()) };
        foreach (var (role, person) in People) clients.Add((role, await wexcombe.Server.ClientAsync(person)));
        foreach (var route in Routes().Where(route => route.Method is not "HEAD" && !route.Path.StartsWith("/demo",
            StringComparison.Ordinal)))
        {
            foreach (var (role, client) in clients)
            {
                var (status, code) = await TryAsync(client, route);
                var letIn = status != HttpStatusCode.Unauthorized && code != Problem.RoleMayNot.Code
                    && !ToSignIn(status, code);
                var expected = !route.Access.NeedsSignIn
                    || (role is { } held && (route.Access.Roles.Count == 0 || route.Access.Roles.Contains(held)));
                if (letIn != expected) wrong.Add(
                    $"{route.Method} {route.Path} as {role?.ToString() ?? "nobody"}: {(int)status} {code}");
                if ((int)status >= 500) wrong.Add(
                    $"{route.Method} {route.Path} as {role?.ToString() ?? "nobody"}: {(int)status}");
            }
        }

        foreach (var (_, client) in clients) client.Dispose();
        wrong.ShouldBeEmpty();
    }

    private static bool ToSignIn(HttpStatusCode status, string? location) =>
        status is HttpStatusCode.Redirect or HttpStatusCode.Found
        && location?.StartsWith("/sign-in", StringComparison.Ordinal) == true;

    private static async Task<(HttpStatusCode Status, string? Code)> TryAsync(HttpClient client, Route route)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), Fill(route.Path));
        if (route.Method is "POST" or "PUT")
        {
            request.Content = route.Path.StartsWith("/api", StringComparison.Ordinal)
                ? new StringContent("{}", System.Text.Encoding.UTF8, "application/json")
                : new FormUrlEncodedContent([new("nothing", "")]);
        }

        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        if (answer.Headers.Location is { } location) return (answer.StatusCode, location.OriginalString);
        if (answer.Content.Headers.ContentType?.MediaType != Problem.ContentType) return (answer.StatusCode, null);
        var problem = System.Text.Json.JsonSerializer.Deserialize<System.Text.Json.JsonElement>(
            await answer.Content.ReadAsStringAsync(timeout.Token));
        return (answer.StatusCode, problem.GetProperty("code").GetString());
    }

    /// <summary>Any value does: who may use an endpoint is said before what it is used on.</summary>
    private static string Fill(string path) => Regex.Replace(
        path,
        @"\{(?<name>[^}:]+)(?<constraint>:[^}]+)?\}",
        match => match.Groups["constraint"].Value == ":guid" ? Guid.NewGuid().ToString() : "nothing",
        RegexOptions.ExplicitCapture,
        TimeSpan.FromSeconds(1));

    private IEnumerable<Route> Routes() =>
        from endpoint in wexcombe.Server.Parts.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
        let access = endpoint.Metadata.GetMetadata<Safeguard.Api.Http.Access>()
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
        where method != "ANY"
        let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
        orderby path, method
        select new Route(
            method, path,
            access ?? throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture,
                    $"{method} {path} names nobody who may use it: add .For(Access…).")));

    private sealed record Route(string Method, string Path, Safeguard.Api.Http.Access Access);
}
