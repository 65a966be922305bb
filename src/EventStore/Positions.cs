using Npgsql;

namespace Safeguard.EventStore;

/// <summary>Where a projection stopped, because an event failed in it.</summary>
/// <param name="Fault">Without a name or narrative; the type of an exception, not its message.</param>
public sealed record ProjectionStop(string Name, long Position, string Fault, DateTimeOffset StoppedAt);

/// <summary>How far each projection has come, and which of them stopped.</summary>
public sealed class Positions(InstitutionDatabase database)
{
    /// <summary>The last position a projection has worked in; 0 for one that never ran.</summary>
    public async Task<long> ReadAsync(string name, CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand(
            "select last_seq_id from mt_event_progression where name = $1");
        read.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        return await read.ExecuteScalarAsync(cancel) as long? ?? 0;
    }

    /// <summary>All of them, by name.</summary>
    public async Task<IReadOnlyDictionary<string, long>> AllAsync(CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand("select name, last_seq_id from mt_event_progression");
        var rows = await read.ListAsync(row => (Name: row.GetString(0), Position: row.GetInt64(1)), cancel);
        return rows.ToDictionary(r => r.Name, r => r.Position, StringComparer.Ordinal);
    }

    /// <summary>Takes a projection for this node; null when another node has it.</summary>
    public async Task<ProjectionHold?> TryHoldAsync(string name, CancellationToken cancel)
    {
        var connection = await database.Pool.OpenConnectionAsync(cancel);
        try
        {
            await using var take = new NpgsqlCommand(
                "select pg_try_advisory_lock(hashtext('safeguard ' || current_schema()), hashtext($1))", connection);
            take.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
            if (await take.ExecuteScalarAsync(cancel) is true)
            {
                return new ProjectionHold(connection, name, await ReadAsync(name, cancel));
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>An event failed: the position stays before it, and this is the alarm.</summary>
    public async Task StoppedAsync(ProjectionStop stop, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(stop);
        await using var note = database.Pool.CreateCommand(
            """
            insert into projection_stops (name, position, fault, stopped_at) values ($1, $2, left($3, 500), $4)
            on conflict (name) do update
            set position = excluded.position, fault = excluded.fault, stopped_at = excluded.stopped_at
            """);
        note.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stop.Name });
        note.Parameters.Add(new NpgsqlParameter<long> { TypedValue = stop.Position });
        note.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stop.Fault });
        note.Parameters.Add(Rows.Moment(stop.StoppedAt));
        await note.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The projections that stand still, for the health page and the alarms.</summary>
    public async Task<IReadOnlyList<ProjectionStop>> StopsAsync(CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand(
            "select name, position, fault, stopped_at from projection_stops order by name");
        return await read.ListAsync(
            row => new ProjectionStop(row.GetString(0), row.GetInt64(1), row.GetString(2), row.Moment(3)), cancel);
    }
}

/// <summary>
/// A projection in this node's hands: the lock and the work are on one connection, so that who has lost the lock can
/// write nothing. Disposing it lets another node take over.
/// </summary>
public sealed class ProjectionHold : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly string name;

    internal ProjectionHold(NpgsqlConnection connection, string name, long position)
    {
        this.connection = connection;
        this.name = name;
        Position = position;
    }

    /// <summary>The last position worked in.</summary>
    public long Position { get; private set; }

    /// <summary>Does the work of some events and moves the position past them: both, or neither.</summary>
    public async Task AdvanceAsync(long to, Func<NpgsqlConnection, Task> work, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(work);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await work(connection);
        await using var move = new NpgsqlCommand(
            """
            with past as (delete from projection_stops where name = $1 and position <= $2)
            insert into mt_event_progression as p (name, last_seq_id) values ($1, $2)
            on conflict (name) do update set last_seq_id = excluded.last_seq_id, last_updated = excluded.last_updated
            where p.last_seq_id = $3
            """,
            connection);
        move.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        move.Parameters.Add(new NpgsqlParameter<long> { TypedValue = to });
        move.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Position });
        if (await move.ExecuteNonQueryAsync(cancel) != 1)
        {
            throw new InvalidOperationException($"The position of {name} was moved by somebody else.");
        }

        await transaction.CommitAsync(cancel);
        Position = to;
    }

    /// <summary>Lets go at once: the pool would keep the lock until the connection is next used.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await using var letGo = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
            await letGo.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception gone) when (gone is NpgsqlException or InvalidOperationException)
        {
            // The connection is broken, and the lock went with it.
        }

        await connection.DisposeAsync();
    }
}
