using Npgsql;

namespace Safeguard.EventStore;

/// <summary>A wake-up that this node has taken; others leave it alone until the lease ends.</summary>
/// <param name="Attempts">How often it was taken, this time included.</param>
public sealed record TakenWakeUp(Guid Stream, string Kind, DateTimeOffset DueAt, int Attempts);

/// <summary>One wake-up as it stands. <paramref name="Fault"/> is why it failed last, null when it did not.</summary>
public sealed record PendingWakeUp(
    Guid Stream, string Kind, DateTimeOffset DueAt, DateTimeOffset TakeAt, int Attempts, string? Fault);

/// <summary>How many wake-ups are late, and when the oldest of them was due.</summary>
public sealed record OverdueWakeUps(long Count, DateTimeOffset? Oldest);

/// <summary>
/// The deadlines of everything open: one row each, set and taken away only by an append. Taking one is a lease: a node
/// that dies gives it back by doing nothing. Handling one is a command like any other, so that twice is once. Every
/// moment is the product's clock, passed in. Each statement is small and goes out in one piece, so that a process that
/// freezes is never left holding a row that an append waits for.
/// </summary>
public sealed class WakeUpTable(InstitutionDatabase database)
{
    /// <summary>Characters kept of a fault.</summary>
    public const int MaxFault = 500;

    private const string Pending = "select stream, kind, due_at, take_at, attempts, fault from wake_ups";

    /// <summary>Takes what is due, the longest waiting first.</summary>
    public async Task<IReadOnlyList<TakenWakeUp>> TakeDueAsync(
        DateTimeOffset now, int limit, TimeSpan lease, CancellationToken cancel)
    {
        await using var take = database.Pool.CreateCommand(
            """
            update wake_ups w set take_at = $3, attempts = w.attempts + 1
            from (select stream, kind from wake_ups where take_at <= $1 order by take_at limit $2
                for update skip locked) due
            where w.stream = due.stream and w.kind = due.kind
            returning w.stream, w.kind, w.due_at, w.attempts
            """);
        take.Parameters.Add(Rows.Moment(now));
        take.Parameters.Add(new NpgsqlParameter<int> { TypedValue = limit });
        take.Parameters.Add(Rows.Moment(now + lease));
        var taken = await take.ListAsync(
            row => new TakenWakeUp(row.GetGuid(0), row.GetString(1), row.Moment(2), row.GetInt32(3)), cancel);
        return [.. taken.OrderBy(w => w.DueAt)];
    }

    /// <summary>
    /// Handling failed: it is tried again at <paramref name="nextTry"/>, and is in sight until then. It is never
    /// dropped. Nothing happens when an append has set another wake-up meanwhile.
    /// </summary>
    /// <param name="fault">Without a name or narrative; the type of an exception, not its message.</param>
    public async Task FailedAsync(TakenWakeUp taken, string fault, DateTimeOffset nextTry, CancellationToken cancel)
    {
        await using var failed = database.Pool.CreateCommand(
            "update wake_ups set take_at = $4, fault = left($5, $6) where stream = $1 and kind = $2 and due_at = $3");
        failed.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = taken.Stream });
        failed.Parameters.Add(new NpgsqlParameter<string> { TypedValue = taken.Kind });
        failed.Parameters.Add(Rows.Moment(taken.DueAt));
        failed.Parameters.Add(Rows.Moment(nextTry));
        failed.Parameters.Add(new NpgsqlParameter<string> { TypedValue = fault });
        failed.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MaxFault });
        await failed.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>When the next one may be taken; null when there is none.</summary>
    public async Task<DateTimeOffset?> NextDueAsync(CancellationToken cancel)
    {
        await using var next = database.Pool.CreateCommand("select min(take_at) from wake_ups");
        var rows = await next.ListAsync(row => row.IsDBNull(0) ? (DateTimeOffset?)null : row.Moment(0), cancel);
        return rows[0];
    }

    /// <summary>Those due before <paramref name="now"/> less the grace: the watchdog's alarm.</summary>
    public async Task<OverdueWakeUps> OverdueAsync(DateTimeOffset now, TimeSpan grace, CancellationToken cancel)
    {
        await using var overdue = database.Pool.CreateCommand(
            "select count(*), min(due_at) from wake_ups where due_at < $1");
        overdue.Parameters.Add(Rows.Moment(now - grace));
        var rows = await overdue.ListAsync(
            row => new OverdueWakeUps(row.GetInt64(0), row.IsDBNull(1) ? null : row.Moment(1)), cancel);
        return rows[0];
    }

    /// <summary>All of them, for the sweep that compares them with what the streams say.</summary>
    public async Task<IReadOnlyList<PendingWakeUp>> AllAsync(CancellationToken cancel)
    {
        await using var all = database.Pool.CreateCommand($"{Pending} order by due_at, stream");
        return await all.ListAsync(ReadPending, cancel);
    }

    /// <summary>Those of these streams.</summary>
    public async Task<IReadOnlyList<PendingWakeUp>> OfAsync(
        IReadOnlyCollection<Guid> streams, CancellationToken cancel)
    {
        await using var some = database.Pool.CreateCommand($"{Pending} where stream = any ($1) order by stream, kind");
        some.Parameters.Add(Rows.Array(NpgsqlTypes.NpgsqlDbType.Uuid, streams.ToList()));
        return await some.ListAsync(ReadPending, cancel);
    }

    /// <summary>
    /// Sets a stream's wake-up to what the sweep derived from its events (null: none). Nothing happens when the stream
    /// is past <paramref name="version"/>, from which it was derived: the append that moved it has set the row.
    /// </summary>
    /// <returns>True when the row was wrong and has been put right: worth an alarm.</returns>
    public async Task<bool> RepairAsync(
        Guid stream, long version, string kind, DateTimeOffset? dueAt, CancellationToken cancel)
    {
        await using var repair = database.Pool.CreateCommand("call repair_wake_up($1, $2, $3, $4, null)");
        repair.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream });
        repair.Parameters.Add(new NpgsqlParameter<string> { TypedValue = kind });
        repair.Parameters.Add(new NpgsqlParameter<long> { TypedValue = version });
        repair.Parameters.Add(new NpgsqlParameter
        {
            NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz,
            Value = dueAt is { } due ? AppendArrays.Stored(due) : DBNull.Value,
        });
        return await repair.ExecuteScalarAsync(cancel) is true;
    }

    private static PendingWakeUp ReadPending(NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetString(1), row.Moment(2), row.Moment(3), row.GetInt32(4), row.TextOrNull(5));
}
