using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Safeguard.Domain;

namespace Safeguard.Projections.Events;

/// <summary>
/// Writes a confidential text as a marked object, so that <see cref="SealedFields"/> can find and encrypt it before
/// anything is stored. The marked form never leaves the process.
/// </summary>
internal sealed class ConfidentialConverter : JsonConverter<Confidential>
{
    public const string Mark = "$confidential";

    public override Confidential Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A sealed field is an object.");
        string? text = null;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var isMark = reader.ValueTextEquals(Mark);
            reader.Read();
            if (isMark) text = reader.GetString();
            else reader.Skip();
        }

        return new Confidential(text);
    }

    public override void Write(Utf8JsonWriter writer, Confidential value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString(Mark, value.Text);
        writer.WriteEndObject();
    }
}

/// <summary>
/// Finds the confidential fields of an event's JSON and replaces each by what <c>replace</c> makes of it.
/// </summary>
internal static class SealedFields
{
    /// <param name="mark">The property that makes an object a confidential field.</param>
    /// <param name="replace">
    /// Given the field's path (<c>decisions[0].reason</c>) and the object, its replacement.
    /// </param>
    public static void Replace(JsonNode node, string mark, Func<string, JsonObject, JsonNode?> replace) =>
        Walk(node, "", mark, replace);

    private static void Walk(JsonNode? node, string path, string mark, Func<string, JsonObject, JsonNode?> replace)
    {
        switch (node)
        {
            case JsonObject found when found.ContainsKey(mark):
                found.ReplaceWith(replace(path, found));
                break;
            case JsonObject inner:
                foreach (var (name, child) in inner.ToList())
                    Walk(child, path.Length == 0 ? name : $"{path}.{name}", mark, replace);
                break;
            case JsonArray list:
                for (var i = 0; i < list.Count; i++) Walk(list[i], $"{path}[{i}]", mark, replace);
                break;
            default:
                break;
        }
    }
}
