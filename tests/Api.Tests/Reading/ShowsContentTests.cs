using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Reading;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain.Access;

namespace Safeguard.Api.Tests.Reading;

/// <summary>
/// Proven from the route table: a canary in everything that anybody said about an urgent contact is found by none of
/// its readers on any route that does not say that it shows content, and on those only with a reading on record.
/// </summary>
[Trait("Rule", "R17")]
public sealed class ShowsContentTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Canary = "Zephyrine-Quillfeather";

    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Fact]
    public async Task Words_are_on_no_route_that_does_not_put_the_reading_on_record()
    {
        var (id, glass) = await SayEverythingAsync();
        var routes = Routes(id, glass);
        routes.ShouldContain(route => route.IsMarked && route.Method == "POST");
        // None of them has read anything yet; the last has a glass to review.
        string[] readers = [Wexcombe.AlderFirst, Wexcombe.Supporter, Wexcombe.OtherSupervisor, Wexcombe.Coordinator];
        foreach (var reader in readers)
        {
            using var browser = await _server.BrowserAsync(reader);
            foreach (var route in routes.Where(route => !route.IsMarked))
                (await TryAsync(browser, route)).ShouldNotContain(Canary, Case.Insensitive, $"{reader}: {route}");
            (await OnRecordAsync(reader)).ShouldBeFalse(reader);
            var found = 0;
            foreach (var route in routes.Where(route => route.IsMarked))
            {
                if (!(await TryAsync(browser, route)).Contains(Canary, StringComparison.Ordinal)) continue;
                found++;
                (await OnRecordAsync(reader)).ShouldBeTrue($"{reader}: {route}");
            }

            found.ShouldBeGreaterThan(0, reader);
        }
    }

    private async Task<(Guid Id, Guid Glass)> SayEverythingAsync()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        using var deputy = await _server.ClientAsync(Wexcombe.AlderDeputy);
        using var stranger = await _server.ClientAsync(Wexcombe.ElsewhereSenior);
        var id = await supporter.RaisesAsync(Canary);
        await supporter.DoesAsync(id, "additions", new { what = Canary });
        await deputy.DoesAsync(id, "acknowledgement", new { });
        await deputy.DoesAsync(id, "actions", new { what = Canary });
        foreach (var asked in new[] { Wexcombe.Supporter, Wexcombe.OtherSupervisor })
            await deputy.DoesAsync(id, "questions", new { id = Guid.NewGuid(), of = asked, question = Canary });
        var opened = await stranger.PostAsync("/api/break-glass", new { item = id, reason = Canary });
        return (id, opened["breakGlass"].GetGuid());
    }

    private async Task<bool> OnRecordAsync(string person) =>
        (await _server.ReadingOfAsync(person)).Any(happened => happened is RecordRead);

    /// <summary>
    /// Everything that can be read, and the forms of an urgent contact, which come back when refused.
    /// </summary>
    private List<Route> Routes(Guid id, Guid glass) =>
    [
        .. from endpoint in _server.Parts.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           let isMarked = endpoint.Metadata.GetMetadata<ShowsContent>() is not null
           from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
           let path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/')
           where method == "GET"
               || (method == "POST" && isMarked && !path.EndsWith("/conflict", StringComparison.Ordinal))
           where !path.StartsWith("/demo", StringComparison.Ordinal)
               && !path.StartsWith("/sign-out", StringComparison.Ordinal)
           from filled in new[] { Fill(path, id.ToString()), Fill(path, glass.ToString()) }.Distinct()
           orderby method, filled
           select new Route(method, filled, isMarked),
    ];

    private static string Fill(string path, string id) => Regex.Replace(
        path, @"\{[^}]+\}", id, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static async Task<string> TryAsync(HttpClient client, Route route)
    {
        using var request = new HttpRequestMessage(new HttpMethod(route.Method), route.Path);
        if (route.Method == "POST") request.Content = new FormUrlEncodedContent([new("nothing", "")]);
        using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        var isStream = answer.Content.Headers.ContentType?.MediaType == "text/event-stream";
        if (!isStream) return await answer.Content.ReadAsStringAsync();
        // A stream of events has no end: what comes at once is what it tells of the present.
        await using var stream = await answer.Content.ReadAsStreamAsync();
        var buffer = new byte[65_536];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var read = 0;
        try
        {
            while (read < buffer.Length) read += await stream.ReadAsync(buffer.AsMemory(read), patience.Token);
        }
        catch (OperationCanceledException)
        {
            // Nothing more is told.
        }

        return Encoding.UTF8.GetString(buffer, 0, read);
    }

    private sealed record Route(string Method, string Path, bool IsMarked);
}
