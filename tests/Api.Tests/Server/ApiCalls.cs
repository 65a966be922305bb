using System.Net.Http.Json;
using System.Text.Json;

namespace Safeguard.Api.Tests.Server;

/// <summary>An answer of the API as a test reads it.</summary>
public sealed record ApiCall(int Status, string? ETag, JsonElement Body, string Text)
{
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code)
        ? code.GetString() : null;

    public JsonElement this[string name] => Body.GetProperty(name);
}

public static class ApiCalls
{
    public static Task<ApiCall> GetJsonAsync(this HttpClient client, string path) =>
        SendAsync(client, HttpMethod.Get, path, null, null);

    public static Task<ApiCall> PostAsync(this HttpClient client, string path, object body, string? ifMatch = null) =>
        SendAsync(client, HttpMethod.Post, path, JsonContent.Create(body), ifMatch);

    public static Task<ApiCall> PutAsync(this HttpClient client, string path, object body, string? ifMatch = null) =>
        SendAsync(client, HttpMethod.Put, path, JsonContent.Create(body), ifMatch);

    public static async Task<ApiCall> SendAsync(
        this HttpClient client, HttpMethod method, string path, HttpContent? content, string? ifMatch)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        using var answer = await client.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        var isJson = answer.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new(
            (int)answer.StatusCode, answer.Headers.ETag?.ToString(),
            isJson && text.Length > 0 ? JsonSerializer.Deserialize<JsonElement>(text) : default, text);
    }

    /// <summary>Names of the timeline's events, in order.</summary>
    public static IReadOnlyList<string> Events(this ApiCall escalation) =>
        [.. escalation["timeline"].EnumerateArray().Select(item => item.GetProperty("event").GetString()!)];

    /// <summary>When who was paged, in order.</summary>
    public static IReadOnlyList<(DateTimeOffset At, string[] To)> Pages(this ApiCall escalation) =>
    [
        .. escalation["timeline"].EnumerateArray().Where(item => item.GetProperty("event").GetString() == "PageSent")
            .Select(item => (item.GetProperty("at").GetDateTimeOffset(),
                item.GetProperty("to").EnumerateArray().Select(person => person.GetString()!).ToArray())),
    ];
}
