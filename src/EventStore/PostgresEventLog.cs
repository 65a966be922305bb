using Npgsql;
using NpgsqlTypes;

namespace Safeguard.EventStore;

/// <summary>The one ordered log of an institution, in PostgreSQL, in Marten's tables.</summary>
public sealed class PostgresEventLog : IEventLog, IAsyncDisposable
{
    private const string Events =
        $"select {StoredEventRow.Columns} from mt_events e join mt_streams s on s.id = e.stream_id";

    /// <summary>
    /// The first page of each stream, and of those the first page: within a stream the order of versions is the order
    /// of positions, so nothing that comes earlier is left out.
    /// </summary>
    private const string Merged =
        $"""
        select {StoredEventRow.Columns}
        from (
            select id, after, (select m.type from mt_streams m where m.id = a.id) as type
            from unnest($1, $2) as a (id, after) offset 0
        ) s
        cross join lateral (
            select * from mt_events where stream_id = s.id and version > s.after and seq_id <= $3
            order by version limit $4
        ) e
        order by e.seq_id limit $4
        """;

    private readonly InstitutionDatabase database;
    private readonly AppendPipeline pipeline;
    private readonly AppendSignals signals;
    private readonly StreamReads reads;

    public PostgresEventLog(InstitutionDatabase database)
    {
        this.database = database;
        signals = new AppendSignals(database);
        reads = new StreamReads(database);
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

    public Task<IReadOnlyList<StoredEvent>> ReadStreamAsync(
        Guid stream, long afterVersion, CancellationToken cancel) => reads.ReadAsync(stream, afterVersion, cancel);

    public async Task<IReadOnlyList<StoredEvent>> ReadStreamsAsync(
        IReadOnlyCollection<Guid> streams, CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand(
            $"{Events} where e.stream_id = any ($1) order by e.stream_id, e.version");
        read.Parameters.Add(Rows.Array(NpgsqlDbType.Uuid, streams.ToList()));
        return await read.ListAsync(row => StoredEventRow.Read(row, 0), cancel);
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadMergedPageAsync(
        IReadOnlyDictionary<Guid, long> after, long upTo, CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand(Merged);
        read.Parameters.Add(Rows.Array(NpgsqlDbType.Uuid, after.Keys.ToList()));
        read.Parameters.Add(Rows.Array(NpgsqlDbType.Bigint, after.Values.ToList()));
        read.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upTo });
        read.Parameters.Add(new NpgsqlParameter<int> { TypedValue = StoreLimits.MaxEventsPerPage });
        return await read.ListAsync(row => StoredEventRow.Read(row, 0), cancel);
    }

    public async Task<IReadOnlyList<StoredEvent>> ReadAllAsync(long afterPosition, int limit, CancellationToken cancel)
    {
        await using var read = database.Pool.CreateCommand($"{Events} where e.seq_id > $1 order by e.seq_id limit $2");
        read.Parameters.Add(new NpgsqlParameter<long> { TypedValue = afterPosition });
        read.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Math.Min(limit, StoreLimits.MaxEventsPerRead) });
        return await read.ListAsync(row => StoredEventRow.Read(row, 0), cancel);
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
        await reads.DisposeAsync();
        await signals.DisposeAsync();
    }
}
