using System.Text.Json;
using System.Text.Json.Nodes;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Tests.Events;

/// <summary>What is stored is read whole or not at all: a hole never becomes a default to decide on.</summary>
public sealed class StrictReadingTests
{
    public static TheoryData<string> Names => [.. EventNames.All.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_that_lacks_a_part_is_not_read(string name)
    {
        var type = EventNames.TypeOf(name);
        var whole = JsonSerializer.SerializeToNode(SampleEvents.Full(type), type, EventJson.Options)!.AsObject();
        foreach (var part in whole.Select(part => part.Key).ToList())
        {
            var without = whole.DeepClone().AsObject();
            without.Remove(part);
            Should.Throw<JsonException>(() => without.Deserialize(type, EventJson.Options), $"{name} without {part}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_with_a_null_where_none_can_be_is_not_read(string name)
    {
        var type = EventNames.TypeOf(name);
        var spare = JsonSerializer.SerializeToNode(SampleEvents.Spare(type), type, EventJson.Options)!.AsObject();
        foreach (var part in spare.Where(part => part.Value is not null).Select(part => part.Key).ToList())
        {
            var emptied = spare.DeepClone().AsObject();
            emptied[part] = null;
            Should.Throw<JsonException>(() => emptied.Deserialize(type, EventJson.Options), $"{name}, {part} null");
        }
    }

    [Fact]
    public void A_number_is_not_read_as_a_word_nor_a_word_as_a_number()
    {
        Read<ContactMade>("""{"person":"we0014","mode":1,"note":null,"counts":true}""").ShouldBeNull();
        Read<ContactMade>("""{"person":"we0014","mode":"phone","note":null,"counts":"true"}""").ShouldBeNull();
        Read<ContactMade>("""{"person":14,"mode":"phone","note":null,"counts":true}""").ShouldBeNull();
        Read<ContactMade>("""{"person":"we0014","mode":"phone","note":null,"counts":true}""").ShouldNotBeNull();
    }

    /// <summary>A value that came later has the default that ships with the product.</summary>
    [Fact, Trait("Rule", "R29")]
    public void A_policy_from_before_a_value_was_known_reads_with_the_default_of_that_value()
    {
        var stored = JsonSerializer.SerializeToNode(Policy.Default with { Version = 4 }, EventJson.Options)!.AsObject();
        stored.Remove("questionWithin");
        var read = stored.Deserialize<Policy>(EventJson.Options)!;
        (read.Version, read.QuestionWithin).ShouldBe((4, Policy.Default.QuestionWithin));
    }

    private static T? Read<T>(string json)
        where T : class
    {
        try
        {
            return JsonNode.Parse(json).Deserialize<T>(EventJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
