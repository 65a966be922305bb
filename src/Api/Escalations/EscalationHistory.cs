using Safeguard.Api.Commands;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;
using Safeguard.EventStore;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Escalations;

/// <summary>
/// One escalation as it was read for one reader: everything that happened, and what the reader is to it. The words that
/// are not theirs, or whose reading is not on record, are not in it: they read as erased.
/// </summary>
/// <param name="Words">By what right words are in it; null where none are.</param>
public sealed record EscalationHistory(
    Guid Id, long Version, IReadOnlyList<Recorded> Events, EscalationMemory Memory, EscalationContext Context,
    Relation Relation, Institution Institution, ReadPurpose? Words)
{
    public Escalation State => Memory.State;

    public bool ShowsWords => Words is ReadPurpose.Response or ReadPurpose.BreakGlass;

    /// <summary>The questions to the reader and what they are to do, whatever else of it is theirs.</summary>
    public bool ShowsOwed => Words is not null;

    public EscalationRaised Raised => (EscalationRaised)Events[0].Event;

    /// <summary>Until when it is open to a reader who broke glass for it; null for everybody else.</summary>
    public DateTimeOffset? OpenUntil { get; init; }

    public ReadItem Item => new(EscalationKind.StreamType, Id);
}

/// <summary>
/// Reads an escalation whole, for a page or the API. The words stay sealed until <see cref="Reads"/> has put the
/// reading on record, so no page and no endpoint can show them without (R17).
/// </summary>
public sealed class EscalationReader(
    IEventLog log, EventCodec codec, EscalationCommands escalations, StreamMemory memory, Reads reads,
    InstitutionDirectory directory, TimeProvider clock)
{
    /// <summary>
    /// The whole of it for those who may read the whole, its state for others. Null when there is none, or it is not
    /// the reader's to know.
    /// </summary>
    /// <exception cref="ReadNotRecordedException">Nothing of it may be shown.</exception>
    public Task<EscalationHistory?> FindAsync(Guid id, Caller reader, CancellationToken cancel) =>
        ReadAsync(id, reader, Wanted.Whole, cancel);

    /// <summary>
    /// As it is, whatever the reader is to it, with the questions to them and what they are to do in it.
    /// </summary>
    /// <exception cref="ReadNotRecordedException">Nothing of it may be shown.</exception>
    public Task<EscalationHistory?> ReadAsync(Guid id, Caller reader, CancellationToken cancel) =>
        ReadAsync(id, reader, Wanted.WholeOrOwed, cancel);

    /// <summary>
    /// How far it has come, for whoever may know of it: not a word is in it, so nothing is put on record.
    /// </summary>
    public Task<EscalationHistory?> LookAtAsync(Guid id, Caller reader, CancellationToken cancel) =>
        ReadAsync(id, reader, Wanted.State, cancel);

    private async Task<EscalationHistory?> ReadAsync(Guid id, Caller reader, Wanted wanted, CancellationToken cancel)
    {
        var stored = await log.ReadWholeStreamAsync(id, cancel);
        var events = EventCodec.DecodeSealed(stored);
        if (events.Count == 0 || events[0].Event is not EscalationRaised) return null;
        var folded = events.Aggregate(EscalationMemory.NotRaised, (memory, recorded) =>
            EscalationMemory.Evolve(memory, (EscalationEvent)recorded.Event, recorded.Stamp));
        var context = escalations.ContextFor(reader, folded.State, id, clock.GetUtcNow());
        var (relation, until) = await RelationAsync(id, folded.State, context, cancel);
        var sealedHistory = new EscalationHistory(
            id, events[^1].Version, events, folded with { Row = folded.Row with { Id = id } }, context, relation,
            directory.Present, Words: null)
        {
            OpenUntil = until,
        };
        if (relation == Relation.None && wanted != Wanted.WholeOrOwed) return null;
        return await OpenAsync(sealedHistory, stored, PurposeOf(sealedHistory, wanted), cancel);
    }

    /// <summary>Opens what the reader may read, once that is on record.</summary>
    private async Task<EscalationHistory> OpenAsync(
        EscalationHistory history, IReadOnlyList<StoredEvent> stored, ReadPurpose? purpose, CancellationToken cancel)
    {
        if (purpose is not { } right) return history;
        var reader = history.Context.Caller;
        try
        {
            await reads.RecordAsync(reader, history.Item, right);
        }
        catch (ReadNotRecordedException) when (history.Relation == Relation.Raiser)
        {
            // How far it has come, and whom to phone, is the raiser's to see whatever is broken (R18).
            return history;
        }

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

    private static ReadPurpose? PurposeOf(EscalationHistory history, Wanted wanted) => history.Relation switch
    {
        _ when wanted == Wanted.State => null,
        Relation.Reads => ReadPurpose.Response,
        Relation.BrokeGlass => ReadPurpose.BreakGlass,
        _ when wanted == Wanted.WholeOrOwed && history.Events.Any(recorded => IsAskedOf(recorded.Event, history)) =>
            ReadPurpose.Owed,
        _ => null,
    };

    /// <summary>A question that the reader has still to answer, or something that they have still to do.</summary>
    private static bool IsAskedOf(object happened, EscalationHistory history)
    {
        var person = history.Context.Caller.Person;
        return happened switch
        {
            QuestionAsked asked => history.State.Questions.Any(open => open.Id == asked.Question && open.Of == person),
            ActionRecorded todo => history.State.Actions.Any(open => open.Id == todo.Action && open.Owner == person),
            _ => false,
        };
    }

    private enum Wanted
    {
        State, Whole, WholeOrOwed,
    }

    /// <summary>
    /// What the reader is to it. A glass that another node has just opened counts here as well, so that stream is read
    /// on for those who may have broken one and are nothing else to it.
    /// </summary>
    private async Task<(Relation Relation, DateTimeOffset? Until)> RelationAsync(
        Guid id, Escalation state, EscalationContext context, CancellationToken cancel)
    {
        var (caller, conflicted) = (context.Caller, context.Cover.Conflicted);
        var relation = EscalationAccess.Of(caller, state, conflicted);
        if (relation is Relation.Reads or Relation.Raiser || !OpenBreakGlass.ReadsThrough(caller))
            return (relation, null);
        var history = await memory.LoadFreshAsync(AccessKind.Kind, AccessKind.StreamOf(caller.Person), cancel);
        var until = history.State.OpenUntil(new(EscalationKind.StreamType, id), context.Now);
        relation = EscalationAccess.Of(caller, state, conflicted, isGlassBroken: until is not null);
        return (relation, relation == Relation.BrokeGlass ? until : null);
    }
}
