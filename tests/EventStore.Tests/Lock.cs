using Npgsql;
using Safeguard.TestSupport;

namespace Safeguard.EventStore.Tests;

/// <summary>Holds the log's lock, so that a test decides what is waiting when the next batch is made.</summary>
public sealed class Lock : IAsyncDisposable
{
    public const string Take =
        "select pg_advisory_lock(hashtext('safeguard append'), hashtext(current_schema()))";

    private readonly NpgsqlConnection connection;

    private Lock(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<Lock> HeldAsync(TestInstitution institution)
    {
        var holder = await institution.Database.Pool.OpenConnectionAsync();
        await using var take = new NpgsqlCommand(Take, holder);
        await take.ExecuteNonQueryAsync();
        return new Lock(holder);
    }

    /// <summary>
    /// Commits these commands in one batch, in this order: one more goes ahead and waits for the lock.
    /// </summary>
    public static async Task<AppendResult[]> InOneBatchAsync(TestInstitution institution, params Append[] commands)
    {
        var held = await HeldAsync(institution);
        var ahead = institution.Log.AppendAsync(Given.To(Guid.NewGuid(), 0));
        while (await institution.AsOwnerAsync(
            "select exists (select from pg_locks where locktype = 'advisory' and not granted)") is not true)
        {
            await Task.Delay(5);
        }

        var answers = commands.Select(institution.Log.AppendAsync).ToList();
        await held.DisposeAsync();
        await ahead;
        return await Task.WhenAll(answers);
    }

    public async ValueTask DisposeAsync()
    {
        await using var letGo = new NpgsqlCommand("select pg_advisory_unlock_all()", connection);
        await letGo.ExecuteNonQueryAsync();
        await connection.DisposeAsync();
    }
}
