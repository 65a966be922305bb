using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Server;
using Safeguard.Api.WakeUps;
using Safeguard.EventStore;

namespace Safeguard.Api.Tests.WakeUps;

/// <summary>A lost or wrong timer is found by the sweep.</summary>
public sealed class SweepTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R4"), Trait("Rule", "R5")]
    public async Task Every_lost_or_wrong_wake_up_is_derived_again_from_its_stream()
    {
        var server = wexcombe.Server;
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        var (lost, wrong) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var id in new[] { lost, wrong })
            (await supporter.PutAsync($"/api/escalations/{id}", new { what = "Please come.", band = "Immediate" }))
                .Status.ShouldBe(201);
        var (file, _) = await Files.OpenAsync(supporter);
        var sweep = server.Parts.GetRequiredService<Sweep>();
        // What the import left to say at once is said: from here on nothing moves by itself.
        await server.AdvanceAsync("PT1S");
        await sweep.SweepAsync(CancellationToken.None);
        var before = await AllAsync(server);
        (await sweep.SweepAsync(CancellationToken.None)).ShouldBe(new SweepReport(0, 0, 0));

        var rota = StreamIds.For("rota", Wexcombe.Alder);
        await ExecuteAsync(server, "delete from wake_ups where stream = any($1)", new[] { lost, rota, file });
        await ExecuteAsync(
            server, "update wake_ups set due_at = 'infinity', take_at = 'infinity' where stream = any($1)",
                new[] { wrong });
        (await sweep.SweepAsync(CancellationToken.None)).ShouldBe(new SweepReport(2, 2, 0));
        (await AllAsync(server)).ShouldBe(before);
        await server.AdvanceAsync("PT11M");
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        (await coordinator.GetJsonAsync($"/api/escalations/{lost}")).Pages().Count.ShouldBe(2);
    }

    private static async Task<IReadOnlyList<(Guid, DateTimeOffset)>> AllAsync(SafeguardTestServer server) =>
        [.. (await server.Parts.GetRequiredService<WakeUpTable>().AllAsync(CancellationToken.None))
            .Select(row => (row.Stream, row.DueAt)).Order()];

    private static async Task ExecuteAsync(SafeguardTestServer server, string sql, Guid[] streams)
    {
        await using var command = server.Parts.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        command.Parameters.AddWithValue(streams);
        await command.ExecuteNonQueryAsync();
    }
}
