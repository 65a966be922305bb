using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Safeguard.Api.Reading;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.EventStore;
using Safeguard.Projections.Events;

namespace Safeguard.Api.Tests.Reading;

/// <summary>What is on record of reading, and a database that will not take it.</summary>
internal static class ReadLog
{
    /// <summary>Everything in one person's stream of reading, in order.</summary>
    public static async Task<IReadOnlyList<AccessEvent>> ReadingOfAsync(this SafeguardTestServer server, string person)
    {
        var parts = server.Parts;
        var stored = await parts.GetRequiredService<IEventLog>().ReadStreamAsync(
            AccessKind.StreamOf(new PersonId(person)), 0, CancellationToken.None);
        var decoded = await parts.GetRequiredService<EventCodec>().DecodeAsync(stored, CancellationToken.None);
        return [.. decoded.Select(recorded => (AccessEvent)recorded.Event)];
    }

    /// <summary>By what right that person read that urgent contact, reading by reading.</summary>
    public static async Task<IReadOnlyList<ReadPurpose>> ReadingsAsync(
        this SafeguardTestServer server, string person, Guid id) =>
        [.. (await server.ReadingOfAsync(person)).OfType<RecordRead>()
            .Where(read => read.Item == new ReadItem("escalation", id)).Select(read => read.Purpose)];

    /// <summary>The read model has caught up with the log.</summary>
    public static async Task CatchUpAsync(this SafeguardTestServer server)
    {
        var (log, positions) = (
            server.Parts.GetRequiredService<IEventLog>(), server.Parts.GetRequiredService<Positions>());
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var last = await log.LastPositionAsync(patience.Token);
        while (await positions.ReadAsync("reads", patience.Token) < last) await Task.Delay(20, patience.Token);
    }

    public static NpgsqlDataSource Owner(this SafeguardTestServer server) =>
        NpgsqlDataSource.Create(server.Settings.Database + ";Search Path=safeguard");

    /// <summary>Nothing can be written any more, and everything be read.</summary>
    public static async Task TurnReadOnlyAsync(this SafeguardTestServer server)
    {
        await using var owner = server.Owner();
        // Committed before the connections are cut: one that comes back in between must find it so.
        await RunAsync(
            "do $$ begin execute format('alter database %I set default_transaction_read_only = on', "
            + "current_database()); end $$");
        await RunAsync(
            "select pg_terminate_backend(pid) from pg_stat_activity "
            + "where datname = current_database() and pid <> pg_backend_pid()");
        server.Parts.GetRequiredService<NpgsqlDataSource>().Clear();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await ReadsAsync(server, patience.Token)) await Task.Delay(100, patience.Token);

        async Task RunAsync(string sql)
        {
            await using var command = owner.CreateCommand(sql);
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The connections that were cut have been replaced.</summary>
    private static async Task<bool> ReadsAsync(SafeguardTestServer server, CancellationToken cancel)
    {
        try
        {
            return (await server.Parts.GetRequiredService<IEventLog>().ReadStreamAsync(
                AccessKind.StreamOf(new PersonId("nobody")), 0, cancel)).Count == 0;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }
}
