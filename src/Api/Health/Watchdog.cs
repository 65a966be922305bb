using System.Diagnostics.Metrics;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Health;

/// <summary>
/// Watches R4 without pause: nothing open without an owner or a next wake-up, none of them more than a minute late; and
/// besides, that no read model stands still. A breach is an alarm on the coordinators' page, in the metrics and in the
/// log.
/// </summary>
public sealed partial class Watchdog : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly OpenItemRows _items;
    private readonly WakeUpTable _wakeUps;
    private readonly ProjectionStates _projections;
    private readonly TimeProvider _clock;
    private readonly ILogger<Watchdog> _logger;
    private volatile Sight _last = new(0, 0, []);

    public Watchdog(
        OpenItemRows items, WakeUpTable wakeUps, ProjectionStates projections, TimeProvider clock,
        IMeterFactory meters, ILogger<Watchdog> logger)
    {
        var metrics = meters.Create(Commands.CommandRunner.Telemetry);
        (_items, _wakeUps, _projections, _clock, _logger) = (items, wakeUps, projections, clock, logger);
        metrics.CreateObservableGauge(
            "safeguard.open_items.breaches", () => _last.Breaches, "{item}", "Open items that break R4, 100 at most.");
        metrics.CreateObservableGauge(
            "safeguard.overdue_wake_ups", () => _last.Overdue, "{wake_up}", "Wake-ups more than a minute late.");
        metrics.CreateObservableGauge(
            "safeguard.projections.stopped", () => _last.Projections.Count(known => known.Stopped), "{projection}",
            "Read models that stand still before an event that failed.");
        metrics.CreateObservableGauge(
            "safeguard.projections.lag",
            () => _last.Projections.Select(known =>
                new Measurement<long>(known.Lag, new KeyValuePair<string, object?>("projection", known.Name))),
            "{event}", "Events that a read model has not worked in yet.");
    }

    /// <summary>What breaks R4 at this moment, read afresh.</summary>
    public Task<IReadOnlyList<OpenItemRow>> BreachesAsync(CancellationToken cancel) =>
        _items.BreachesAsync(_clock.GetUtcNow(), HealthEndpoints.WakeUpGrace, cancel);

    /// <summary>Looks now, for the metrics and the log.</summary>
    public async Task LookAsync(CancellationToken cancel)
    {
        var before = _last;
        var overdue = await _wakeUps.OverdueAsync(_clock.GetUtcNow(), HealthEndpoints.WakeUpGrace, cancel);
        var sight = new Sight(
            (await BreachesAsync(cancel)).Count, overdue.Count, await _projections.ReadAsync(cancel));
        _last = sight;
        if (sight.Breaches > 0 && before.Breaches == 0) LogBreach(_logger, sight.Breaches);
        if (sight.Overdue > 0 && before.Overdue == 0) LogOverdue(_logger, sight.Overdue);
        foreach (var stopped in sight.Projections.Where(known => known.Stopped && !before.HasStopped(known.Name)))
            LogStopped(_logger, stopped.Name, stopped.Lag);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                LogBlind(_logger, fault.GetType().Name);
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "{Count} open items have no owner, no wake-up, or one more than a minute late")]
    private static partial void LogBreach(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Critical, Message = "{Count} wake-ups are more than a minute late")]
    private static partial void LogOverdue(ILogger logger, long count);

    [LoggerMessage(
        Level = LogLevel.Critical, Message = "The read model {Name} stands still, {Lag} events behind the log")]
    private static partial void LogStopped(ILogger logger, string name, long lag);

    [LoggerMessage(Level = LogLevel.Error, Message = "The watchdog cannot see ({Fault}); trying again")]
    private static partial void LogBlind(ILogger logger, string fault);

    private sealed record Sight(int Breaches, long Overdue, IReadOnlyList<ProjectionState> Projections)
    {
        public bool HasStopped(string name) => Projections.Any(known => known.Stopped && known.Name == name);
    }
}
