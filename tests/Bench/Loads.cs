using System.Collections.Concurrent;
using System.Diagnostics;
using Safeguard.EventStore;

namespace Safeguard.Bench;

/// <summary>One thing that callers do over and over, and what pgbench does that is the same.</summary>
/// <param name="Yardstick">The pgbench script.</param>
/// <param name="Target">The least multiple of the yardstick that is good enough, at 16 and at 64 callers.</param>
internal sealed record Load(string Name, string Yardstick, (double At16, double At64) Target, Func<Task> OnceAsync)
{
    public static IReadOnlyList<Load> All(PostgresEventLog log)
    {
        var remembered = new ConcurrentDictionary<Guid, long>();
        return
        [
            new("new stream of three events", "a-tx", (1.2, 1.7), () => StoredAsync(log, Commands.NewStream())),
            new("load, decide, append", "b-live", (1.25, 1.8), () => LoadDecideAppendAsync(log)),
            new("state remembered, decide, append", "b-live", (1.25, 1.8), () => DecideAppendAsync(log, remembered)),
        ];
    }

    /// <summary>Runs for a while with so many callers.</summary>
    /// <returns>Commands a second.</returns>
    public async Task<double> RunAsync(int callers, TimeSpan slice)
    {
        var (watch, done) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < slice)
            {
                await OnceAsync();
                Interlocked.Increment(ref done);
            }
        })));
        return done / watch.Elapsed.TotalSeconds;
    }

    private static async Task StoredAsync(PostgresEventLog log, Append command)
    {
        if (await log.AppendAsync(command) is not Appended) throw new InvalidOperationException("Not stored.");
    }

    private static async Task LoadDecideAppendAsync(PostgresEventLog log)
    {
        while (true)
        {
            var stream = Commands.Existing(Random.Shared.Next(Commands.Streams));
            var events = await log.ReadStreamAsync(stream, 0, CancellationToken.None);
            if (await log.AppendAsync(Commands.NoteOn(stream, events[^1].Version)) is Appended) return;
        }
    }

    private static async Task DecideAppendAsync(PostgresEventLog log, ConcurrentDictionary<Guid, long> remembered)
    {
        while (true)
        {
            var stream = Commands.Existing(Random.Shared.Next(Commands.Streams));
            if (!remembered.TryGetValue(stream, out var version))
            {
                version = (await log.ReadStreamAsync(stream, 0, CancellationToken.None))[^1].Version;
            }

            var result = await log.AppendAsync(Commands.NoteOn(stream, version));
            remembered[stream] = result is VersionClash clash ? clash.Actual : version + 1;
            if (result is Appended) return;
        }
    }
}
