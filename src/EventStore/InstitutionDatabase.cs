using Npgsql;

namespace Safeguard.EventStore;

/// <summary>
/// The connections to one institution's schema. The schema and the server's role are part of each connection, set
/// before its first statement: no query names either.
/// </summary>
public sealed class InstitutionDatabase : IAsyncDisposable
{
    /// <summary>How long a network may be silent before a connection is probed, in seconds.</summary>
    private const int KeepAliveSeconds = 5;

    /// <summary>Statements each pooled connection keeps prepared: all of ours, with room.</summary>
    private const int PreparedStatements = 64;

    public InstitutionDatabase(EventStoreOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Options = options;
        Pool = NpgsqlDataSource.Create(Settings(options, "safeguard", Bound(options)));
        var appends = Settings(options, "safeguard append", Bound(options) + PinnedForAppends);
        appends.Pooling = false;
        Appends = NpgsqlDataSource.Create(appends);
    }

    public EventStoreOptions Options { get; }

    /// <summary>
    /// Ordinary connections: reads, and the small tables beside the log. They go back to the pool as they are, which
    /// saves a statement at each use: whoever takes one leaves no setting and no lock of the session behind.
    /// </summary>
    public NpgsqlDataSource Pool { get; }

    /// <summary>The append pipeline's own connections.</summary>
    internal NpgsqlDataSource Appends { get; }

    /// <summary>
    /// Settings that an append's safety or speed rests on, whatever the database or role has as its default.
    /// Durability: each commit waits for the disk, and for the standby where there is one; its warnings arrive; nothing
    /// times out in the middle; each statement sees what was committed before it. Speed: the statements look up a few
    /// rows by key for any number of rows in the arrays, and a plan made for the first batch must not scan.
    /// </summary>
    private const string PinnedForAppends =
        @" -c synchronous_commit=on -c client_min_messages=warning -c statement_timeout=0 -c lock_timeout=0"
        + @" -c default_transaction_isolation=read\ committed -c default_transaction_read_only=off"
        + @" -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off"
        + @" -c enable_mergejoin=off -c enable_bitmapscan=off -c jit=off";

    public async ValueTask DisposeAsync()
    {
        await Appends.DisposeAsync();
        await Pool.DisposeAsync();
    }

    private static string Bound(EventStoreOptions options) =>
        $"-c role={options.ServerRole} -c search_path={options.Schema},pg_temp";

    private static NpgsqlConnectionStringBuilder Settings(EventStoreOptions options, string name, string settings)
    {
        var builder = new NpgsqlConnectionStringBuilder(options.ConnectionString)
        {
            ApplicationName = name,
            Enlist = false,
            NoResetOnClose = true,
            TcpKeepAlive = true,
            TcpKeepAliveTime = KeepAliveSeconds,
            TcpKeepAliveInterval = 1,
            MaxAutoPrepare = PreparedStatements,
            AutoPrepareMinUsages = 2,
        };
        builder.Options = string.Join(' ', new[] { builder.Options, settings }.Where(s => !string.IsNullOrEmpty(s)));
        return builder;
    }
}
