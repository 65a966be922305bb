using Safeguard.EventStore;
using Safeguard.Projections.PageLog;
using Safeguard.Projections.Reads;

namespace Safeguard.Api.Hosting;

/// <summary>
/// Runs the projections that follow the log, side by side. One that fails stands still before the event that failed,
/// is an alarm until it works again (<see cref="Health.Watchdog"/>), and is tried every few seconds: a mended binary or
/// database goes on where it stood.
/// </summary>
public sealed partial class ProjectionRunner(
    IEventLog log, Positions positions, TimeProvider clock, ILogger<ProjectionRunner> logger) : BackgroundService
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(5);

    private static readonly (string Name, WorkIn Work)[] Projections =
        [(PageLogRows.Name, PageLogRows.WorkAsync), (ReadRows.Name, ReadRows.WorkAsync)];

    /// <summary>Every read model that follows the log, by the name of its position.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Projections.Select(known => known.Name)];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(Projections.Select(known => RunAsync(known.Name, known.Work, stoppingToken)));

    private async Task RunAsync(string name, WorkIn work, CancellationToken stoppingToken)
    {
        var follower = new Follower(log, positions, name, work, clock);
        var isStopped = false;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await follower.RunAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Said once: the watchdog says for how long.
                if (!isStopped) LogStopped(logger, name, fault.GetType().Name);
                isStopped = true;
            }

            await Task.Delay(TryAgain, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    [LoggerMessage(Level = LogLevel.Critical,
        Message = "The projection {Name} stands still ({Fault}); it skips nothing and tries again")]
    private static partial void LogStopped(ILogger logger, string name, string fault);
}
