using Safeguard.Domain;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Escalations;

/// <summary>
/// One escalation as it was read for one reader: everything that happened, and what the reader is to it.
/// </summary>
public sealed record EscalationHistory(
    Guid Id, long Version, IReadOnlyList<Recorded> Events, EscalationMemory Memory, EscalationContext Context,
    Relation Relation, Institution Institution)
{
    public Escalation State => Memory.State;

    public bool ShowsWords => Relation == Relation.Reads;

    public EscalationRaised Raised => (EscalationRaised)Events[0].Event;
}

/// <summary>Reads an escalation whole, for a page or the API.</summary>
public sealed class EscalationReader(
    IEventLog log, EventCodec codec, EscalationCommands escalations, InstitutionDirectory directory, TimeProvider clock)
{
    /// <summary>
    /// Events shown of one escalation. Unanswered for a month at a repeat a quarter of an hour it has some 3 000; the
    /// store's own page is larger than that.
    /// </summary>
    public const int MaxEvents = StoreLimits.MaxEventsPerRead;

    /// <summary>Null when there is none, or it is not the reader's to know.</summary>
    public async Task<EscalationHistory?> FindAsync(Guid id, Caller reader, CancellationToken cancel) =>
        await ReadAsync(id, reader, cancel) is { Relation: not Relation.None } history ? history : null;

    /// <summary>As it is, whatever the reader is to it: for those who only owe an answer or an action in it.</summary>
    public async Task<EscalationHistory?> ReadAsync(Guid id, Caller reader, CancellationToken cancel)
    {
        var events = await codec.DecodeAsync(await log.ReadStreamAsync(id, 0, cancel), cancel);
        if (events.Count == 0 || events[0].Event is not EscalationRaised) return null;
        var memory = events.Aggregate(EscalationMemory.NotRaised, (folded, recorded) =>
            EscalationMemory.Evolve(folded, (EscalationEvent)recorded.Event, recorded.Stamp));
        var context = escalations.ContextFor(reader, memory.State, id, clock.GetUtcNow());
        var relation = EscalationAccess.Of(context.Caller, memory.State, context.Cover.Conflicted);
        return new(
            id, events[^1].Version, events, memory with { Row = memory.Row with { Id = id } }, context, relation,
            directory.Present);
    }
}
