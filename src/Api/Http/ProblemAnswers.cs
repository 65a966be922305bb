using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Safeguard.Api.Http;

/// <summary>An operation's problems: what each is called and looks like, and the headers that avoid it.</summary>
internal static class ProblemAnswers
{
    /// <summary>The first parts of codes that belong to a group of operations alone.</summary>
    private static readonly Dictionary<string, string[]> Areas = new(StringComparer.Ordinal)
    {
        ["escalations"] = ["escalation", "band", "deadline", "debrief"],
        ["rota"] = ["rota", "shift", "duty", "panel"],
        ["people"] = ["person", "role", "conflict", "signIn", "panel", "administrator"],
        ["programme"] = ["programme", "panel", "policy", "service", "term"],
        ["supervision"] = [],
        ["import"] = [],
        ["break-glass"] = ["breakGlass"],
        ["audit"] = [],
        ["demo"] = [],
        ["health"] = [],
    };

    private static readonly string[] Everywhere =
        ["request", "not", "signIn", "role", "version", "office", "server", "durability", "database", "read"];

    public static void Describe(OpenApiOperation operation, string method, IOpenApiSchema problem)
    {
        var area = operation.Tags?.FirstOrDefault()?.Name ?? "";
        operation.Responses ??= [];
        if (area != "health") AddFaults(operation.Responses, problem);
        foreach (var (status, answer) in operation.Responses)
        {
            if (answer is not OpenApiResponse response) continue;
            var number = int.Parse(status, CultureInfo.InvariantCulture);
            if (number < 400 || area == "health") continue;
            var codes = CodesOf(number, area);
            response.Description = $"{Meaning(number)} Codes: {string.Join(", ", codes.Select(code => $"`{code}`"))}.";
            if (response.Content?.Values.FirstOrDefault() is OpenApiMediaType content)
                content.Example = Example(number, codes.Count == 0 ? "not.there" : codes[0]);
        }

        AddHeaders(operation, method);
    }

    private static void AddFaults(OpenApiResponses responses, IOpenApiSchema problem)
    {
        foreach (var status in new[] { "500", "503" })
        {
            responses.TryAdd(status, new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [Problem.ContentType] = new() { Schema = problem },
                },
            });
        }
    }

    private static List<string> CodesOf(int status, string area) =>
    [
        .. ProblemCodes.All.Where(known => known.Status == status).Select(known => known.Code)
            .Where(code => Everywhere.Concat(Areas.GetValueOrDefault(area, [])).Contains(
                code[..code.IndexOf('.', StringComparison.Ordinal)], StringComparer.Ordinal)),
    ];

    private static string Meaning(int status) => status switch
    {
        400 => "Not readable as a JSON object.",
        401 => "No valid sign-in.",
        403 => "The caller's roles may not do this.",
        404 => "Nothing here, or not the caller's to know.",
        409 => "A rule forbids it in the present state; every missing thing is named at once.",
        412 => "An old version; the present one is the ETag.",
        413 => "More than 64 KB.",
        422 => "Readable, and not to be acted on; every fault is named at once.",
        428 => "No version where one is needed.",
        503 => "The database is away, or it is not known whether this was saved.",
        _ => "A fault of ours.",
    };

    private static JsonNode Example(int status, string code) => JsonSerializer.SerializeToNode(
        new Problem(status, code, Meaning(status).TrimEnd('.'), "In plain words, with what to do next."),
        ApiJson.Options)!;

    private static void AddHeaders(OpenApiOperation operation, string method)
    {
        operation.Parameters ??= [];
        if (operation.Responses!.ContainsKey("412"))
        {
            operation.Parameters.Add(Header("If-Match", operation.Responses.ContainsKey("428"), "\"7\"",
                "The version decided on, as the ETag gave it."));
        }

        if (method is "POST" && operation.Responses.ContainsKey("409"))
        {
            operation.Parameters.Add(Header("Idempotency-Key", required: false, "0198f0c2-7d1e-7c3a-9c57-0d6c1f7e4b21",
                "The command's own id: sent again with the same one, it is answered as the first time."));
        }
    }

    private static OpenApiParameter Header(string name, bool required, string example, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Header,
        Required = required,
        Description = description,
        Example = example,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };
}
