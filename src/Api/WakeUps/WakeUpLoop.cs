using System.Diagnostics.Metrics;
using Safeguard.EventStore;

namespace Safeguard.Api.WakeUps;

/// <summary>
/// Fires wake-ups at their moment, on whichever node takes the row first. A late one fires at once; one that fails is
/// tried again with back-off and stays visible; its row is replaced by the append that handles it, never dropped here.
/// </summary>
public sealed partial class WakeUpLoop(
    WakeUpTable table, IEnumerable<IWakeUpHandler> handlers, TimeProvider clock, ILogger<WakeUpLoop> logger)
    : BackgroundService
{
    /// <summary>How late a wake-up can be noticed; the watchdog alarms at 60 s (R4).</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(500);

    /// <summary>Due rows taken at once: they are handled side by side and share commits.</summary>
    private const int Batch = 64;

    /// <summary>A taken row that nobody finished comes back after this: its node is dead or stuck.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private static readonly Meter Metrics = new(Commands.CommandRunner.Telemetry);
    private static readonly Counter<long> Fired = Metrics.CreateCounter<long>("safeguard.wake_ups.fired");
    private static readonly Counter<long> Failed = Metrics.CreateCounter<long>("safeguard.wake_ups.failed");

    private readonly Dictionary<string, IWakeUpHandler> _handlers = handlers.ToDictionary(handler => handler.Kind,
        StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);

    /// <summary>Keeps the loop still while the demo clock is moved from one wake-up to the next.</summary>
    public async Task<IDisposable> PauseAsync(CancellationToken cancel)
    {
        await _gate.WaitAsync(cancel);
        return new Resume(_gate);
    }

    /// <summary>
    /// Handles everything due now, those included that handling creates. Only inside <see cref="PauseAsync"/>.
    /// </summary>
    public async Task<int> HandleDueAsync(CancellationToken cancel)
    {
        var handled = 0;
        while (true)
        {
            var due = await table.TakeDueAsync(clock.GetUtcNow(), Batch, Lease, cancel);
            if (due.Count == 0) return handled;
            await Task.WhenAll(due.Select(HandleAsync));
            handled += due.Count;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                using (await PauseAsync(stoppingToken)) await HandleDueAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogStopped(logger, fault.GetType().Name);
            }

            await Task.Delay(Poll, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task HandleAsync(TakenWakeUp due)
    {
        try
        {
            await _handlers[due.Kind].WakeAsync(due.Stream);
            Fired.Add(1, new KeyValuePair<string, object?>("kind", due.Kind));
        }
        catch (Exception fault)
        {
            Failed.Add(1, new KeyValuePair<string, object?>("kind", due.Kind));
            LogFailed(logger, due.Kind, due.Stream, fault.GetType().Name);
            await table.FailedAsync(due, fault.GetType().Name, clock.GetUtcNow() + BackOff(due.Attempts),
                CancellationToken.None);
        }
    }

    /// <summary>One second, doubling to half a minute: a crisis is never left alone for long.</summary>
    private static TimeSpan BackOff(int attempts) => TimeSpan.FromSeconds(Math.Min(30, 1 << Math.Min(attempts, 5)));

    [LoggerMessage(Level = LogLevel.Error,
        Message = "The wake-up of {Kind} {Stream} failed with {Fault}; it is tried again")]
    private static partial void LogFailed(ILogger logger, string kind, Guid stream, string fault);

    [LoggerMessage(Level = LogLevel.Error, Message = "Wake-ups cannot be read ({Fault}); trying again")]
    private static partial void LogStopped(ILogger logger, string fault);

    private sealed class Resume(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
