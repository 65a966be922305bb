using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Safeguard.Api.Http;

/// <summary>
/// A form's fields as the JSON object they stand for, so that a page and the API are read by one and the same record:
/// <c>decisions[0].reason</c> becomes a list of objects. Empty fields are left out.
/// </summary>
public static class FormBody
{
    /// <summary>Entries of one list that a form may have: the lines of a register.</summary>
    private const int MaxEntries = 200;

    /// <summary>A form knows only text: a number in it is one all the same.</summary>
    private static readonly JsonSerializerOptions Texts = new(ApiJson.Options)
    {
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    public static JsonObject ToJson(IFormCollection form)
    {
        var body = new JsonObject();
        foreach (var (name, values) in form.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            // Boxes of one name are lines of one text, which is how a list of texts is read.
            var text = string.Join('\n', values.ToArray()).Replace("\r\n", "\n", StringComparison.Ordinal);
            if (!string.IsNullOrWhiteSpace(text)) Place(body, name, text);
        }

        return body;
    }

    /// <summary>The form that was sent; an empty one where something else was.</summary>
    public static async Task<IFormCollection> FormAsync(this HttpRequest request) => request.HasFormContentType
        ? await request.ReadFormAsync(request.HttpContext.RequestAborted)
        : FormCollection.Empty;

    /// <summary>
    /// The form as the record that the API reads, with what could not be read; as much as a request of the API may say.
    /// </summary>
    public static RequestBody<T> Read<T>(IFormCollection form)
        where T : class
    {
        var body = RequestBody.Of<T>(ToJson(form), Texts);
        return SizeOf(form) <= ApiJson.MaxBodyBytes
            ? body
            : body with { Faults = [.. body.Faults, new(null, "That is too long. Shorten it and send it again.")] };
    }

    /// <summary>What was typed, in bytes, whatever the sending made of it.</summary>
    public static int SizeOf(IFormCollection form) =>
        form.Sum(field => Encoding.UTF8.GetByteCount(field.Key) + Encoding.UTF8.GetByteCount(field.Value.ToString()));

    public static Dictionary<string, string> Typed(IFormCollection form) =>
        form.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal);

    private static void Place(JsonObject body, string name, string text)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        var close = name.IndexOf("].", StringComparison.Ordinal);
        if (open < 0 || close < open)
        {
            body[name] = text;
            return;
        }

        if (!int.TryParse(name[(open + 1)..close], CultureInfo.InvariantCulture,
            out var row) || row is < 0 or >= MaxEntries)
            return;
        var list = body[name[..open]] as JsonArray ?? [];
        body[name[..open]] = list;
        while (list.Count <= row) list.Add(new JsonObject());
        ((JsonObject)list[row]!)[name[(close + 2)..]] = text;
    }
}
