using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Safeguard.Api.Health;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Health;

/// <summary>The check sees each thing that is not as it must be, and sees nothing where all is.</summary>
public sealed class CheckTests
{
    /// <summary>What is broken by hand, how it is put right again, and what the check calls it.</summary>
    private static readonly (string Break, string Mend, string Finding)[] Faults =
    [
        ("update escalation_queue set doc = doc || '{\"band\":\"Within72Hours\"}'",
            "update escalation_queue set doc = doc || '{\"band\":\"Immediate\"}'",
            "row of escalation_queue differs from its stream"),
        ("insert into open_items select stream || '/question/1', doc from open_items where kind = 'escalation'",
            "delete from open_items where key like '%/question/1'", "open items differ from their stream"),
        ("create table kept as select * from open_items; delete from open_items",
            "insert into open_items (key, doc) select key, doc from kept; drop table kept",
            "open items differ from their stream"),
        ("insert into open_items select 'x', doc || '{\"stream\":\"00000000-0000-0000-0000-000000000001\"}' "
            + "from open_items where kind = 'escalation'",
            "delete from open_items where key = 'x'", "open item without a stream"),
        ("insert into escalation_queue (key, doc) select '00000000-0000-0000-0000-000000000001', doc "
            + "from escalation_queue",
            "delete from escalation_queue where key like '0000%'", "row of escalation_queue without a stream"),
        ("update wake_ups set due_at = due_at + interval '1 hour' where kind = 'escalation'",
            "update wake_ups set due_at = due_at - interval '1 hour' where kind = 'escalation'",
            "wake-up differs from its stream"),
        ("update standing_board set doc = doc || '{\"since\":\"2020-01-01\"}' where key = 'we0102'",
            "update standing_board b set doc = (select doc from kept_row) where key = 'we0102'",
            "standing row differs from its streams"),
        ("insert into standing_board (key, doc) select 'we9999', doc from standing_board where key = 'we0102'",
            "delete from standing_board where key = 'we9999'", "standing row differs from its streams"),
        ("update wake_ups set due_at = due_at + interval '1 hour' where kind = 'supporter'",
            "update wake_ups set due_at = due_at - interval '1 hour' where kind = 'supporter'",
            "wake-up differs from its stream"),
        ("insert into wake_ups (stream, kind, due_at, take_at) select id, 'supervision-group', "
            + "now() + interval '100 years', now() + interval '100 years' "
            + "from mt_streams where type = 'supervision-group' and id not in (select stream from wake_ups) limit 1",
            "delete from wake_ups where kind = 'supervision-group' and due_at > now() + interval '90 years'",
            "wake-up differs from its stream"),
        ("update open_items set doc = doc || '{\"owner\":\"we0001\"}' where key like '%contact-request%'",
            "update open_items set doc = doc || '{\"owner\":\"we0004\"}' where key like '%contact-request%'",
            "open items differ from their group's stream"),
        ("update case_files set doc = doc || '{\"owner\":\"we0001\"}'",
            "update case_files set doc = doc || '{\"owner\":\"we0102\"}'", "row of case_files differs from its stream"),
        ("update open_items set doc = doc || '{\"owner\":\"we0001\"}' where kind = 'caseFile'",
            "update open_items set doc = doc || '{\"owner\":\"we0102\"}' where kind = 'caseFile'",
            "open items differ from their stream"),
        ("update wake_ups set due_at = due_at + interval '1 hour' where kind = 'case-file'",
            "update wake_ups set due_at = due_at - interval '1 hour' where kind = 'case-file'",
            "wake-up differs from its stream"),
        ("update student_index set doc = '{\"tokens\":[]}'",
            "update student_index set doc = (select doc from kept_index)",
            "row of student_index differs from its stream"),
        ("update reads set person = 'we0001'", "update reads set person = 'we0102'", "read model differs from the log"),
        ("insert into case_files (key, doc) select '00000000-0000-0000-0000-000000000001', doc from case_files",
            "delete from case_files where key like '0000%'", "row of case_files without a stream"),
        ("update page_log set doc = doc || '{\"pagedAt\":null}'", "", "read model differs from the log"),
        ("update mt_event_progression set last_seq_id = last_seq_id + 1000",
            "update mt_event_progression set last_seq_id = last_seq_id - 1000",
            "read model is past the end of the log"),
        ("insert into projection_stops values ('page_log', 1, 'Fault', now())",
            "delete from projection_stops", "read model stands still"),
    ];

    [Fact, Trait("Rule", "R4")]
    public async Task It_finds_each_thing_that_is_not_as_it_must_be_and_nothing_else()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        await supporter.RaisesAsync();
        var (file, _) = await Files.OpenAsync(supporter);
        await Files.DoneAsync(supporter, file, "identity", new { name = "Robin Ashdown" });
        await supporter.GetJsonAsync($"/api/case-files/{file}");
        (await supporter.PostAsync("/api/supervision-groups/g10/contact-requests", new { request = Guid.NewGuid() }))
            .Status.ShouldBe(204);
        await AsOwnerAsync(server, "create table kept_row as select doc from standing_board where key = 'we0102'");
        await AsOwnerAsync(server, "create table kept_index as select doc from student_index");
        var check = server.Parts.GetRequiredService<Check>();
        await CaughtUpAsync(server);
        await server.Parts.GetRequiredService<Safeguard.Api.WakeUps.Sweep>().StopAsync(CancellationToken.None);
        (await check.RunAsync(null, CancellationToken.None)).Findings.ShouldBeEmpty();

        foreach (var (broken, mended, finding) in Faults)
        {
            await AsOwnerAsync(server, broken);
            var report = await check.RunAsync(null, CancellationToken.None);
            report.Findings.Select(found => found.What).ShouldContain(finding, broken);
            if (mended.Length == 0) continue;
            await AsOwnerAsync(server, mended);
        }
    }

    [Fact, Trait("Rule", "R4")]
    public async Task It_finds_nothing_while_sixteen_writers_are_at_work()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        var clients = new List<HttpClient>();
        for (var one = 102; one < 118; one++) clients.Add(await server.ClientAsync($"we0{one}"));
        var check = server.Parts.GetRequiredService<Check>();
        var writing = Task.WhenAll(clients.Select(WriteAsync));
        do
        {
            (await check.RunAsync(null, CancellationToken.None)).Findings.ShouldBeEmpty();
        }
        while (!writing.IsCompleted);

        await writing;
        foreach (var client in clients) client.Dispose();
    }

    private static async Task WriteAsync(HttpClient supporter)
    {
        for (var one = 0; one < 5; one++)
        {
            var id = await supporter.RaisesAsync();
            for (var more = 0; more < 4; more++) await supporter.DoesAsync(id, "additions", new { what = "And more." });
        }
    }

    private static async Task CaughtUpAsync(SafeguardTestServer server)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var states = server.Parts.GetRequiredService<ProjectionStates>();
        while ((await states.ReadAsync(patience.Token)).Any(known => known.Lag > 0))
            await Task.Delay(20, patience.Token);
    }

    private static async Task AsOwnerAsync(SafeguardTestServer server, string sql)
    {
        await using var owner = NpgsqlDataSource.Create(server.Settings.Database + ";Search Path=safeguard");
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
