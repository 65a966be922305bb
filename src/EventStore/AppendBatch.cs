namespace Safeguard.EventStore;

/// <summary>
/// Chooses from the waiting commands, in order, those that may be committed together. Within one batch a thing (stream,
/// command id, wake-up, row, subject's key) is changed by one command at most, and none rests on what another changes;
/// what has to wait keeps its place before whatever comes later and touches the same things.
/// </summary>
internal sealed class AppendBatch
{
    private enum Kind
    {
        Command,
        Stream,
        WakeUp,
        Row,
        Key,
    }

    private readonly record struct Thing(Kind Kind, Guid Id, string Name, string Key);

    private readonly HashSet<Thing> changed = [];
    private readonly HashSet<Thing> touched = [];
    private readonly List<Waiting> taken = [];
    private readonly List<Waiting> held = [];
    private int events;

    /// <summary>Commands to commit together.</summary>
    public List<Waiting> Taken => taken;

    /// <summary>Commands for later batches, in order.</summary>
    public List<Waiting> Held => held;

    /// <summary>No more may be taken: enough commands, or as many events as the largest command may have.</summary>
    public bool Full =>
        taken.Count >= StoreLimits.MaxCommandsPerBatch || events >= StoreLimits.MaxEventsPerCommand;

    public void Add(Waiting waiting)
    {
        var append = waiting.Append;
        var conflicts = Full;
        foreach (var thing in ChangedBy(append))
        {
            conflicts |= !touched.Add(thing);
            changed.Add(thing);
        }

        foreach (var expectation in append.RestsOn)
        {
            var thing = new Thing(Kind.Stream, expectation.Stream, "", "");
            conflicts |= changed.Contains(thing) && !append.Streams.Any(s => s.Stream == expectation.Stream);
            touched.Add(thing);
        }

        (conflicts ? held : taken).Add(waiting);
        if (!conflicts) events += append.Streams.Sum(s => s.Events.Count);
    }

    private static IEnumerable<Thing> ChangedBy(Append append)
    {
        yield return new(Kind.Command, append.CommandId, "", "");
        foreach (var stream in append.Streams) yield return new(Kind.Stream, stream.Stream, "", "");
        foreach (var wakeUp in append.WakeUps) yield return new(Kind.WakeUp, wakeUp.Stream, wakeUp.Kind, "");
        foreach (var row in append.Rows) yield return new(Kind.Row, default, row.Table, row.Key);
        foreach (var key in append.Keys) yield return new(Kind.Key, key.Subject, "", "");
    }
}
