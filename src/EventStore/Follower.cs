using Npgsql;

namespace Safeguard.EventStore;

/// <summary>Works events into a read model, on a connection that has a transaction open.</summary>
public delegate Task WorkIn(IReadOnlyList<StoredEvent> events, NpgsqlConnection connection, CancellationToken cancel);

/// <summary>An event failed in a projection. It was not stepped over; the projection stands before it.</summary>
public sealed class ProjectionStoppedException(string name, long position, Exception fault)
    : Exception($"{name} stopped before position {position}: {fault.GetType().Name}.", fault);

/// <summary>
/// Follows the log with a position of its own, on one node at a time. An event that fails stops it: skipping would lose
/// the event for good, silently.
/// </summary>
public sealed class Follower(IEventLog log, Positions positions, string name, WorkIn work, TimeProvider clock)
{
    /// <summary>Events worked in together.</summary>
    public const int BatchSize = 500;

    /// <summary>
    /// How long it waits for a signal before it looks for itself, and before it asks for the lock again.
    /// </summary>
    public static readonly TimeSpan LookAgainAfter = TimeSpan.FromSeconds(1);

    /// <summary>Runs until cancelled. An outage of the database is waited out.</summary>
    /// <exception cref="ProjectionStoppedException">An event failed in the projection.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (true)
        {
            cancel.ThrowIfCancellationRequested();
            try
            {
                await using var hold = await positions.TryHoldAsync(name, cancel);
                while (hold is not null) await StepAsync(hold, cancel);
            }
            catch (NpgsqlException outage) when (outage is not PostgresException || outage.IsTransient)
            {
                // The database went away; it is asked again below.
            }

            await Task.Delay(LookAgainAfter, cancel);
        }
    }

    private async Task StepAsync(ProjectionHold hold, CancellationToken cancel)
    {
        var events = await log.ReadAllAsync(hold.Position, BatchSize, cancel);
        if (events.Count == 0)
        {
            await log.WaitForAppendAsync(hold.Position, LookAgainAfter, cancel);
            return;
        }

        try
        {
            await AdvanceAsync(hold, events, cancel);
        }
        catch (Exception fault) when (IsFault(fault))
        {
            await OneByOneAsync(hold, events, cancel);
        }
    }

    /// <summary>Goes as far as it can, so that it stops before the very event that fails.</summary>
    private async Task OneByOneAsync(ProjectionHold hold, IReadOnlyList<StoredEvent> events, CancellationToken cancel)
    {
        foreach (var happened in events)
        {
            try
            {
                await AdvanceAsync(hold, [happened], cancel);
            }
            catch (Exception fault) when (IsFault(fault))
            {
                await positions.StoppedAsync(
                    new ProjectionStop(name, happened.Position, fault.GetType().Name, clock.GetUtcNow()), cancel);
                throw new ProjectionStoppedException(name, happened.Position, fault);
            }
        }
    }

    private Task AdvanceAsync(ProjectionHold hold, IReadOnlyList<StoredEvent> events, CancellationToken cancel) =>
        hold.AdvanceAsync(events[^1].Position, connection => work(events, connection, cancel), cancel);

    private static bool IsFault(Exception fault) => fault is PostgresException { IsTransient: false }
        || fault is not NpgsqlException and not OperationCanceledException;
}
