using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Http;

/// <summary>
/// The fields of a request as the record that they stand for. A value of the wrong sort is left out and named, each of
/// them at once, so that nobody mends them one by one; who may know and do it is decided before any of it is told.
/// </summary>
public sealed record RequestBody<T>(T Value, IReadOnlyList<Fault> Faults)
    where T : class;

/// <summary>Reads a request's fields, however they were sent.</summary>
public static partial class RequestBody
{
    /// <summary>The bytes of a JSON object; nothing at all is an empty one.</summary>
    public static (RequestBody<T>? Body, Problem? Problem) Read<T>(byte[] json)
        where T : class
    {
        if (json.Length == 0) return (Of<T>(new JsonObject()), null);
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return (null, NotAnObject);
            var fields = new JsonObject();
            foreach (var field in document.RootElement.EnumerateObject())
                fields[field.Name] = JsonSerializer.SerializeToNode(field.Value);
            return (Of<T>(fields), null);
        }
        catch (Exception broken) when (broken is JsonException or ArgumentException or InvalidOperationException
        {
            Source: "System.Text.Json"
        })
        {
            return (null, NotAnObject);
        }
    }

    /// <param name="options">How values are read; as the API speaks JSON where nothing else is said.</param>
    public static RequestBody<T> Of<T>(JsonObject fields, JsonSerializerOptions? options = null)
        where T : class
    {
        var faults = new List<Fault>();
        while (true)
        {
            try
            {
                return new(fields.Deserialize<T>(options ?? ApiJson.Options)!, faults);
            }
            catch (JsonException unreadable) when (fields.Count > 0)
            {
                var path = unreadable.Path is { Length: > 2 } from ? from[2..] : null;
                faults.Add(new(path, "This value is not one that can be read here."));
                if (path is null || !TakeAway(fields, path)) fields.Clear();
            }
        }
    }

    /// <summary>Takes away the value at a path like <c>shifts[0].ends</c>; false where there is none.</summary>
    private static bool TakeAway(JsonNode from, string path)
    {
        var steps = Step().Matches(path).Select(step => step.Value).ToList();
        JsonNode? at = from;
        foreach (var step in steps.SkipLast(1))
        {
            at = at is JsonArray list && int.TryParse(step, CultureInfo.InvariantCulture, out var place)
                ? list.ElementAtOrDefault(place)
                : (at as JsonObject)?[step];
        }

        return at switch
        {
            JsonObject fields => fields.Remove(steps[^1]),
            JsonArray list => Empty(list),
            _ => false,
        };
    }

    private static bool Empty(JsonArray list)
    {
        list.Clear();
        return true;
    }

    private static Problem NotAnObject { get; } =
        Problem.Unreadable("The body is not a JSON object. Send one JSON object in UTF-8.");

    [GeneratedRegex(@"[^.\[\]]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Step();
}
