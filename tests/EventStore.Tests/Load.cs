using Npgsql;

namespace Safeguard.EventStore.Tests;

/// <summary>Writes to a stream of its own as fast as it is answered, and remembers what it was told.</summary>
internal sealed class Writer(IEventLog log, int seed)
{
    private readonly Random random = new(seed);

    /// <summary>Each command that was answered as stored, and its last position where the answer said one.</summary>
    public List<(Append Command, long? Position)> Stored { get; } = [];

    public async Task RunAsync(CancellationToken stop)
    {
        var (stream, version) = (Guid.NewGuid(), 0L);
        while (!stop.IsCancellationRequested)
        {
            await TryToSpoilAsync(stream, version);
            var command = Given.To(stream, version, random.Next(1, 4)) with
            {
                WakeUps = random.Next(3) == 0 ? [new(stream, "thing", Given.Now)] : [],
            };
            Stored.Add((command, await UntilStoredAsync(command)));
            version += command.Streams[0].Events.Count;
        }
    }

    /// <summary>Repeats the very same command until its fate is known; anything but "stored" is a fault.</summary>
    private async Task<long?> UntilStoredAsync(Append command)
    {
        while (true)
        {
            try
            {
                return await log.AppendAsync(command) switch
                {
                    Appended stored => stored.LastPosition,
                    AlreadyHandled => null,
                    var other => throw new InvalidOperationException($"A writer alone on its stream was told {other}."),
                };
            }
            catch (Exception unknown) when (unknown is DurabilityUnknownException or LogUnreachableException)
            {
                await Task.Delay(10);
            }
        }
    }

    /// <summary>Now and then a command that is refused, or that breaks the batch it is in and rolls it back.</summary>
    private async Task TryToSpoilAsync(Guid stream, long version)
    {
        try
        {
            if (random.Next(10) == 0) await log.AppendAsync(Given.To(stream, version + 7));
            if (random.Next(20) == 0) await log.AppendAsync(Broken());
        }
        catch (Exception told) when (told is UnstorableCommandException or DurabilityUnknownException
            or LogUnreachableException)
        {
            // Nothing of it may be in the log; the checker sees.
        }
    }

    private static Append Broken() => Given.To(Guid.NewGuid(), 0) with
    {
        Streams = [new(Guid.NewGuid(), "thing", 0, [Given.Happened("""{"n":1e999999}""")])],
    };
}

/// <summary>Follows the log by position, as a projection does.</summary>
internal sealed class Reader(IEventLog log)
{
    public List<StoredEvent> Seen { get; } = [];

    /// <summary>Reads until there is nothing more after <paramref name="stop"/> is asked for.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        while (true)
        {
            var stopping = stop.IsCancellationRequested;
            var after = Seen.Count == 0 ? 0 : Seen[^1].Position;
            try
            {
                var events = await log.ReadAllAsync(after, 100, CancellationToken.None);
                Seen.AddRange(events);
                if (events.Count > 0) continue;
                if (stopping) return;
                await log.WaitForAppendAsync(after, TimeSpan.FromMilliseconds(100), CancellationToken.None);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(10, CancellationToken.None);
            }
        }
    }
}

/// <summary>Holds what the log has against what writers and readers were told.</summary>
internal static class Checker
{
    public static async Task<IReadOnlyList<StoredEvent>> WholeLogAsync(IEventLog log)
    {
        var reader = new Reader(log);
        await reader.RunAsync(new CancellationToken(canceled: true));
        return reader.Seen;
    }

    public static void NothingIsLostAndNothingDoubled(IReadOnlyList<StoredEvent> log, IEnumerable<Writer> writers)
    {
        var stored = writers.SelectMany(w => w.Stored).ToList();
        var expected = stored.SelectMany(s => s.Command.Streams).SelectMany(s => s.Events).Select(e => e.Id).ToList();
        var missing = expected.Except(log.Select(e => e.Id));
        missing.ShouldBeEmpty("what was answered as stored is in the log");
        log.Count.ShouldBe(expected.Count, "what is in the log was answered as stored, and once");
        log.Select(e => e.Position).ShouldBeUnique();
        foreach (var stream in log.GroupBy(e => e.Stream))
        {
            var versions = stream.Select(e => e.Version).ToList();
            versions.ShouldBe(Enumerable.Range(1, versions.Count).Select(v => (long)v),
                "versions without gaps, in order");
        }

        var positions = log.ToDictionary(e => e.Id, e => e.Position);
        foreach (var (command, position) in stored.Where(s => s.Position is not null))
        {
            position.ShouldBe(positions[command.Streams[^1].Events[^1].Id]);
        }
    }

    public static void NothingIsSkipped(IReadOnlyList<StoredEvent> log, Reader reader)
    {
        var differs = log.Zip(reader.Seen).FirstOrDefault(pair => pair.First.Position != pair.Second.Position);
        differs.ShouldBe(default, "a reader sees every event, once, in order");
        reader.Seen.Count.ShouldBe(log.Count);
    }
}
