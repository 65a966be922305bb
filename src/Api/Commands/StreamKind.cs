using Safeguard.Domain;
using Safeguard.EventStore;

namespace Safeguard.Api.Commands;

/// <summary>
/// What the shell needs to know of one kind of stream: how it folds, and what else must be written in the same
/// transaction when it changes (its one next wake-up, its rows in the read models that may never lag, its effects).
/// </summary>
public sealed record StreamKind<TState, TEvent>(
    Aggregate<TState, TEvent> Aggregate, Func<StreamChange<TState, TEvent>, Alongside>? Alongside = null)
    where TEvent : class;

/// <summary>A stream before and after one decision.</summary>
/// <param name="Events">What the decision appended, each with the id it is stored under.</param>
public sealed record StreamChange<TState, TEvent>(
    Guid Stream, TState Before, TState After, IReadOnlyList<(Guid Id, TEvent Event)> Events, Stamp Stamp);

/// <summary>What is written in the same transaction as the events that cause it.</summary>
public sealed record Alongside
{
    public static Alongside Nothing { get; } = new();
    public IReadOnlyList<WakeUp> WakeUps { get; init; } = [];
    public IReadOnlyList<OutboxMessage> Outbox { get; init; } = [];
    public IReadOnlyList<RowWrite> Rows { get; init; } = [];
}

/// <summary>A stream as it was read: its version (0 when it does not exist) and its state.</summary>
public sealed record Loaded<TState>(Guid Stream, long Version, TState State)
{
    /// <summary>
    /// The id is that of a stream of another kind: here there is nothing, and nothing can come to be.
    /// </summary>
    public bool IsAnothers { get; init; }
}
