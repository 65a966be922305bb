using Safeguard.EventStore;

namespace Safeguard.Bench;

/// <summary>A process that does nothing but append, for tests that stop or kill it at the worst moment.</summary>
internal static class WriteUntilStopped
{
    private const int Callers = 16;

    public static async Task<int> RunAsync(string connection)
    {
        var options = new EventStoreOptions(connection);
        SchemaFile[] schema = [.. SchemaMigrator.StoreFiles, Commands.Queue];
        await new SchemaMigrator(options, schema).MigrateAsync(CancellationToken.None);
        await using var database = new InstitutionDatabase(options);
        await using var log = new PostgresEventLog(database);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => WriteAsync(log)));
        return 0;
    }

    private static async Task WriteAsync(PostgresEventLog log)
    {
        while (true)
        {
            var command = Commands.NewStream();
            if (await log.AppendAsync(command) is Appended) Console.WriteLine(command.CommandId);
        }
    }
}
