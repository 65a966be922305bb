using Npgsql;

namespace Safeguard.EventStore;

/// <summary>
/// The append procedure, prepared on a connection of its own. Sends batches one after the other; never with a timeout,
/// never with a cancellation: Npgsql would report success for a commit that the standby never got.
/// </summary>
internal sealed class AppendCall : IAsyncDisposable
{
    /// <summary>Where PostgreSQL gives up the wait for a standby; the name is the same in every language.</summary>
    private const string StandbyWait = "SyncRepWaitForLSN";

    private readonly NpgsqlConnection connection;
    private readonly NpgsqlCommand call;
    private readonly AppendArrays arrays;
    private bool notReplicated;

    private AppendCall(NpgsqlConnection connection)
    {
        this.connection = connection;
        call = new NpgsqlCommand { Connection = connection, CommandTimeout = 0 };
        arrays = new AppendArrays(call);
        connection.Notice += (_, notice) => notReplicated |=
            notice.Notice.InvariantSeverity == "WARNING" && notice.Notice.Routine is null or StandbyWait;
    }

    public static async Task<AppendCall> OpenAsync(InstitutionDatabase database)
    {
        var opened = await database.Appends.OpenConnectionAsync(CancellationToken.None);
        try
        {
            var prepared = new AppendCall(opened);
            await prepared.call.PrepareAsync(CancellationToken.None);
            return prepared;
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    /// <summary>One result a command, in order; or one exception for all, and then nothing is known.</summary>
    public async Task<IReadOnlyList<AppendResult>> SendAsync(IReadOnlyList<Waiting> batch)
    {
        notReplicated = false;
        arrays.Fill(batch);
        var results = new AppendResult[batch.Count];
        await using (var reader = await call.ExecuteReaderAsync(CancellationToken.None))
        {
            await reader.ReadAsync(CancellationToken.None);
            var outcomes = Column<int>(0);
            var positions = Column<long?>(1);
            var clashStreams = Column<Guid?>(2);
            var clashVersions = Column<long?>(3);
            var answers = Column<string?>(4);
            var firstPositions = Column<long?>(5);
            var firstRecorded = Column<DateTime?>(6);
            for (var i = 0; i < results.Length; i++)
            {
                results[i] = outcomes[i] switch
                {
                    0 => new Appended(positions[i]!.Value),
                    1 => new VersionClash(clashStreams[i]!.Value, clashVersions[i]!.Value),
                    _ => Repeated(batch[i], answers[i], firstPositions[i]!.Value, firstRecorded[i]!.Value),
                };
            }

            T[] Column<T>(int ordinal) => reader.GetFieldValue<T[]>(ordinal);
        }

        // The reader is read to its end: whatever the server had to say has arrived.
        return notReplicated
            ? throw new DurabilityUnknownException("Committed here, but the wait for the standby was cancelled.")
            : results;
    }

    /// <summary>
    /// Whether the server still works on the call: from its first statement to its commit it holds or awaits the lock.
    /// Asked on another connection, which is opened for it: one from a pool may be as dead as this. Who cannot be asked
    /// has not said no.
    /// </summary>
    public async Task<bool> IsAtWorkAsync(InstitutionDatabase database)
    {
        try
        {
            await using var other = await database.Appends.OpenConnectionAsync(CancellationToken.None);
            await using var ask = new NpgsqlCommand(
                "select exists (select from pg_locks where pid = $1 and locktype = 'advisory')", other)
            {
                Parameters = { new() { Value = connection.ProcessID } },
            };
            return await ask.ExecuteScalarAsync(CancellationToken.None) is true;
        }
        catch (NpgsqlException)
        {
            return true;
        }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    /// <summary>
    /// A command that was sent again and is found stored, with the very moment it was to be stored with, was stored by
    /// the call that was cut off: its caller is told so, and not that somebody was there before.
    /// </summary>
    private static AppendResult Repeated(Waiting command, string? answer, long position, DateTime recorded) =>
        command.SentAgain && AppendArrays.Stored(command.Append.RecordedAt) == recorded
            ? new Appended(position)
            : new AlreadyHandled(answer);
}
