using Safeguard.EventStore;
using Safeguard.Projections;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Hosting;

/// <summary>One reader of the log in each process: tells every listener of every commit, in order.</summary>
public sealed partial class LogFollower(
    IEventLog log,
    IEnumerable<ILogListener> listeners,
    InstitutionDirectory directory,
    ILogger<LogFollower> logger) : BackgroundService
{
    /// <summary>How long a lost signal can delay: the safety net under the notifications.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan AfterFault = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var position = directory.Position;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                var batch = await log.ReadAllAsync(position, StoreLimits.MaxEventsPerRead, stoppingToken);
                foreach (var listener in batch.Count == 0 ? [] : listeners)
                    await listener.OnCommittedAsync(batch, stoppingToken);
                if (batch.Count > 0) position = batch[^1].Position;
                else await log.WaitForAppendAsync(position, Poll, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception fault)
            {
                // Nothing is skipped: the same batch is read again until every listener has taken it.
                LogFault(logger, fault.GetType().Name, position);
                await Task.Delay(AfterFault, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    [LoggerMessage(
        Level = LogLevel.Error,
        Message = "Following the log stopped with {Fault} after position {Position}; trying again")]
    private static partial void LogFault(ILogger logger, string fault, long position);
}
