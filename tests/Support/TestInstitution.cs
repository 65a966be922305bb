using Npgsql;
using Safeguard.EventStore;

namespace Safeguard.TestSupport;

/// <summary>One institution in a database of its own, migrated, with its log open.</summary>
public sealed class TestInstitution : IAsyncDisposable
{
    private TestInstitution(EventStoreOptions options)
    {
        Options = options;
        Database = new InstitutionDatabase(options);
        Log = new PostgresEventLog(Database);
    }

    /// <summary>Signs in as the owner, a superuser.</summary>
    public EventStoreOptions Options { get; }

    public InstitutionDatabase Database { get; }

    public PostgresEventLog Log { get; }

    /// <param name="files">Files of the schema that come after the store's own.</param>
    public static async Task<TestInstitution> CreateAsync(PostgresCluster cluster, params SchemaFile[] files)
    {
        ArgumentNullException.ThrowIfNull(cluster);
        var options = new EventStoreOptions(await cluster.CreateDatabaseAsync());
        var migrator = new SchemaMigrator(options, [.. SchemaMigrator.StoreFiles, .. files]);
        await migrator.MigrateAsync(CancellationToken.None);
        return new TestInstitution(options);
    }

    /// <summary>One that the product itself has made, looked at from outside.</summary>
    public static TestInstitution Of(EventStoreOptions options) => new(options);

    /// <summary>Another node of the same institution.</summary>
    /// <param name="answerWithin">How long its callers wait at most, where that is what is tested.</param>
    /// <param name="through">How it reaches the database, where that is what is tested.</param>
    public TestInstitution AnotherNode(TimeSpan? answerWithin = null, EventStoreOptions? through = null) =>
        new((through ?? Options) with { AnswerWithin = answerWithin ?? Options.AnswerWithin });

    /// <summary>One statement as the owner, past every guard of the server's role.</summary>
    public async Task<object?> AsOwnerAsync(string sql)
    {
        var builder = new NpgsqlConnectionStringBuilder(Options.ConnectionString)
        {
            Options = $"-c search_path={Options.Schema}",
        };
        await using var source = NpgsqlDataSource.Create(builder);
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>One statement as the server's role.</summary>
    public async Task<object?> AsServerAsync(string sql)
    {
        await using var command = Database.Pool.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Log.DisposeAsync();
        await Database.DisposeAsync();
    }
}
