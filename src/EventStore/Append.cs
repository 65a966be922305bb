namespace Safeguard.EventStore;

/// <summary>One event to store. Its JSON is final: confidential fields are sealed already.</summary>
/// <param name="Id">Made by the caller; part of what a sealed field is bound to.</param>
/// <param name="Type">The stored name in Marten's form, <c>escalation_acknowledged</c>.</param>
/// <param name="Json">One JSON object, at most <see cref="StoreLimits.MaxEventBytes"/> bytes of UTF-8.</param>
/// <param name="Headers">One JSON object or null.</param>
public sealed record NewEvent(Guid Id, string Type, string Json, string? Headers = null);

/// <summary>
/// Events for one stream. <paramref name="ExpectedVersion"/> is 0 for a stream that must not exist yet.
/// </summary>
public sealed record StreamAppend(
    Guid Stream, string StreamType, long ExpectedVersion, IReadOnlyList<NewEvent> Events);

/// <summary>
/// A stream the decision rested on without changing it: it must still have this version (0: not exist).
/// </summary>
public sealed record StreamExpectation(Guid Stream, long Version);

/// <summary>The one next wake-up of a stream; <paramref name="DueAt"/> null takes it away.</summary>
/// <param name="Kind">Which handler is woken, <c>escalation</c>.</param>
public sealed record WakeUp(Guid Stream, string Kind, DateTimeOffset? DueAt);

/// <summary>
/// An effect on the outside world, written with the events that cause it and carried out after the commit.
/// </summary>
public sealed record OutboxMessage(Guid Id, string Kind, string Json, DateTimeOffset DueAt);

/// <summary>
/// One row of a read model that must never lag (queue, open items): replaces the row of that key, or removes it when
/// <paramref name="Doc"/> is null. The table has columns <c>(key text primary key, doc jsonb not null)</c>, and
/// generated columns of its own for what is asked of it.
/// </summary>
public sealed record RowWrite(string Table, string Key, string? Doc);

/// <summary>A new subject's data key, wrapped; stored with the first event that is sealed under it.</summary>
public sealed record NewSubjectKey(Guid Subject, string KeyEncryptionKey, byte[] Wrapped);

/// <summary>
/// Everything one command changes, committed whole or not at all. The command's id is remembered for good: a repeat,
/// however late, stores nothing and is answered as the first time.
/// </summary>
/// <param name="By">The person's id, stored as <c>user_name</c>.</param>
/// <param name="RecordedAt">Stored as the events' timestamp, in whole milliseconds.</param>
public sealed record Append(
    Guid CommandId, string By, DateTimeOffset RecordedAt, IReadOnlyList<StreamAppend> Streams)
{
    public string? CorrelationId { get; init; }
    public string? CausationId { get; init; }
    public IReadOnlyList<StreamExpectation> RestsOn { get; init; } = [];
    public IReadOnlyList<WakeUp> WakeUps { get; init; } = [];
    public IReadOnlyList<OutboxMessage> Outbox { get; init; } = [];
    public IReadOnlyList<RowWrite> Rows { get; init; } = [];
    public IReadOnlyList<NewSubjectKey> Keys { get; init; } = [];

    /// <summary>JSON kept with the command's id and given back to a repeat; null when the id alone is enough.</summary>
    public string? Answer { get; init; }
}

/// <summary>What became of an append. Given only after the commit is durable.</summary>
public abstract record AppendResult;

/// <summary>Stored. <paramref name="LastPosition"/> is the position of its last event in the one ordered log.</summary>
public sealed record Appended(long LastPosition) : AppendResult;

/// <summary>
/// Another command was first: that stream has <paramref name="Actual"/> as its version. Nothing was stored.
/// </summary>
public sealed record VersionClash(Guid Stream, long Actual) : AppendResult;

/// <summary>This command's id was stored before; nothing was stored now.</summary>
public sealed record AlreadyHandled(string? Answer) : AppendResult;

/// <summary>
/// The commit was sent and its answer never came, or came with the server's warning that it was not replicated.
/// It may or may not have happened: never a success. Repeating the same command id is safe and finds out.
/// </summary>
public sealed class DurabilityUnknownException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The command's own bytes cannot be stored (a broken row). Others in its batch were not harmed.</summary>
public sealed class UnstorableCommandException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The sizes the store accepts; each named so that a refusal can name it.</summary>
public static class StoreLimits
{
    /// <summary>UTF-8 bytes of one event's JSON: 64 KB of request, sealed and in base64, with room.</summary>
    public const int MaxEventBytes = 262_144;

    /// <summary>Events in one command: an import of one institution is split by stream below this.</summary>
    public const int MaxEventsPerCommand = 20_000;

    /// <summary>Commands committed together; larger batches gained nothing when measured.</summary>
    public const int MaxCommandsPerBatch = 128;

    /// <summary>Events answered by one read.</summary>
    public const int MaxEventsPerRead = 5_000;

    /// <summary>Events held at once by whoever reads streams page by page.</summary>
    public const int MaxEventsPerPage = 200;
}
