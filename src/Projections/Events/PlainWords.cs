using System.Text.Json;
using System.Text.Json.Nodes;

namespace Safeguard.Projections.Events;

/// <summary>An event as a reader may see it: confidential fields as plain text, or left out.</summary>
public static class PlainWords
{
    /// <param name="words">False: every confidential field is null.</param>
    public static JsonObject Of(object @event, bool words)
    {
        var body = JsonSerializer.SerializeToNode(@event, @event.GetType(), EventJson.Options)!;
        SealedFields.Replace(body, ConfidentialConverter.Mark, (_, field) =>
            words ? field[ConfidentialConverter.Mark]?.DeepClone() : null);
        return (JsonObject)body;
    }
}
