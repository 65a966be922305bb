using Safeguard.Api.Commands;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// One case file as it was read for one reader: everything that happened, and what the reader is to it. The words that
/// are not theirs, or whose reading is not on record, are not in it: they read as erased.
/// </summary>
/// <param name="Words">By what right words are in it; null where none are.</param>
public sealed record CaseFileHistory(
    Guid Id, long Version, IReadOnlyList<Recorded> Events, CaseFile State, CaseFileContext Context,
    CaseRelation Relation, Institution Institution, ReadPurpose? Words)
{
    public bool ShowsWords => Words is ReadPurpose.Response or ReadPurpose.BreakGlass;

    /// <summary>Until when it is open to a reader who broke glass for it; null for everybody else.</summary>
    public DateTimeOffset? OpenUntil { get; init; }

    public ReadItem Item => new(CaseFileKind.StreamType, Id);

    /// <summary>
    /// The file as it was known then: what had been recorded by that moment and nothing since. Who may read it is as
    /// now. Null where there was nothing yet.
    /// </summary>
    public CaseFileHistory? AsKnownAt(DateTimeOffset moment)
    {
        var known = Events.TakeWhile(recorded => recorded.Stamp.RecordedAt <= moment).ToList();
        if (known.Count == 0) return null;
        var memory = CaseFileReader.Fold(known);
        return this with { Events = known, Version = memory.Version, State = memory.State };
    }
}

/// <summary>
/// Reads a case file whole, for a page or the API. The words stay sealed until <see cref="Reads"/> has put the reading
/// on record, so no page and no endpoint can show them without (R17).
/// </summary>
public sealed class CaseFileReader(
    IEventLog log, EventCodec codec, CaseFileCommands files, StreamMemory memory, Reads reads,
    InstitutionDirectory directory, TimeProvider clock)
{
    /// <summary>
    /// The whole of it for those who may read the whole, its state for others. Null when there is none, or it is not
    /// the reader's to know.
    /// </summary>
    /// <exception cref="ReadNotRecordedException">Nothing of it may be shown.</exception>
    public async Task<CaseFileHistory?> FindAsync(Guid id, Caller reader, CancellationToken cancel) =>
        await SealedAsync(id, reader, withOwed: false, cancel) is var (history, stored)
            ? await OpenAsync(history, stored, PurposeOf(history, withOwed: false), cancel)
            : null;

    /// <summary>The same; whoever may know nothing else of it gets what is or was asked of them in it.</summary>
    /// <exception cref="ReadNotRecordedException">Nothing of it may be shown.</exception>
    public async Task<CaseFileHistory?> ReadAsync(Guid id, Caller reader, CancellationToken cancel) =>
        await SealedAsync(id, reader, withOwed: true, cancel) is var (history, stored)
            ? await OpenAsync(history, stored, PurposeOf(history, withOwed: true), cancel)
            : null;

    /// <summary>What it is to whoever may know of it: not a word is in it, so nothing is put on record.</summary>
    public async Task<CaseFileHistory?> LookAtAsync(Guid id, Caller reader, CancellationToken cancel) =>
        (await SealedAsync(id, reader, withOwed: false, cancel))?.History;

    /// <summary>
    /// Null for a file that is not there and for one that is not the reader's to know, after the same questions to the
    /// database and before a long file's events are read: the answer's time tells as little as the answer (R15).
    /// </summary>
    private async Task<(CaseFileHistory History, IReadOnlyList<StoredEvent> Stored)?> SealedAsync(
        Guid id, Caller reader, bool withOwed, CancellationToken cancel)
    {
        // Whom the file is about is sealed as well, and decides who may know of it.
        var loaded = await memory.LoadFreshAsync(CaseFileKind.Kind, id, cancel);
        var state = loaded.State.State;
        var context = await files.ContextForAsync(reader, id, state, clock.GetUtcNow());
        var (relation, until) = await RelationAsync(id, state, context, cancel);
        if (relation == CaseRelation.None && !(withOwed && state.Asked.Contains(reader.Person))) return null;
        var whole = await log.ReadWholeStreamAsync(id, cancel);
        IReadOnlyList<StoredEvent> stored = [.. whole.TakeWhile(happened => happened.Version <= loaded.Version)];
        var history = new CaseFileHistory(
            id, loaded.Version, EventCodec.DecodeSealed(stored), state, context, relation, directory.Present,
            Words: null)
        {
            OpenUntil = until,
        };
        return (history, stored);
    }

    /// <summary>Opens what the reader may read, once that is on record.</summary>
    private async Task<CaseFileHistory> OpenAsync(
        CaseFileHistory history, IReadOnlyList<StoredEvent> stored, ReadPurpose? purpose, CancellationToken cancel)
    {
        if (purpose is not { } right) return history;
        await reads.RecordAsync(history.Context.Caller, history.Item, right);
        var open = await codec.DecodeAsync(stored, cancel);
        return history with
        {
            Events = right == ReadPurpose.Owed
                ? [.. open.Select((recorded, place) =>
                    IsAskedOf(recorded.Event, history) ? recorded : history.Events[place])]
                : open,
            Words = right,
        };
    }

    private static ReadPurpose? PurposeOf(CaseFileHistory history, bool withOwed) => history.Relation switch
    {
        >= CaseRelation.Reads => ReadPurpose.Response,
        CaseRelation.BrokeGlass => ReadPurpose.BreakGlass,
        _ when withOwed && history.Events.Any(recorded => IsAskedOf(recorded.Event, history)) => ReadPurpose.Owed,
        _ => null,
    };

    /// <summary>A question that the reader has still to answer, or something that they have still to do.</summary>
    private static bool IsAskedOf(object happened, CaseFileHistory history)
    {
        var (state, person) = (history.State, history.Context.Caller.Person);
        return !CaseFileAccess.IsConflicted(person, state, history.Context.Circle) && happened switch
        {
            CaseQuestionAsked asked => state.Questions.Any(open => open.Id == asked.Question && open.Of == person),
            CaseActionRecorded todo => state.Actions.Any(open => open.Id == todo.Action && open.Owner == person),
            _ => false,
        };
    }

    /// <summary>What the reader is to it; a glass that another node has just opened counts here as well.</summary>
    private async Task<(CaseRelation Relation, DateTimeOffset? Until)> RelationAsync(
        Guid id, CaseFile state, CaseFileContext context, CancellationToken cancel)
    {
        var caller = context.Caller;
        var relation = CaseFileAccess.Of(caller, state, context.Circle);
        if (relation >= CaseRelation.Reads || !OpenBreakGlass.MayBreak(caller)) return (relation, null);
        var access = await memory.LoadFreshAsync(AccessKind.Kind, AccessKind.StreamOf(caller.Person), cancel);
        var until = access.State.OpenUntil(new(CaseFileKind.StreamType, id), context.Now);
        relation = CaseFileAccess.Of(caller, state, context.Circle, isGlassBroken: until is not null);
        return (relation, relation == CaseRelation.BrokeGlass ? until : null);
    }

    internal static CaseFileMemory Fold(IEnumerable<Recorded> events) =>
        events.Aggregate(CaseFileMemory.NotOpened, (folded, recorded) =>
            CaseFileMemory.Evolve(folded, (CaseFileEvent)recorded.Event, recorded.Stamp));
}
