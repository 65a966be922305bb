using System.Text.Json;
using System.Text.Json.Serialization;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Projections.Events;

/// <summary>
/// How events and read-model rows are written as JSON: camelCase, enumerations by name, ids as plain strings, unknown
/// shapes refused. A Marten reader of the same tables sets the same.
/// </summary>
public static class EventJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            NumberHandling = JsonNumberHandling.Strict,
            Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new SlugConverter<PersonId>(text => new PersonId(text), id => id.Value));
        options.Converters.Add(new SlugConverter<PanelId>(text => new PanelId(text), id => id.Value));
        options.Converters.Add(new SlugConverter<GroupId>(text => new GroupId(text), id => id.Value));
        options.Converters.Add(new MomentConverter());
        options.Converters.Add(new ConfidentialConverter());
        // The words that outside clients type are camelCase; the names of bands, states and roles are names.
        options.Converters.Add(new JsonStringEnumConverter<ContactMode>(JsonNamingPolicy.CamelCase, false));
        options.Converters.Add(new JsonStringEnumConverter<Answer>(JsonNamingPolicy.CamelCase, false));
        options.Converters.Add(new JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class SlugConverter<T>(Func<string, T> read, Func<T, string> write) : JsonConverter<T>
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            read(reader.GetString() ?? throw new JsonException("An id is a string."));

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WriteStringValue(write(value));

        public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            read(reader.GetString()!);

        public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            writer.WritePropertyName(write(value));
    }

    /// <summary>Moments are UTC, cut to milliseconds, and end in Z, whatever offset they came with.</summary>
    private sealed class MomentConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset().ToUniversalTime();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Moments.Write(value));
    }
}

/// <summary>Moments as the product writes them.</summary>
public static class Moments
{
    private const string Format = "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'";

    public static string Write(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString(Format, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whole milliseconds: what is decided on is what is stored.</summary>
    public static DateTimeOffset Cut(DateTimeOffset moment) =>
        new(moment.UtcTicks - (moment.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
}
