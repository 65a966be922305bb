using System.Text.Json;

namespace Safeguard.Api.Health;

/// <summary>A document in one order of keys, for comparing: PostgreSQL keeps an order of its own.</summary>
internal static class SortedJson
{
    public static string Of(string json) => Sorted(JsonSerializer.Deserialize<JsonElement>(json));

    private static string Sorted(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(",", value.EnumerateObject()
            .OrderBy(property => property.Name, StringComparer.Ordinal)
            .Select(property => $"\"{property.Name}\":{Sorted(property.Value)}")) + "}",
        JsonValueKind.Array => "[" + string.Join(",", value.EnumerateArray().Select(Sorted)) + "]",
        _ => value.GetRawText(),
    };
}
