using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Events;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// One case file as it was read for one reader: everything that happened, and what the reader is to it.
/// </summary>
public sealed record CaseFileHistory(
    Guid Id, long Version, IReadOnlyList<Recorded> Events, CaseFile State, CaseFileContext Context,
    CaseRelation Relation, Institution Institution)
{
    public bool ShowsWords => Relation >= CaseRelation.Reads;

    public CaseFileOpened Opened => (CaseFileOpened)Events[0].Event;

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

/// <summary>Reads a case file whole, for a page or the API.</summary>
public sealed class CaseFileReader(
    IEventLog log, EventCodec codec, CaseFileCommands files, InstitutionDirectory directory, TimeProvider clock)
{
    /// <summary>Null when there is none, or it is not the reader's to know: the two take the same time.</summary>
    public async Task<CaseFileHistory?> FindAsync(Guid id, Caller reader, CancellationToken cancel) =>
        await ReadAsync(id, reader, cancel) is { Relation: not CaseRelation.None } history ? history : null;

    /// <summary>As it is, whatever the reader is to it: for those who only owe an answer or an action in it.</summary>
    public async Task<CaseFileHistory?> ReadAsync(Guid id, Caller reader, CancellationToken cancel)
    {
        var events = new List<Recorded>();
        IReadOnlyList<StoredEvent> page;
        do
        {
            page = await log.ReadStreamAsync(id, events.Count, cancel);
            events.AddRange(await codec.DecodeAsync(page, cancel));
        }
        while (page.Count == StoreLimits.MaxEventsPerRead);

        if (events.Count == 0 || events[0].Event is not CaseFileOpened) return null;
        var memory = Fold(events);
        var context = await files.ContextForAsync(reader, id, memory.State, clock.GetUtcNow());
        var relation = CaseFileAccess.Of(context.Caller, memory.State, context.Circle);
        return new(id, memory.Version, events, memory.State, context, relation, directory.Present);
    }

    internal static CaseFileMemory Fold(IEnumerable<Recorded> events) =>
        events.Aggregate(CaseFileMemory.NotOpened, (folded, recorded) =>
            CaseFileMemory.Evolve(folded, (CaseFileEvent)recorded.Event, recorded.Stamp));
}
