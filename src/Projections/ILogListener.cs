using Safeguard.EventStore;

namespace Safeguard.Projections;

/// <summary>Something in this process that is told of every commit, in order, moments after it.</summary>
public interface ILogListener
{
    /// <summary>
    /// Called with what was committed since the last call. It may see an event twice, never not at all.
    /// </summary>
    Task OnCommittedAsync(IReadOnlyList<StoredEvent> batch, CancellationToken cancel);
}
