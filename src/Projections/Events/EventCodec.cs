using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Safeguard.Domain;
using Safeguard.EventStore;

namespace Safeguard.Projections.Events;

/// <summary>
/// Between the domain's events and the bytes in the log. Confidential fields are sealed under their subject's key on
/// the way in and opened on the way out; where the key is gone they read as erased and everything else still works.
/// </summary>
public sealed class EventCodec(SubjectKeys keys)
{
    private const string SealedMark = "sealed";
    private static readonly ConcurrentDictionary<Type, bool> HoldsConfidential = new();
    private static readonly Dictionary<Guid, DataKey?> NoKeys = [];

    /// <summary>The bytes of one event for a stream.</summary>
    /// <param name="key">The subject's; may be null where the event holds no confidential field.</param>
    public static NewEvent Encode(object @event, Stamp stamp, Guid stream, Guid eventId, DataKey? key)
    {
        var type = @event.GetType();
        var name = EventNames.Of(type);
        var headers = JsonSerializer.Serialize(
            new EventHeaders(
                stamp.Role, stamp.OccurredAt == stamp.RecordedAt ? null : stamp.OccurredAt, stamp.PolicyVersion),
            EventJson.Options);
        if (!IsConfidential(type))
            return new NewEvent(eventId, name, JsonSerializer.Serialize(@event, type, EventJson.Options), headers);

        var body = JsonSerializer.SerializeToNode(@event, type, EventJson.Options)!;
        SealedFields.Replace(body, ConfidentialConverter.Mark, (path, field) =>
            field[ConfidentialConverter.Mark] is { } text
                ? JsonNode.Parse(Sealing.Seal(key!, stream, eventId, path, text.GetValue<string>()))
                : null);
        return new NewEvent(eventId, name, body.ToJsonString(EventJson.Options), headers);
    }

    /// <summary>
    /// Events as they happened; the keys of all their subjects are fetched in one round trip at most.
    /// </summary>
    public async Task<IReadOnlyList<Recorded>> DecodeAsync(
        IReadOnlyList<StoredEvent> stored, CancellationToken cancel)
    {
        var bodies = new JsonNode?[stored.Count];
        var subjects = new HashSet<Guid>();
        for (var i = 0; i < stored.Count; i++)
        {
            if (!IsConfidential(EventNames.TypeOf(stored[i].Type))) continue;
            bodies[i] = JsonNode.Parse(stored[i].Json);
            SealedFields.Replace(bodies[i]!, SealedMark, (_, field) =>
            {
                subjects.Add(field["subject"]!.GetValue<Guid>());
                return field.DeepClone();
            });
        }

        var known = subjects.Count == 0
            ? new Dictionary<Guid, DataKey?>()
            : await keys.GetAsync(subjects, cancel);
        return [.. stored.Select((row, i) => Decode(row, bodies[i], known))];
    }

    /// <summary>
    /// Events as they happened with every confidential field left sealed, which reads as erased: for whoever may not
    /// read the words, or not yet.
    /// </summary>
    public static IReadOnlyList<Recorded> DecodeSealed(IReadOnlyList<StoredEvent> stored) =>
        // A sealed field has no text in it, which is what the converter reads an erased one as.
        [.. stored.Select(row => Decode(row, body: null, NoKeys))];

    /// <summary>Whether events of this type can carry a confidential field anywhere inside.</summary>
    public static bool IsConfidential(Type type) => HoldsConfidential.GetOrAdd(type, static t => Holds(t, []));

    private static Recorded Decode(StoredEvent row, JsonNode? body, IReadOnlyDictionary<Guid, DataKey?> known)
    {
        var type = EventNames.TypeOf(row.Type);
        if (body is not null)
        {
            SealedFields.Replace(body, SealedMark, (path, field) => new JsonObject
            {
                [ConfidentialConverter.Mark] = Open(row, path, field, known),
            });
        }

        var @event = body is null
            ? JsonSerializer.Deserialize(row.Json, type, EventJson.Options)
            : body.Deserialize(type, EventJson.Options);
        var headers = row.Headers is null
            ? null
            : JsonSerializer.Deserialize<EventHeaders>(row.Headers, EventJson.Options);
        var stamp = new Stamp(
            new PersonId(row.By), headers?.Role, row.RecordedAt, headers?.OccurredAt ?? row.RecordedAt,
            headers?.Policy ?? 0);
        return new Recorded(row, @event!, stamp);
    }

    private static string? Open(
        StoredEvent row, string path, JsonObject field, IReadOnlyDictionary<Guid, DataKey?> known)
    {
        var subject = field["subject"]!.GetValue<Guid>();
        return known.TryGetValue(subject, out var key) && key is not null
            ? Sealing.Open(key, field.ToJsonString(), row.Stream, row.Id, path)
            : null;
    }

    private static bool Holds(Type type, HashSet<Type> seen)
    {
        if (type == typeof(Confidential)) return true;
        if (!seen.Add(type)) return false;
        if (type.IsGenericType && type.GetGenericArguments().Any(argument => Holds(argument, seen))) return true;
        return type.Namespace?.StartsWith("Safeguard", StringComparison.Ordinal) == true
            && type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Any(property => Holds(property.PropertyType, seen));
    }
}
