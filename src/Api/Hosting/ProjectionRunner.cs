using Safeguard.EventStore;
using Safeguard.Projections.PageLog;

namespace Safeguard.Api.Hosting;

/// <summary>
/// Runs the projections that follow the log. One that fails stands still before the event that failed, is an alarm
/// until it works again (<see cref="Health.Watchdog"/>), and is tried every few seconds: a mended binary or database
/// goes on where it stood.
/// </summary>
public sealed partial class ProjectionRunner : BackgroundService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    /// <summary>Every read model that follows the log, by the name of its position.</summary>
    public static IReadOnlyList<string> Names { get; } = [PageLogRows.Name];

    private readonly Follower _pageLog;
    private readonly ILogger<ProjectionRunner> _logger;
    private bool _isStopped;

    public ProjectionRunner(IEventLog log, Positions positions, TimeProvider clock, ILogger<ProjectionRunner> logger)
    {
        _logger = logger;
        _pageLog = new Follower(log, positions, PageLogRows.Name, PageLogRows.WorkAsync, clock);
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
                // Said once: the watchdog says for how long.
                if (!_isStopped) LogStopped(_logger, PageLogRows.Name, fault.GetType().Name);
                _isStopped = true;
            }

            await Task.Delay(TryAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "The projection {Name} stands still ({Fault}); it skips nothing and tries again")]
    private static partial void LogStopped(ILogger logger, string name, string fault);
}
