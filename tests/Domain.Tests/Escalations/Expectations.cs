using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Safeguard.Domain.Tests.Escalations;

/// <summary>Events compared by value; where they differ, only the lines that do are shown.</summary>
internal static class Expectations
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>Exactly these events, in this order.</summary>
    public static void Then<TEvent>(this Decision<TEvent> decision, params TEvent[] expected)
        where TEvent : class
    {
        decision.Rejection.ShouldBeNull();
        var wanted = Lines(expected);
        var got = Lines(decision.Events);
        if (!wanted.SequenceEqual(got, StringComparer.Ordinal)) Assert.Fail(Difference(wanted, got));
    }

    private static List<string> Lines(IEnumerable<object> events) =>
    [
        .. events.SelectMany(
            (happened, number) => JsonSerializer.SerializeToNode(happened, happened.GetType(), Options)!
            .AsObject()
            .Select(field => $"{number}. {happened.GetType().Name}.{field.Key}: {Short(field.Value)}")
            .Prepend($"{number}. {happened.GetType().Name}")),
    ];

    private static string Short(JsonNode? value) => value?.ToJsonString() ?? "null";

    private static string Difference(List<string> wanted, List<string> got) => string.Join(
        '\n',
        [
            "What happened is not what was expected:",
            .. wanted.Except(got, StringComparer.Ordinal).Select(line => $"  expected {line}"),
            .. got.Except(wanted, StringComparer.Ordinal).Select(line => $"  but was  {line}"),
        ]);
}
