using Npgsql;

namespace Safeguard.EventStore;

/// <summary>A message that this node has taken; others leave it alone until the lease ends.</summary>
/// <param name="Attempts">How often it was taken, this time included.</param>
/// <param name="Fault">
/// Why it failed before; null where nobody has said so yet, be it because the node that tried has died.
/// </param>
public sealed record TakenMessage(
    Guid Id, string Kind, string Json, DateTimeOffset DueAt, int Attempts, string? Fault);

/// <summary>A message that was given up. It stays until somebody revives it.</summary>
public sealed record DeadMessage(Guid Id, string Kind, DateTimeOffset DueAt, int Attempts, string? Fault);

/// <summary>How many messages stand where.</summary>
public sealed record OutboxCounts(long Waiting, long Done, long Dead);

/// <summary>
/// Effects on the outside world, carried out after the commit that caused them: at least once, with the message's id
/// for the receiver to know a repeat by. Written only with events, so that none is lost between commit and sending.
/// Every moment is the product's clock, passed in.
/// </summary>
public sealed class Outbox(InstitutionDatabase database)
{
    /// <summary>Dead letters shown at once.</summary>
    public const int MaxDead = 500;

    /// <summary>Takes what is due, the longest waiting first.</summary>
    public async Task<IReadOnlyList<TakenMessage>> TakeDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancel)
    {
        await using var take = database.Pool.CreateCommand(
            """
            update outbox o set take_at = $3, attempts = o.attempts + 1
            from (select id from outbox where state = 'waiting' and take_at <= $1 order by take_at limit $2
                for update skip locked) due
            where o.id = due.id
            returning o.id, o.kind, o.body, o.due_at, o.attempts, o.fault
            """);
        take.Parameters.Add(Rows.Moment(now));
        take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        take.Parameters.Add(Rows.Moment(now + lease));
        var taken = await take.ListAsync(
            row => new TakenMessage(
                row.GetGuid(0), row.GetString(1), row.GetString(2), row.Moment(3), row.GetInt32(4), row.TextOrNull(5)),
            cancel);
        return [.. taken.OrderBy(m => m.DueAt)];
    }

    /// <summary>Carried out.</summary>
    public Task DoneAsync(Guid id, DateTimeOffset at, CancellationToken cancel) => SetAsync(
        "update outbox set state = 'done', ended_at = $2, fault = null where id = $1 and state <> 'done'",
        id, at, cancel);

    /// <summary>
    /// Failed, and tried again at <paramref name="nextDue"/>; null gives it up, in sight as a dead letter.
    /// </summary>
    /// <param name="fault">Without a name or narrative; the type of an exception, not its message.</param>
    public async Task FailedAsync(Guid id, string fault, DateTimeOffset? nextDue, CancellationToken cancel)
    {
        await using var failed = database.Pool.CreateCommand(
            nextDue is null
                ? "update outbox set state = 'dead', fault = left($2, 500) where id = $1 and state = 'waiting'"
                : "update outbox set take_at = $3, fault = left($2, 500) where id = $1 and state = 'waiting'");
        failed.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        failed.Parameters.Add(new NpgsqlParameter<string> { TypedValue = fault });
        if (nextDue is { } next) failed.Parameters.Add(Rows.Moment(next));
        await failed.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Gives a dead letter another life.</summary>
    public Task ReviveAsync(Guid id, DateTimeOffset dueAt, CancellationToken cancel) => SetAsync(
        "update outbox set state = 'waiting', take_at = $2, attempts = 0 where id = $1 and state = 'dead'",
        id, dueAt, cancel);

    /// <summary>When the next one may be taken; null when none waits.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel)
    {
        await using var next = database.Pool.CreateCommand("select min(take_at) from outbox where state = 'waiting'");
        var rows = await next.ListAsync(row => row.IsDBNull(0) ? (DateTimeOffset?)null : row.Moment(0), cancel);
        return rows[0];
    }

    public async Task<OutboxCounts> CountsAsync(CancellationToken cancel)
    {
        await using var counts = database.Pool.CreateCommand(
            """
            select count(*) filter (where state = 'waiting'), count(*) filter (where state = 'done'),
                count(*) filter (where state = 'dead')
            from outbox
            """);
        var rows = await counts.ListAsync(
            row => new OutboxCounts(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)), cancel);
        return rows[0];
    }

    /// <summary>The dead letters, oldest first, at most <see cref="MaxDead"/>.</summary>
    public async Task<IReadOnlyList<DeadMessage>> DeadAsync(CancellationToken cancel)
    {
        await using var dead = database.Pool.CreateCommand(
            $"""
            select id, kind, due_at, attempts, fault from outbox
            where state = 'dead' order by due_at limit {MaxDead}
            """);
        return await dead.ListAsync(
            row => new DeadMessage(
                row.GetGuid(0), row.GetString(1), row.Moment(2), row.GetInt32(3), row.TextOrNull(4)),
            cancel);
    }

    private async Task SetAsync(string sql, Guid id, DateTimeOffset moment, CancellationToken cancel)
    {
        await using var set = database.Pool.CreateCommand(sql);
        set.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        set.Parameters.Add(Rows.Moment(moment));
        await set.ExecuteNonQueryAsync(cancel);
    }
}
