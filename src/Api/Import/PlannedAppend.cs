using Safeguard.Domain.People;

namespace Safeguard.Api.Import;

/// <summary>What an import appends to one stream, named by its type and slug.</summary>
public sealed record PlannedAppend(string StreamType, string Slug, IReadOnlyList<PlannedEvent> Events);

/// <param name="OccurredAt">From the row; never later than the import itself.</param>
public sealed record PlannedEvent(object Event, DateTimeOffset OccurredAt);

/// <summary>Collects what is to be appended, stream by stream, in the order in which streams are first named.</summary>
internal sealed class PlannedStreams(DateTimeOffset now)
{
    private readonly Dictionary<(string Type, string Slug), List<PlannedEvent>> _streams = [];
    private readonly List<(string Type, string Slug)> _order = [];

    public DateTimeOffset Now => now;

    public void Add(string streamType, string slug, object happened, DateTimeOffset? occurredAt = null)
    {
        if (!_streams.TryGetValue((streamType, slug), out var events))
        {
            _streams[(streamType, slug)] = events = [];
            _order.Add((streamType, slug));
        }

        events.Add(new PlannedEvent(happened, occurredAt is { } moment && moment < now ? moment : now));
    }

    public void Add(InStream part)
    {
        foreach (var happened in part.Events) Add(part.StreamType, part.Slug, happened);
    }

    public IReadOnlyList<PlannedAppend> All =>
        [.. _order.Select(stream => new PlannedAppend(stream.Type, stream.Slug, _streams[stream]))];
}
