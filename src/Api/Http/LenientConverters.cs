using System.Text.Json;
using System.Text.Json.Serialization;
using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Http;

/// <summary>true and false as JSON has them, and as the words a form sends.</summary>
internal sealed class LenientBool : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            JsonTokenType.String => reader.GetString()!.Trim().ToUpperInvariant() switch
            {
                "TRUE" or "YES" or "ON" => true,
                "FALSE" or "NO" or "" => false,
                _ => throw new JsonException("Say true or false."),
            },
            _ => throw new JsonException("Say true or false."),
        };

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        writer.WriteBooleanValue(value);
}

/// <summary>A list of texts; a form's one text is a list with an entry a line.</summary>
internal sealed class LenientLines : JsonConverter<IReadOnlyList<string>>
{
    public override IReadOnlyList<string> Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString()!.Split('\n',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("Give a list of texts.");
        var lines = new List<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            lines.Add(reader.TokenType == JsonTokenType.String
                ? reader.GetString()! : throw new JsonException("Give texts."));
        return lines;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<string> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        foreach (var line in value) writer.WriteStringValue(line);
        writer.WriteEndArray();
    }
}

/// <summary>A length of time as ISO 8601 (<c>PT15M</c>), which is what the API's clients write too.</summary>
internal sealed class IsoLengths : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && IsoDuration.Read(reader.GetString()!) is { } length
            ? length
            : throw new JsonException("Give a length of time like PT15M.");

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteStringValue(IsoDuration.Write(value));
}
