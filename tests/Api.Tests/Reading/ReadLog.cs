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

    /// <summary>
    /// Nothing can be written any more, and everything be read. The server's own connections say that they write, so a
    /// default of the database would not hold them: its role loses the right instead.
    /// </summary>
    public static async Task TurnReadOnlyAsync(this SafeguardTestServer server)
    {
        await using var owner = server.Owner();
        await using var turn = owner.CreateCommand(
            """
            do $$ declare grantee text; begin
                for grantee in select distinct g.grantee from information_schema.role_table_grants g
                    where g.table_schema = 'safeguard' and g.table_name = 'mt_events' and g.privilege_type = 'INSERT'
                        and g.grantee <> current_user
                loop
                    execute format(
                        'revoke insert, update, delete on all tables in schema safeguard from %I', grantee);
                end loop;
            end $$
            """);
        await turn.ExecuteNonQueryAsync();
    }
}
