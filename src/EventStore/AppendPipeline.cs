using System.Diagnostics;
using System.Threading.Channels;
using Npgsql;

namespace Safeguard.EventStore;

/// <summary>
/// Group commit: whatever waits is committed together, one batch after the other, with no timer in between. A call that
/// is cut off is sent again: the commands' ids, checked under the lock, make that safe whether or not it was stored.
/// </summary>
internal sealed class AppendPipeline : IAsyncDisposable
{
    /// <summary>Pause before trying again, doubled each time from the first to the last.</summary>
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan LastPause = TimeSpan.FromSeconds(1);

    /// <summary>How often an answer that does not come is asked after on another connection.</summary>
    private static readonly TimeSpan AskAfter = TimeSpan.FromSeconds(5);

    private readonly Channel<Waiting> queue =
        Channel.CreateUnbounded<Waiting>(new UnboundedChannelOptions { SingleReader = true });

    private readonly InstitutionDatabase database;
    private readonly Action<long> committed;
    private readonly Task worker;
    private AppendCall? call;

    /// <param name="committed">Told the last position after each commit, before the callers are answered.</param>
    public AppendPipeline(InstitutionDatabase database, Action<long> committed)
    {
        this.database = database;
        this.committed = committed;
        worker = Task.Run(WorkAsync);
    }

    public async Task<AppendResult> AppendAsync(Append append)
    {
        AppendChecks.Check(append);
        var waiting = new Waiting(append);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(waiting), this);
        Telemetry.Queue.Add(1);
        try
        {
            return await waiting.Answer.WaitAsync(database.Options.AnswerWithin);
        }
        catch (TimeoutException)
        {
            // Only the caller stops waiting. The commit itself is never cancelled and never times out.
            throw waiting.Leave()
                ? new LogUnreachableException("The database could not be reached. Nothing was stored.")
                : new DurabilityUnknownException("No answer came in time. Repeat the same command to find out.");
        }
        finally
        {
            Telemetry.Queue.Add(-1);
        }
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await worker;
        await DropCallAsync();
    }

    private async Task WorkAsync()
    {
        var held = new List<Waiting>();
        while (held.Count > 0 || await queue.Reader.WaitToReadAsync())
        {
            // Lets the callers whose answers were just given queue their next commands: fuller batches, a fifth faster.
            await Task.Yield();
            var batch = new AppendBatch();
            foreach (var waiting in held) batch.Add(waiting);
            while (!batch.Full && queue.Reader.TryRead(out var waiting)) batch.Add(waiting);
            held = batch.Held;
            await CommitAsync(batch.Taken);
        }
    }

    private async Task CommitAsync(List<Waiting> batch)
    {
        for (var pause = FirstPause; ; pause = pause * 2 < LastPause ? pause * 2 : LastPause)
        {
            try
            {
                batch.RemoveAll(w => w.HasLeft);
                if (batch.Count == 0) return;
                call ??= await AppendCall.OpenAsync(database);
                batch = batch.FindAll(w => w.TrySend());
                if (batch.Count > 0) await SendAsync(batch);
                return;
            }
            catch (DurabilityUnknownException unknown)
            {
                foreach (var waiting in batch) waiting.Fails(unknown);
                return;
            }
            catch (PostgresException fault) when (IsBrokenRow(fault))
            {
                if (batch.Count > 1) await IsolateAsync(batch);
                else batch[0].Fails(Unstorable(fault));
                return;
            }
            catch (Exception fault) when (IsOutage(fault))
            {
                // The connection went before the answer came. The same commands are sent again, on a fresh one.
                await DropCallAsync();
                await Task.Delay(pause);
            }
            catch (Exception fault)
            {
                // A fault in here, not in the database. It must neither stop the pipeline nor be taken for an outage.
                await DropCallAsync();
                if (batch.Count > 1) await IsolateAsync(batch);
                else batch[0].Fails(new DurabilityUnknownException("The command could not be sent whole.", fault));
                return;
            }
        }
    }

    /// <summary>
    /// Somewhere in the batch is a broken row, and nothing was stored: the halves are tried on their own.
    /// </summary>
    private async Task IsolateAsync(List<Waiting> batch)
    {
        await CommitAsync(batch[..(batch.Count / 2)]);
        await CommitAsync(batch[(batch.Count / 2)..]);
    }

    private async Task SendAsync(List<Waiting> batch)
    {
        using var activity = Telemetry.Activities.StartActivity("append");
        activity?.SetTag("safeguard.batch_size", batch.Count);
        var began = Stopwatch.GetTimestamp();
        var results = await AnswerAsync(call!, batch);
        Telemetry.Duration.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
        Telemetry.BatchSize.Record(batch.Count);
        var last = results.Max(r => r is Appended stored ? stored.LastPosition : 0);
        if (last > 0) committed(last);
        for (var i = 0; i < batch.Count; i++)
        {
            Telemetry.Commands.Add(1, new KeyValuePair<string, object?>("outcome", results[i].GetType().Name));
            batch[i].Is(results[i]);
        }
    }

    /// <summary>
    /// Waits for the answer without a limit, as long as the server is at work on it. A host that vanished closes no
    /// connection, and the network may take minutes to say so: one that no longer works for us is given up.
    /// </summary>
    private async Task<IReadOnlyList<AppendResult>> AnswerAsync(AppendCall current, List<Waiting> batch)
    {
        var answer = current.SendAsync(batch);
        while (true)
        {
            try
            {
                return await answer.WaitAsync(AskAfter);
            }
            catch (TimeoutException late) when (!answer.IsCompleted)
            {
                if (await current.IsAtWorkAsync(database)) continue;
                call = null;
                _ = answer.ContinueWith(
                    async _ => await current.DisposeAsync(), CancellationToken.None, TaskContinuationOptions.None,
                    TaskScheduler.Default);
                throw new NpgsqlException("The connection is gone.", late);
            }
        }
    }

    private async Task DropCallAsync()
    {
        if (call is not { } dropped) return;
        call = null;
        try
        {
            await dropped.DisposeAsync();
        }
        catch (Exception fault) when (IsOutage(fault))
        {
            // It was broken; that is why it is dropped.
        }
    }

    /// <summary>
    /// Data, integrity, limit and name errors, and what the procedure itself raises: the rows are at fault.
    /// </summary>
    private static bool IsBrokenRow(PostgresException fault) =>
        fault.SqlState[..2] is "21" or "22" or "23" or "42" or "54" or "P0";

    private static bool IsOutage(Exception fault) =>
        fault is NpgsqlException or IOException or System.Net.Sockets.SocketException or TimeoutException;

    /// <summary>Names only what is ours: the database's own message may quote the row.</summary>
    private static UnstorableCommandException Unstorable(PostgresException fault) =>
        new($"The database refused the command: {fault.SqlState} {fault.TableName} {fault.ConstraintName}".TrimEnd());
}
