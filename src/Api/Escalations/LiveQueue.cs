using System.Collections.Concurrent;
using System.Threading.Channels;
using Safeguard.EventStore;
using Safeguard.Projections;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Escalations;

/// <summary>Tells every open screen of every change of the queue, moments after its commit, on any node.</summary>
public sealed class LiveQueue(EscalationRows queue) : ILogListener
{
    /// <summary>
    /// Changes a slow screen may lag before the oldest are dropped: it asks for the whole queue on a gap anyway.
    /// </summary>
    private const int MaxBehind = 256;

    private readonly ConcurrentDictionary<Guid, Channel<EscalationRow>> _screens = new();

    /// <summary>Screens listening now.</summary>
    public int Screens => _screens.Count;

    public async Task OnCommittedAsync(IReadOnlyList<StoredEvent> batch, CancellationToken cancel)
    {
        if (_screens.IsEmpty) return;
        var changed = batch.Where(row => row.StreamType == EscalationKind.StreamType)
            .Select(row => row.Stream).Distinct().ToList();
        if (changed.Count == 0) return;
        foreach (var row in await queue.FindAsync(changed, cancel))
        {
            foreach (var screen in _screens.Values) screen.Writer.TryWrite(row);
        }
    }

    /// <summary>A screen that hears every change from now on, until it is disposed.</summary>
    public LiveScreen Open()
    {
        var id = Guid.NewGuid();
        var channel = Channel.CreateBounded<EscalationRow>(
            new BoundedChannelOptions(MaxBehind) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });
        _screens[id] = channel;
        return new LiveScreen(channel.Reader, () => _screens.TryRemove(id, out _));
    }
}

/// <summary>One open screen of the queue.</summary>
public sealed class LiveScreen(ChannelReader<EscalationRow> changes, Action close) : IDisposable
{
    public ChannelReader<EscalationRow> Changes { get; } = changes;

    public void Dispose() => close();
}
