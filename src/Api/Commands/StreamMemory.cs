using Microsoft.Extensions.Caching.Memory;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Commands;

/// <summary>
/// The streams this process decided on lately, folded. A stale entry can do no harm: every append checks the version
/// under the lock, and a clash reads the tail and decides again. So a long case is folded once, not once a command.
/// </summary>
public sealed class StreamMemory(IEventLog log, EventCodec codec) : IDisposable
{
    /// <summary>Streams kept; about 2 KB each, so some 20 MB at the most.</summary>
    private const int MaxStreams = 10_000;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaxStreams });

    public async Task<Loaded<TState>> LoadAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, Guid stream, CancellationToken cancel)
        where TEvent : class
    {
        if (_cache.TryGetValue(stream, out Loaded<TState>? known)) return known!;
        return await ReadOnAsync(kind, new(stream, 0, kind.Aggregate.Initial), cancel);
    }

    /// <summary>
    /// With whatever another node has appended since: for what is shown without an append that would find it out.
    /// </summary>
    public Task<Loaded<TState>> LoadFreshAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, Guid stream, CancellationToken cancel)
        where TEvent : class =>
        ReadOnAsync(
            kind,
            _cache.TryGetValue(stream, out Loaded<TState>? known) ? known! : new(stream, 0, kind.Aggregate.Initial),
            cancel);

    private async Task<Loaded<TState>> ReadOnAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, Loaded<TState> from, CancellationToken cancel)
        where TEvent : class
    {
        var (loaded, stream) = (from, from.Stream);
        IReadOnlyList<StoredEvent> page;
        do
        {
            page = await log.ReadStreamAsync(stream, loaded.Version, cancel);
            foreach (var recorded in await codec.DecodeAsync(page, cancel))
            {
                if (recorded.Event is not TEvent happened)
                    return new(stream, 0, kind.Aggregate.Initial) { IsAnothers = true };
                loaded = loaded with
                {
                    Version = recorded.Version,
                    State = kind.Aggregate.Evolve(loaded.State, happened, recorded.Stamp),
                };
            }
        }
        while (page.Count == StoreLimits.MaxEventsPerRead);

        if (loaded.Version > from.Version) Keep(loaded);
        return loaded;
    }

    public void Keep<TState>(Loaded<TState> loaded) =>
        _cache.Set(loaded.Stream, loaded, new MemoryCacheEntryOptions { Size = 1 });

    public void Forget(Guid stream) => _cache.Remove(stream);

    public void Dispose() => _cache.Dispose();
}
