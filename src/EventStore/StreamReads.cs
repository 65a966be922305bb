using System.Threading.Channels;
using Npgsql;
using NpgsqlTypes;

namespace Safeguard.EventStore;

/// <summary>
/// Reads streams for many callers in one round trip: whatever waits is read together, with no timer in between, as the
/// appends are. Loading a stream is half of what a command costs; together it costs a third.
/// </summary>
internal sealed class StreamReads : IAsyncDisposable
{
    /// <summary>Streams read together; as many as commands are committed together.</summary>
    private const int MaxTogether = StoreLimits.MaxCommandsPerBatch;

    /// <summary>Reads under way at once, so that a long stream does not hold up the short ones.</summary>
    private const int Readers = 2;

    private const string Sql =
        $"""
        select s.n, {StoredEventRow.Columns}
        from (
            select n, id, after, (select m.type from mt_streams m where m.id = a.id) as type
            from unnest($1, $2) with ordinality as a (id, after, n) offset 0
        ) s
        cross join lateral (
            select * from mt_events where stream_id = s.id and version > s.after order by version limit $3
        ) e
        """;

    private readonly Channel<Request> queue = Channel.CreateUnbounded<Request>();
    private readonly InstitutionDatabase database;
    private readonly Task readers;

    public StreamReads(InstitutionDatabase database)
    {
        this.database = database;
        readers = Task.WhenAll(Enumerable.Range(0, Readers).Select(_ => Task.Run(WorkAsync)));
    }

    public Task<IReadOnlyList<StoredEvent>> ReadAsync(Guid stream, long afterVersion, CancellationToken cancel)
    {
        var request = new Request(stream, afterVersion);
        ObjectDisposedException.ThrowIf(!queue.Writer.TryWrite(request), this);
        return request.Answer.Task.WaitAsync(cancel);
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await readers;
    }

    private async Task WorkAsync()
    {
        var batch = new List<Request>();
        while (await queue.Reader.WaitToReadAsync())
        {
            await Task.Yield();
            while (batch.Count < MaxTogether && queue.Reader.TryRead(out var request)) batch.Add(request);
            await AnswerAsync(batch);
            batch.Clear();
        }
    }

    private async Task AnswerAsync(List<Request> batch)
    {
        if (batch.Count == 0) return;
        try
        {
            try
            {
                await ReadTogetherAsync(batch);
            }
            catch (NpgsqlException gone) when (gone.IsTransient)
            {
                // A pooled connection outlived its server. The others have too: a read is safe to repeat on a new one.
                database.Pool.Clear();
                foreach (var request in batch) request.Events.Clear();
                await ReadTogetherAsync(batch);
            }

            foreach (var request in batch) request.Answer.TrySetResult(request.Events);
        }
        catch (Exception fault)
        {
            foreach (var request in batch) request.Answer.TrySetException(fault);
        }
    }

    private async Task ReadTogetherAsync(List<Request> batch)
    {
        await using var read = database.Pool.CreateCommand(Sql);
        read.Parameters.Add(Rows.Array(NpgsqlDbType.Uuid, batch.ConvertAll(r => r.Stream)));
        read.Parameters.Add(Rows.Array(NpgsqlDbType.Bigint, batch.ConvertAll(r => r.AfterVersion)));
        read.Parameters.Add(new NpgsqlParameter<int> { TypedValue = StoreLimits.MaxEventsPerRead });
        await using var reader = await read.ExecuteReaderAsync(CancellationToken.None);
        while (await reader.ReadAsync(CancellationToken.None))
        {
            batch[(int)reader.GetInt64(0) - 1].Events.Add(StoredEventRow.Read(reader, 1));
        }
    }

    private sealed record Request(Guid Stream, long AfterVersion)
    {
        public List<StoredEvent> Events { get; } = [];

        public TaskCompletionSource<IReadOnlyList<StoredEvent>> Answer { get; } =
            new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
