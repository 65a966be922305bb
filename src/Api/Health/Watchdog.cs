using System.Diagnostics.Metrics;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Health;

/// <summary>
/// Watches R4 without pause: nothing open without an owner or a next wake-up, none of them more than a minute late.
/// A breach is an alarm on the coordinators' page, in the metrics and in the log.
/// </summary>
public sealed partial class Watchdog : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);
    private static readonly Meter Metrics = new(Commands.CommandRunner.Telemetry);

    private readonly OpenItemRows _items;
    private readonly TimeProvider _clock;
    private readonly ILogger<Watchdog> _logger;
    private volatile int _breaches;

    public Watchdog(OpenItemRows items, TimeProvider clock, ILogger<Watchdog> logger)
    {
        (_items, _clock, _logger) = (items, clock, logger);
        Metrics.CreateObservableGauge(
            "safeguard.overdue_wake_ups", () => _breaches, "{item}", "Open items that break R4.");
    }

    /// <summary>What breaks R4 at this moment, read afresh.</summary>
    public Task<IReadOnlyList<OpenItemRow>> BreachesAsync(CancellationToken cancel) =>
        _items.BreachesAsync(_clock.GetUtcNow(), HealthEndpoints.WakeUpGrace, cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        do
        {
            try
            {
                var before = _breaches;
                _breaches = (await BreachesAsync(stoppingToken)).Count;
                if (_breaches > 0 && before == 0) LogBreach(_logger, _breaches);
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The watchdog cannot see ({Fault}); trying again")]
    private static partial void LogBlind(ILogger logger, string fault);
}
