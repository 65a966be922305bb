using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Safeguard.Api.Http;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Http;

/// <summary>The description of the API: whole, true, and a page besides.</summary>
public sealed class OpenApiTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact]
    public async Task Every_endpoint_of_the_api_is_described_with_every_answer_and_an_example_of_its_body()
    {
        var wrong = new List<string>();
        foreach (var (path, method, operation) in Operations(await DocumentAsync()))
        {
            var name = $"{method} {path}";
            var answers = operation.GetProperty("responses").EnumerateObject().ToList();
            if (!operation.TryGetProperty("operationId", out _)) wrong.Add($"{name}: no operationId");
            if (!operation.TryGetProperty("summary", out _)) wrong.Add($"{name}: no summary");
            if (!answers.Any(answer => answer.Name[0] == '2')) wrong.Add($"{name}: no good answer");
            if (path.StartsWith("/api", StringComparison.Ordinal))
            {
                foreach (var status in new[] { "401", "500", "503" })
                    if (answers.All(answer => answer.Name != status)) wrong.Add($"{name}: no {status}");
            }

            foreach (var answer in answers.Where(answer => answer.Name[0] is '4' or '5' && !path.StartsWith("/health",
                StringComparison.Ordinal)))
            {
                var about = answer.Value.GetProperty("description").GetString()!;
                if (!about.Contains("Codes: `", StringComparison.Ordinal))
                    wrong.Add($"{name}: {answer.Name} names no code");
                if (answer.Value.GetProperty("content").TryGetProperty("application/problem+json", out var content)
                    && !content.TryGetProperty("example", out _)) wrong.Add($"{name}: {answer.Name} has no example");
            }

            if (operation.TryGetProperty("requestBody", out var body)
                && body.GetProperty("content").TryGetProperty("application/json", out var json)
                && !json.TryGetProperty("example", out _) && body.TryGetProperty("required", out _))
                wrong.Add($"{name}: no example of its body");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_code_of_every_refusal_is_in_the_document_and_in_no_other_words_than_the_list_of_refusals()
    {
        var document = await DocumentAsync();
        var described = document.GetProperty("components").GetProperty("schemas").GetProperty("Problem")
            .GetProperty("properties").GetProperty("code").GetProperty("enum").EnumerateArray()
            .Select(code => code.GetString()!).ToList();
        described.ShouldContain("escalation.notReadyToClose");
        described.ShouldContain("shift.overlaps");
        described.ShouldContain("durability.unknown");
        described.ShouldBeUnique();
        described.Order(StringComparer.Ordinal)
            .ShouldBe(ProblemCodes.All.Select(known => known.Code).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_described_is_what_is_sent()
    {
        var document = await DocumentAsync();
        var schemas = document.GetProperty("components").GetProperty("schemas");
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.AlderFirst);
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var id = await supporter.RaisesAsync();
        await wexcombe.Server.AdvanceAsync("PT11M");
        var sent = new Dictionary<string, ApiCall>(StringComparer.Ordinal)
        {
            ["EscalationAnswer"] = await senior.GetJsonAsync($"/api/escalations/{id}"),
            ["ReceiptAnswer"] = await supporter.GetJsonAsync($"/api/escalations/{id}/receipt"),
            ["RotaAnswer"] = await senior.GetJsonAsync("/api/panels/alder-college/rota"),
            ["PolicyAnswer"] = await senior.GetJsonAsync("/api/programmes/listening/policy"),
            ["PersonAnswer"] = await senior.GetJsonAsync($"/api/people/{Wexcombe.AlderFirst}"),
        };
        foreach (var (schema, answer) in sent)
        {
            answer.Status.ShouldBe(200, answer.Text);
            Differences(schemas, schemas.GetProperty(schema), answer.Body, schema).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task An_example_is_read_by_the_endpoint_that_it_is_an_example_for()
    {
        using var nobody = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        foreach (var (path, method, operation) in Operations(await DocumentAsync()))
        {
            if (!operation.TryGetProperty("requestBody", out var body)
                || !body.GetProperty("content").TryGetProperty("application/json", out var json)) continue;
            if (!json.TryGetProperty("example", out var example)) continue;
            using var content = new StringContent(example.GetRawText());
            var at = Regex.Replace(path, @"\{[^}]+\}", _ => Guid.NewGuid().ToString());
            if (path.StartsWith("/demo", StringComparison.Ordinal)) continue;
            var answer = await nobody.SendAsync(new HttpMethod(method), at, content, "\"1\"");
            answer.Code.ShouldNotBe("request.malformed", $"{method} {path}: {answer.Text}");
            answer.Code.ShouldNotBe("request.unreadable", $"{method} {path}: {answer.Text}");
        }
    }

    [Fact]
    public async Task The_page_for_people_lists_every_operation_and_needs_no_sign_in_and_no_script()
    {
        using var client = wexcombe.Server.Client();
        using var answer = await client.GetAsync("/docs");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldNotContain("unsafe");
        var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
        var shown = page.QuerySelectorAll("summary code").Select(code => code.TextContent).ToList();
        shown.Order(StringComparer.Ordinal).ShouldBe(Operations(await DocumentAsync())
            .Select(of => $"{of.Method} {of.Path}").Order(StringComparer.Ordinal));
        page.Body!.TextContent.ShouldContain("escalation.notReadyToClose");
    }

    private static IEnumerable<string> Differences(JsonElement schemas, JsonElement schema, JsonElement sent, string at)
    {
        if (schema.TryGetProperty("$ref", out var name))
            schema = schemas.GetProperty(name.GetString()!.Split('/')[^1]);
        if (schema.TryGetProperty("oneOf", out var one))
            return one.EnumerateArray().Select(any => Differences(schemas, any, sent, at).ToList())
                .MinBy(found => found.Count)!;
        if (!schema.TryGetProperty("type", out var type)) return [];
        var types = type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Select(any => any.GetString()!).ToArray()
            : [type.GetString()!];
        if (!types.Contains(NameOf(sent))) return [$"{at} is {NameOf(sent)}, described as {string.Join('|', types)}"];
        return sent.ValueKind switch
        {
            JsonValueKind.Array when schema.TryGetProperty("items", out var items) =>
                sent.EnumerateArray().SelectMany((item, place) => Differences(schemas, items, item, $"{at}[{place}]")),
            JsonValueKind.Object when schema.TryGetProperty("properties", out var parts) =>
                sent.EnumerateObject().SelectMany(part => parts.TryGetProperty(part.Name, out var described)
                    ? Differences(schemas, described, part.Value, $"{at}.{part.Name}")
                    : [$"{at}.{part.Name} is not described"]),
            _ => [],
        };
    }

    private static string NameOf(JsonElement sent) => sent.ValueKind switch
    {
        JsonValueKind.Number => sent.TryGetInt64(out _) ? "integer" : "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString().ToLower(CultureInfo.InvariantCulture),
    };

    private async Task<JsonElement> DocumentAsync()
    {
        using var client = wexcombe.Server.Client();
        var answer = await client.GetJsonAsync("/openapi/v1.json");
        answer.Status.ShouldBe(200);
        answer["openapi"].GetString().ShouldStartWith("3.1");
        return answer.Body;
    }

    private static IEnumerable<(string Path, string Method, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        where operation.Name is "get" or "put" or "post"
        select (path.Name, operation.Name.ToUpperInvariant(), operation.Value);
}
