using Safeguard.EventStore;

namespace Safeguard.Bench;

/// <summary>
/// Commands with the very bytes that the yardstick writes, and with what it does not: each has its id remembered, and a
/// third of them each write a wake-up, a row of a read model or an outbox message.
/// </summary>
internal static class Commands
{
    /// <summary>Event streams that the loads read and append to, as many as the yardstick has.</summary>
    public const int Streams = 10_000;

    public static readonly SchemaFile Queue = new(
        "Bench/001_queue.sql",
        "create table queue (key text primary key, doc jsonb not null); select register_read_model('queue');");

    private const string Words =
        "The quick brown fox jumped over the lazy dog by the river bank, and nobody saw";

    private static readonly DateTimeOffset Start = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly (string Type, string Json)[] Three =
    [
        ("incident_reported",
            $$"""
            {"Reference":"INC-00000001","Channel":"phone","ReportedBy":"worker-17",
            "ReportedAt":"2026-11-22T01:30:38.9928686+00:00","Summary":"{{Words}}"}
            """),
        ("incident_categorised",
            $$"""
            {"Category":"neglect","Severity":3,"CategorisedBy":"supervisor-4",
            "At":"2026-11-22T01:30:38.992904+00:00","Rationale":"{{Words}} it."}
            """),
        ("incident_assigned",
            $$"""
            {"AssignedTo":"worker-22","Team":"north-team","AssignedBy":"supervisor-4",
            "At":"2026-11-22T01:30:38.9929204+00:00","Note":"{{Words}}"}
            """),
    ];

    private static readonly (string Type, string Json) Note = (
        "note_added",
        $$"""
        {"Author":"worker-22","At":"2026-11-22T01:30:39.1891176+00:00","Number":1,
        "Text":"{{Words}} it happen at all, then or later on."}
        """);

    /// <summary>The stream of a number below <see cref="Streams"/>.</summary>
    public static Guid Existing(int number) => new($"f0000000-0000-0000-0000-{number:x12}");

    public static Append NewStream()
    {
        var stream = Guid.NewGuid();
        return With(new StreamAppend(stream, "incident", 0, [.. Three.Select(Happened)]));
    }

    public static Append NoteOn(Guid stream, long version) =>
        With(new StreamAppend(stream, "incident", version, [Happened(Note)]));

    /// <summary>Streams of five events, for the loads to start from.</summary>
    public static IEnumerable<Append> Seed() => Enumerable.Range(0, Streams).Chunk(1_000).Select(numbers =>
        new Append(Guid.NewGuid(), "worker-22", Start,
            [.. numbers.Select(n => new StreamAppend(
                Existing(n), "incident", 0, [.. Enumerable.Range(0, 5).Select(_ => Happened(Note))]))]));

    private static NewEvent Happened((string Type, string Json) what) => new(Guid.NewGuid(), what.Type, what.Json);

    private static Append With(StreamAppend stream)
    {
        var command = new Append(Guid.NewGuid(), "worker-22", Start, [stream]);
        return Random.Shared.Next(3) switch
        {
            0 => command with { WakeUps = [new(stream.Stream, "incident", Start.AddMinutes(5))] },
            1 => command with
            {
                Rows = [new("queue", stream.Stream.ToString(), """{"state":"open","band":"Immediate"}""")],
            },
            _ => command with { Outbox = [new(Guid.NewGuid(), "mail", """{"to":"worker-22"}""", Start)] },
        };
    }
}
