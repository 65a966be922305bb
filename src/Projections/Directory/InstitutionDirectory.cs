using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Projections.Directory;

/// <summary>
/// The institution as this process knows it: people, roles, panels, policy, terms, services, cohorts and rota, folded
/// from their streams at start and kept up from the log. Milliseconds behind at most; where a decision rests on a
/// person or a rota the append asserts that stream's version, so being behind can cost a retry and never a wrong
/// decision.
/// </summary>
public sealed class InstitutionDirectory(IEventLog log, EventCodec codec) : ILogListener, IDisposable
{
    /// <summary>The kinds of stream that an institution is made of; all others are passed over.</summary>
    public static IReadOnlyList<string> StreamTypes { get; } =
        ["programme", "person", "supporter", "supervision-group", "cohort", "rota"];

    private const int StreamsPerRead = 500;

    private readonly SemaphoreSlim _applying = new(1, 1);
    private volatile DirectorySnapshot _snapshot = new(Institution.Empty, 0, new Dictionary<Guid, long>());

    /// <summary>The institution now. Immutable: take it once for a decision.</summary>
    public Institution Present => _snapshot.Institution;

    /// <summary>The institution with the versions that it was folded from: what a decision rests on.</summary>
    public DirectorySnapshot Snapshot => _snapshot;

    /// <summary>The version of one of its streams, for the append to assert; 0 when there is none.</summary>
    public long VersionOf(Guid stream) => _snapshot.VersionOf(stream);

    public long Position => _snapshot.Position;

    /// <summary>Reads all of the institution's streams, whole.</summary>
    public async Task LoadAsync(CancellationToken cancel)
    {
        var position = await log.LastPositionAsync(cancel);
        var streams = new List<Guid>();
        foreach (var type in StreamTypes) streams.AddRange(await log.StreamsOfTypeAsync(type, cancel));
        var institution = Institution.Empty;
        var versions = new Dictionary<Guid, long>();
        foreach (var page in streams.Chunk(StreamsPerRead))
        {
            foreach (var recorded in await codec.DecodeAsync(await log.ReadStreamsAsync(page, cancel), cancel))
            {
                institution = institution.Apply(recorded.Event, recorded.Stamp);
                versions[recorded.Stream] = recorded.Version;
            }
        }

        _snapshot = new(institution, position, versions);
    }

    /// <summary>Applies what this process has not seen yet of the institution's streams; the rest is skipped.</summary>
    public async Task OnCommittedAsync(IReadOnlyList<StoredEvent> batch, CancellationToken cancel)
    {
        await _applying.WaitAsync(cancel);
        try
        {
            var before = _snapshot;
            var versions = new Dictionary<Guid, long>(before.Versions);
            // A stream read whole at the start may already hold events after the position: its version says so.
            var news = batch
                .Where(row => StreamTypes.Contains(row.StreamType,
                    StringComparer.Ordinal) && row.Version > versions.GetValueOrDefault(row.Stream))
                .ToList();
            var institution = before.Institution;
            foreach (var recorded in await codec.DecodeAsync(news, cancel))
            {
                institution = institution.Apply(recorded.Event, recorded.Stamp);
                versions[recorded.Stream] = recorded.Version;
            }

            var position = batch.Count == 0 ? before.Position : Math.Max(before.Position, batch[^1].Position);
            _snapshot = new(institution, position, news.Count == 0 ? before.Versions : versions);
        }
        finally
        {
            _applying.Release();
        }
    }

    /// <summary>Reads on to the end of the log now, without waiting for the follower.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        IReadOnlyList<StoredEvent> page;
        do
        {
            page = await log.ReadAllAsync(Position, StoreLimits.MaxEventsPerRead, cancel);
            await OnCommittedAsync(page, cancel);
        }
        while (page.Count == StoreLimits.MaxEventsPerRead);
    }

    public void Dispose() => _applying.Dispose();
}

/// <summary>The institution at one position of the log.</summary>
/// <param name="Versions">The version of each stream that it was folded from.</param>
public sealed record DirectorySnapshot(
    Institution Institution, long Position, IReadOnlyDictionary<Guid, long> Versions)
{
    /// <summary>0 where there is no such stream.</summary>
    public long VersionOf(Guid stream) => Versions.GetValueOrDefault(stream);
}
