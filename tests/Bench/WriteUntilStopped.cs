using Safeguard.EventStore;

namespace Safeguard.Bench;

/// <summary>A process that does nothing but append, for tests that stop or kill it at the worst moment.</summary>
internal static class WriteUntilStopped
{
    private const int Callers = 16;

    public static async Task<int> RunAsync(string connection)
    {
        await using var database = new InstitutionDatabase(new EventStoreOptions(connection));
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
