using Safeguard.Api.Hosting;
using Safeguard.EventStore;

namespace Safeguard.Api.Health;

/// <summary>A read model that follows the log.</summary>
/// <param name="Lag">Events of the log that it has not worked in yet.</param>
/// <param name="Stopped">An event failed in it: it stands before that event and skips nothing.</param>
public sealed record ProjectionState(string Name, long Lag, bool Stopped);

/// <summary>How far the read models that follow the log have come, whichever node runs them.</summary>
public sealed class ProjectionStates(IEventLog log, Positions positions)
{
    public async Task<IReadOnlyList<ProjectionState>> ReadAsync(CancellationToken cancel)
    {
        // Positions first: what is appended in between is lag and never a lead.
        var reached = await positions.AllAsync(cancel);
        var stops = await positions.StopsAsync(cancel);
        var last = await log.LastPositionAsync(cancel);
        return
        [
            .. ProjectionRunner.Names.Select(name => new ProjectionState(
                name, last - reached.GetValueOrDefault(name), stops.Any(stop => stop.Name == name))),
        ];
    }
}
