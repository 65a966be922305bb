using Npgsql;

namespace Safeguard.TestSupport;

/// <summary>Holds the log's lock, so that a test decides who is in the middle of an append, and for how long.</summary>
public sealed class HeldLog : IAsyncDisposable
{
    /// <summary>Those of this database only: other tests hold the lock of theirs.</summary>
    private const string Waiting =
        "from pg_locks where locktype = 'advisory' and not granted "
        + "and database = (select oid from pg_database where datname = current_database())";

    private readonly TestInstitution institution;
    private readonly NpgsqlConnection holder;

    private HeldLog(TestInstitution institution, NpgsqlConnection holder) =>
        (this.institution, this.holder) = (institution, holder);

    public static async Task<HeldLog> TakeAsync(TestInstitution institution)
    {
        ArgumentNullException.ThrowIfNull(institution);
        var connection = await institution.Database.Pool.OpenConnectionAsync();
        await using var take = new NpgsqlCommand(
            "select pg_advisory_lock(hashtext('safeguard append'), hashtext(current_schema()))", connection);
        await take.ExecuteNonQueryAsync();
        return new HeldLog(institution, connection);
    }

    /// <summary>Waits until an append has arrived at the server and can go no further.</summary>
    public async Task SomebodyWaitsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await institution.AsOwnerAsync($"select exists (select {Waiting})") is not true)
            await Task.Delay(5, patience.Token);
    }

    /// <summary>Ends the server's side of every append that waits: it never happens.</summary>
    public Task EndWhoWaitsAsync() => institution.AsOwnerAsync($"select count(pg_terminate_backend(pid)) {Waiting}");

    public async ValueTask DisposeAsync()
    {
        await using var letGo = new NpgsqlCommand("select pg_advisory_unlock_all()", holder);
        await letGo.ExecuteNonQueryAsync();
        await holder.DisposeAsync();
    }
}
