using System.Diagnostics.Metrics;
using Safeguard.EventStore;
using Safeguard.Projections.PageLog;

namespace Safeguard.Api.Hosting;

/// <summary>
/// Runs the projections that follow the log. One that fails stands still before the event that failed, is an alarm
/// until
/// it works again, and is tried once a minute: a mended binary or database goes on where it stood.
/// </summary>
public sealed partial class ProjectionRunner : BackgroundService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMinutes(1);
    private static readonly Meter Metrics = new(Commands.CommandRunner.Telemetry);

    private readonly Follower _pageLog;
    private readonly ILogger<ProjectionRunner> _logger;
    private volatile int _stopped;

    public ProjectionRunner(IEventLog log, Positions positions, TimeProvider clock, ILogger<ProjectionRunner> logger)
    {
        _logger = logger;
        _pageLog = new Follower(log, positions, PageLogRows.Name, PageLogRows.WorkAsync, clock);
        Metrics.CreateObservableGauge("safeguard.projections.stopped", () => _stopped, "{projection}");
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await _pageLog.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                _stopped = 1;
                LogStopped(_logger, PageLogRows.Name, fault.GetType().Name);
            }

            await Task.Delay(TryAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            _stopped = 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "The projection {Name} stands still ({Fault}); it skips nothing and tries again")]
    private static partial void LogStopped(ILogger logger, string name, string fault);
}
