using Safeguard.Domain;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Commands;

/// <summary>
/// One attempt at one command: streams are loaded, decided on and changed here, and committed together or not at all.
/// Made anew for every attempt, so a clash leaves nothing behind.
/// </summary>
public sealed class Transaction(CommandInfo info, DateTimeOffset now, StreamMemory memory, SubjectKeys keys)
{
    private readonly List<StreamAppend> _streams = [];
    private readonly List<StreamExpectation> _restsOn = [];
    private readonly List<WakeUp> _wakeUps = [];
    private readonly List<OutboxMessage> _outbox = [];
    private readonly List<RowWrite> _rows = [];
    private readonly List<NewSubjectKey> _newKeys = [];
    private readonly List<Action> _afterCommit = [];
    private readonly HashSet<Guid> _remembered = [];
    private Guid _subject;
    private Func<Task<long>>? _reload;

    public CommandInfo Info { get; } = info;

    /// <summary>The one moment of this attempt, in whole milliseconds.</summary>
    public DateTimeOffset Now { get; } = now;
    public bool IsEmpty => _streams.Count == 0;

    /// <summary>The version of the command's own stream (the first one loaded) before and after this attempt.</summary>
    public long LoadedVersion { get; private set; }
    public long Version { get; private set; }

    public async Task<Loaded<TState>> LoadAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind, Guid stream, CancellationToken cancel = default)
        where TEvent : class
    {
        var loaded = await memory.LoadAsync(kind, stream, cancel);
        _remembered.Add(stream);
        return Take(loaded, async () => (await memory.LoadAsync(kind, stream, CancellationToken.None)).Version);
    }

    /// <summary>A stream that somebody else has folded already, as the directory has the institution's.</summary>
    /// <param name="presentVersion">Reads its version again.</param>
    public Loaded<TState> Take<TState>(Loaded<TState> loaded, Func<Task<long>> presentVersion)
    {
        if (_reload is not null) return loaded;
        _subject = loaded.Stream;
        LoadedVersion = Version = loaded.Version;
        _reload = presentVersion;
        return loaded;
    }

    /// <summary>Whether the stream came from the memory of streams, rather than from the directory.</summary>
    internal bool IsRemembered(Guid stream) => _remembered.Contains(stream);

    /// <summary>The decision rested on this stream without changing it.</summary>
    public void RestsOn(Guid stream, long version)
    {
        if (_restsOn.All(known => known.Stream != stream)) _restsOn.Add(new(stream, version));
    }

    /// <summary>Takes what was decided into the transaction; a refusal is handed back, and ends the attempt.</summary>
    public async Task<Rejection?> ApplyAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        Loaded<TState> loaded,
        Decision<TEvent> decision,
        int policyVersion,
        CancellationToken cancel = default)
        where TEvent : class
    {
        if (decision.Rejection is { } rejection) return rejection;
        if (decision.Events.Count == 0) return null;
        if (loaded.IsAnothers) return new IdInUse();
        var stamp = new Stamp(Info.Caller.Person, Info.Role, Now, Moments.Cut(Info.OccurredAt ?? Now), policyVersion);
        await AddAsync(kind, loaded, decision.Events, stamp, cancel);
        return null;
    }

    /// <summary>Adds events with a stamp of their own, as an import does.</summary>
    public async Task AddAsync<TState, TEvent>(
        StreamKind<TState, TEvent> kind,
        Loaded<TState> loaded,
        IReadOnlyList<TEvent> events,
        Stamp stamp,
        CancellationToken cancel = default)
        where TEvent : class
    {
        var key = await KeyFor(loaded.Stream, loaded.Version, events, cancel);
        var identified = events.Select(happened => (Id: Guid.CreateVersion7(), Event: happened)).ToList();
        var after = events.Aggregate(loaded.State, (state, happened) => kind.Aggregate.Evolve(state, happened, stamp));
        _streams.Add(new StreamAppend(
            loaded.Stream, kind.Aggregate.StreamType, loaded.Version,
            [.. identified.Select(x => EventCodec.Encode(x.Event, stamp, loaded.Stream, x.Id, key))]));
        var alongside = kind.Alongside?.Invoke(new(loaded.Stream, loaded.State, after, identified, stamp));
        _wakeUps.AddRange(alongside?.WakeUps ?? []);
        _outbox.AddRange(alongside?.Outbox ?? []);
        _rows.AddRange(alongside?.Rows ?? []);
        var committed = new Loaded<TState>(loaded.Stream, loaded.Version + events.Count, after);
        _afterCommit.Add(() => memory.Keep(committed));
        if (_subject == loaded.Stream) Version = committed.Version;
    }

    /// <summary>Adds events whose state nobody here needs, each with a stamp of its own, as an import does.</summary>
    public async Task AddPlannedAsync(
        string streamType, Guid stream, long version, IReadOnlyList<(object Event, Stamp Stamp)> events,
            CancellationToken cancel)
    {
        var key = await KeyFor(stream, version, events.Select(planned => planned.Event), cancel);
        _streams.Add(new StreamAppend(
            stream, streamType, version,
            [.. events.Select(x => EventCodec.Encode(x.Event, x.Stamp, stream, Guid.CreateVersion7(), key))]));
        _afterCommit.Add(() => memory.Forget(stream));
    }

    public void Add(EventStore.WakeUp wakeUp) => _wakeUps.Add(wakeUp);

    public void Add(OutboxMessage message) => _outbox.Add(message);

    public void Add(RowWrite row) => _rows.Add(row);

    internal Append Build() => new(Info.Id, Info.Caller.Person.Value, Now, _streams)
    {
        CorrelationId = Info.CorrelationId,
        CausationId = Info.CausationId,
        RestsOn = [.. _restsOn.Where(x => _streams.All(changed => changed.Stream != x.Stream))],
        WakeUps = _wakeUps,
        Outbox = _outbox,
        Rows = _rows,
        Keys = _newKeys,
    };

    internal void Committed() => _afterCommit.ForEach(act => act());

    internal void Forget()
    {
        foreach (var stream in _streams) memory.Forget(stream.Stream);
    }

    /// <summary>The version the command's own stream has now, read again.</summary>
    internal async Task<long> PresentVersionAsync() => _reload is null ? 0 : await _reload();

    private async Task<DataKey?> KeyFor(Guid stream, long version, IEnumerable<object> events, CancellationToken cancel)
    {
        if (!events.Any(happened => EventCodec.IsConfidential(happened.GetType()))) return null;
        var known = version == 0 ? null : (await keys.GetAsync([stream], cancel)).GetValueOrDefault(stream);
        if (known is not null) return known;
        var (key, row) = keys.Create(stream);
        _newKeys.Add(row);
        return key;
    }
}
