using System.Runtime.CompilerServices;

namespace Safeguard.EventStore;

/// <summary>One event as it lies in the log.</summary>
/// <param name="Position">Its place in the one ordered log; commit order is position order.</param>
/// <param name="Version">Its place in its stream, from 1 without gaps.</param>
public sealed record StoredEvent(
    long Position,
    Guid Id,
    Guid Stream,
    string StreamType,
    long Version,
    string Type,
    string Json,
    DateTimeOffset RecordedAt,
    string By,
    string? Headers,
    string? CorrelationId,
    string? CausationId);

/// <summary>The one ordered log of an institution.</summary>
public interface IEventLog
{
    /// <summary>
    /// Commits a command, together with those that arrived meanwhile, in one round trip. There is no cancellation: a
    /// commit under way cannot be called back.
    /// </summary>
    /// <exception cref="UnstorableCommandException">The command's own bytes cannot be stored.</exception>
    /// <exception cref="DurabilityUnknownException">It may or may not have been stored.</exception>
    Task<AppendResult> AppendAsync(Append append);

    /// <summary>Whether a command with this id was ever stored.</summary>
    Task<bool> WasHandledAsync(Guid commandId, CancellationToken cancel);

    /// <summary>
    /// A stream's events after a version, in order, at most <see cref="StoreLimits.MaxEventsPerRead"/>.
    /// </summary>
    Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(Guid stream, long afterVersion, CancellationToken cancel);

    /// <summary>
    /// A stream's events from the first to the last, in order, however many there are: for whatever is folded or shown
    /// whole, where a part would be a wrong answer.
    /// </summary>
    async Task<IReadOnlyList<StoredEvent>> ReadWholeStreamAsync(Guid stream, CancellationToken cancel)
    {
        var page = await ReadStreamAsync(stream, 0, cancel);
        if (page.Count < StoreLimits.MaxEventsPerRead) return page;
        var whole = page.ToList();
        while (page.Count == StoreLimits.MaxEventsPerRead)
        {
            page = await ReadStreamAsync(stream, whole[^1].Version, cancel);
            whole.AddRange(page);
        }

        return whole;
    }

    /// <summary>Many streams in one round trip: whole, ordered by stream and version.</summary>
    Task<IReadOnlyList<StoredEvent>> ReadStreamsAsync(IReadOnlyCollection<Guid> streams, CancellationToken cancel);

    /// <summary>
    /// Some streams as one, in the order of the log and page by page: for whatever is too long to be held whole. Each
    /// page is a read of its own, so that a slow reader holds no connection.
    /// </summary>
    /// <param name="upTo">The last position that is read.</param>
    async IAsyncEnumerable<StoredEvent> ReadMergedAsync(
        IReadOnlyCollection<Guid> streams, long upTo, [EnumeratorCancellation] CancellationToken cancel)
    {
        var after = streams.Distinct().ToDictionary(stream => stream, _ => 0L);
        IReadOnlyList<StoredEvent> page;
        do
        {
            page = await ReadMergedPageAsync(after, upTo, cancel);
            foreach (var stored in page)
            {
                after[stored.Stream] = stored.Version;
                yield return stored;
            }
        }
        while (page.Count == StoreLimits.MaxEventsPerPage);
    }

    /// <summary>
    /// The next <see cref="StoreLimits.MaxEventsPerPage"/> events of some streams in the order of the log.
    /// </summary>
    /// <param name="after">Of each stream the version after which it is read on.</param>
    Task<IReadOnlyList<StoredEvent>> ReadMergedPageAsync(
        IReadOnlyDictionary<Guid, long> after, long upTo, CancellationToken cancel);

    /// <summary>
    /// The log after a position, in order, at most <paramref name="limit"/>. Never steps over an event that may still
    /// commit: appends take one lock, so commit order is position order.
    /// </summary>
    Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancel);

    /// <summary>The ids of all streams of a type.</summary>
    Task<IReadOnlyList<Guid>> StreamsOfTypeAsync(string streamType, CancellationToken cancel);

    /// <summary>The position of the last committed event; 0 for an empty log.</summary>
    Task<long> LastPositionAsync(CancellationToken cancel);

    /// <summary>
    /// Completes when something may have been committed after <paramref name="position"/>, here or on another node, or
    /// when <paramref name="atMost"/> has passed: a bounded poll is the safety net under the signal.
    /// </summary>
    Task WaitForAppendAsync(long position, TimeSpan atMost, CancellationToken cancel);
}
