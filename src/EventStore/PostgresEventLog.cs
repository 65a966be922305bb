using Npgsql;
using NpgsqlTypes;

namespace Safeguard.EventStore;

/// <summary>The one ordered log of an institution, in PostgreSQL, in Marten's tables.</summary>
public sealed class PostgresEventLog : IEventLog, IAsyncDisposable
{
    private const string Events =
        """
        select e.seq_id, e.id, e.stream_id, s.type, e.version, e.type, e.data, e.timestamp, e.user_name, e.headers,
            e.correlation_id, e.causation_id
        from mt_events e join mt_streams s on s.id = e.stream_id
        """;

    private readonly InstitutionDatabase database;
    private readonly AppendPipeline pipeline;
    private readonly AppendSignals signals;

    public PostgresEventLog(InstitutionDatabase database)
    {
        this.database = database;
        signals = new AppendSignals(database);
        pipeline = new AppendPipeline(database, signals.Committed);
    }

    public Task<AppendResult> AppendAsync(Append append)
    {
        ArgumentNullException.ThrowIfNull(append);
        return pipeline.AppendAsync(append);
    }

    public async Task<bool> WasHandledAsync(Guid commandId, CancellationToken cancel)
    {
        await using var ask = database.Pool.CreateCommand("select exists (select from commands where id = $1)");
        ask.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = commandId });
        return await ask.ExecuteScalarAsync(cancel) is true;
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        Guid stream, long afterVersion, CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand(
            $"{Events} where e.stream_id = $1 and e.version > $2 order by e.version limit $3");
        read.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = stream });
        read.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterVersion });
        read.Parameters.Add(new NpgsqlParameter<int> { TypedValue = StoreLimits.MaxEventsPerRead });
        return await read.ListAsync(Event, cancel);
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadStreamsAsync(
        IReadOnlyCollection<Guid> streams, CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand(
            $"{Events} where e.stream_id = any ($1) order by e.stream_id, e.version");
        read.Parameters.Add(new() { Value = streams.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
        return await read.ListAsync(Event, cancel);
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand($"{Events} where e.seq_id > $1 order by e.seq_id limit $2");
        read.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterPosition });
        read.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Math.Min(limit, StoreLimits.MaxEventsPerRead) });
        return await read.ListAsync(Event, cancel);
    }

    public async Task<IReadOnlyList<Guid>> StreamsOfTypeAsync(string streamType, CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand("select id from mt_streams where type = $1 order by id");
        read.Parameters.Add(new NpgsqlParameter<string> { TypedValue = streamType });
        return await read.ListAsync(row => row.GetGuid(0), cancel);
    }

    public async Task<long> LastPositionAsync(CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand("select coalesce(max(seq_id), 0) from mt_events");
        return (long)(await read.ExecuteScalarAsync(cancel))!;
    }

    public Task WaitForAppendAsync(long position, TimeSpan atMost, CancellationToken cancel) =>
        signals.WaitAsync(position, atMost, cancel);

    /// <summary>Commits what waits, then closes.</summary>
    public async ValueTask DisposeAsync()
    {
        await pipeline.DisposeAsync();
        await signals.DisposeAsync();
    }

    private static StoredEvent Event(NpgsqlDataReader row) => new(
        row.GetInt64(0),
        row.GetGuid(1),
        row.GetGuid(2),
        row.GetString(3),
        row.GetInt64(4),
        row.GetString(5),
        row.GetString(6),
        row.Moment(7),
        row.GetString(8),
        row.TextOrNull(9),
        row.TextOrNull(10),
        row.TextOrNull(11));
}
