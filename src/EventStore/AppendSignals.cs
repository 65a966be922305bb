using System.Globalization;
using Npgsql;

namespace Safeguard.EventStore;

/// <summary>
/// Tells readers that the log has grown: those of this process at once, other nodes by a notification that is sent
/// after the commit, outside it (inside, it would take a lock of the whole cluster at commit), and at most once in
/// <see cref="Between"/>. A signal may be lost; the bounded wait of the readers is what they rest on.
/// </summary>
internal sealed class AppendSignals : IAsyncDisposable
{
    /// <summary>
    /// Shortest time between two notifications: well below what a person notices, far above a commit.
    /// </summary>
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Pause before listening again after the connection went.</summary>
    private static readonly TimeSpan ListenAgainAfter = TimeSpan.FromSeconds(1);

    private readonly InstitutionDatabase database;
    private readonly string channel;
    private readonly CancellationTokenSource closing = new();
    private readonly SemaphoreSlim toTell = new(0, 1);
    private readonly Lock gate = new();
    private readonly Lazy<Task> listener;
    private readonly Task teller;
    private TaskCompletionSource grown = NewPulse();
    private long last;

    public AppendSignals(InstitutionDatabase database)
    {
        this.database = database;
        channel = $"{database.Options.Schema}_appended";
        listener = new Lazy<Task>(() => Task.Run(ListenAsync));
        teller = Task.Run(TellAsync);
    }

    /// <summary>This process has committed up to a position.</summary>
    public void Committed(long position)
    {
        Grown(position);
        lock (gate)
        {
            if (toTell.CurrentCount == 0) toTell.Release();
        }
    }

    public async Task WaitAsync(long position, TimeSpan atMost, CancellationToken cancel)
    {
        _ = listener.Value;
        Task pulse;
        lock (gate)
        {
            if (last > position) return;
            pulse = grown.Task;
        }

        try
        {
            await pulse.WaitAsync(atMost, cancel);
        }
        catch (TimeoutException)
        {
            // The safety net: the reader looks for itself.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await teller;
        if (listener.IsValueCreated) await listener.Value;
        closing.Dispose();
        toTell.Dispose();
    }

    private void Grown(long position)
    {
        TaskCompletionSource pulse;
        lock (gate)
        {
            if (position <= last) return;
            last = position;
            pulse = grown;
            grown = NewPulse();
        }

        pulse.TrySetResult();
    }

    private async Task TellAsync()
    {
        try
        {
            while (true)
            {
                await toTell.WaitAsync(closing.Token);
                await TellOnceAsync();
                await Task.Delay(Between, closing.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // The node is closing; the others look for themselves within their bounded wait.
        }
    }

    private async Task TellOnceAsync()
    {
        try
        {
            // A notification is worth no disk flush: if it is lost, the bounded wait finds the events.
            await using var tell = database.Pool.CreateCommand(
                "select set_config('synchronous_commit', 'off', true), pg_notify($1, $2)");
            tell.Parameters.Add(new() { Value = channel });
            tell.Parameters.Add(new() { Value = Volatile.Read(ref last).ToString(CultureInfo.InvariantCulture) });
            await tell.ExecuteNonQueryAsync(closing.Token);
        }
        catch (NpgsqlException)
        {
            // Lost, as a signal may be.
        }
    }

    private async Task ListenAsync()
    {
        while (!closing.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.Pool.OpenConnectionAsync(closing.Token);
                connection.Notification += (_, told) =>
                {
                    if (long.TryParse(told.Payload, CultureInfo.InvariantCulture, out var position)) Grown(position);
                };
                await using var listen = new NpgsqlCommand($"listen {channel}", connection);
                await listen.ExecuteNonQueryAsync(closing.Token);
                while (true) await connection.WaitAsync(closing.Token);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(ListenAgainAfter, closing.Token).ContinueWith(_ => { }, TaskScheduler.Default);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static TaskCompletionSource NewPulse() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
