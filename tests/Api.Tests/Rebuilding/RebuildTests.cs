using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Safeguard.Api.Health;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Referrals;
using Safeguard.Api.Tests.Server;
using Safeguard.EventStore;
using Safeguard.Projections.Rebuilding;

namespace Safeguard.Api.Tests.Rebuilding;

/// <summary>
/// Read models are made anew beside the live ones: whatever was wrong in them is right again, byte for byte, while
/// people read and write, and nobody ever sees a part.
/// </summary>
public sealed class RebuildTests
{
    private static readonly string[] Tables =
    [
        "break_glass", "case_files", "escalation_queue", "open_items", "page_log", "reads", "referrals",
        "standing_board", "student_index",
    ];

    [Fact, Trait("Rule", "R2"), Trait("Rule", "R24")]
    public async Task Whatever_was_wrong_in_a_read_model_is_right_again_byte_for_byte()
    {
        await using var server = await LivedInAsync();
        var tables = await ReadModelsAsync(server);
        Rebuild(server).Names.ShouldBe(tables, "a read model cannot be made anew");
        var before = await RowsAsync(server);
        foreach (var table in Tables) before[table].ShouldNotBe("", $"nothing is in {table}");
        var shape = await ShapeAsync(server);
        foreach (var table in Tables)
        {
            // One row is gone, and all others are somebody else's.
            await AsOwnerAsync(
                server, $"delete from {table} where ctid in (select ctid from {table} limit 1)");
            if (table != "reads") await AsOwnerAsync(server, $"update {table} set doc = doc || '{{\"x\":1}}'");
        }

        (await Rebuild(server).RunAsync(Tables, null, CancellationToken.None)).Events.ShouldBePositive();
        (await RowsAsync(server)).ShouldBe(before);
        (await ShapeAsync(server)).ShouldBe(shape, "the new tables have other indexes, columns or rights");
        (await server.Parts.GetRequiredService<Check>().RunAsync(null, CancellationToken.None)).Findings
            .ShouldBeEmpty();
        // The server goes on with the new tables, by statements that it had prepared for the old.
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        var (_, code) = await Files.OpenAsync(supporter);
        (await supporter.GetJsonAsync("/api/case-files?mine=true")).Text.ShouldContain(code);
    }

    [Fact, Trait("Rule", "R4")]
    public async Task While_it_is_rebuilt_over_and_over_nobody_sees_a_part_and_no_writer_fails()
    {
        await using var server = await LivedInAsync();
        using var stop = new CancellationTokenSource();
        var least = (long)(await AsOwnerAsync(server, "select count(*) from case_files"))!;
        var writers = Enumerable.Range(0, 16).Select(_ => Task.Run(() => WriteAsync(server, stop.Token))).ToList();
        var reader = Task.Run(() => ReadAsync(server, least, stop.Token));
        var reports = new List<RebuildReport>();
        for (var round = 0; round < 5; round++)
            reports.Add(await Rebuild(server).RunAsync(Tables, null, CancellationToken.None));
        await stop.CancelAsync();
        var written = (await Task.WhenAll(writers)).Sum();
        written.ShouldBeGreaterThan(16);
        (await reader).ShouldBeGreaterThan(10, "nobody looked");
        (await server.Parts.GetRequiredService<Check>().RunAsync(null, CancellationToken.None)).Findings
            .ShouldBeEmpty();
        ((long)(await AsOwnerAsync(server, "select count(*) from case_files"))!).ShouldBe(least + written);
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{written} files opened; writers waited at most "
            + $"{reports.Max(report => report.WritersWaited.TotalMilliseconds):0} ms.");
    }

    [Fact]
    public async Task There_is_one_at_a_time_and_one_that_was_cut_off_leaves_nothing_in_the_way()
    {
        await using var server = await LivedInAsync();
        await using var other = server.Parts.GetRequiredService<EventStoreOptions>().AsOwner("another rebuild");
        await other.OpenAsync();
        await RunAsync(
            other, "select pg_advisory_lock(hashtext('safeguard rebuild'), hashtext(current_schema())); "
            + "create table rebuilt_case_files (x int)");
        await Should.ThrowAsync<RebuildUnderWayException>(
            () => Rebuild(server).RunAsync(["case_files"], null, CancellationToken.None));
        await other.CloseAsync();
        var rows = await RowsAsync(server);
        await Rebuild(server).RunAsync(["case_files"], null, CancellationToken.None);
        (await RowsAsync(server)).ShouldBe(rows);
        (await AsOwnerAsync(server, "select count(*) from pg_class where relname like 'rebuilt%'")).ShouldBe(0L);
    }

    [Fact]
    public async Task A_table_that_somebody_holds_is_waited_for_and_nothing_is_swapped_until_then()
    {
        await using var server = await LivedInAsync();
        await using var reader = server.Parts.GetRequiredService<EventStoreOptions>().AsOwner("a long look");
        await reader.OpenAsync();
        await RunAsync(reader, "begin; select count(*) from case_files");
        var rebuilding = Rebuild(server).RunAsync(["case_files"], null, CancellationToken.None);
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        // Whoever writes meanwhile waits for a moment, and not for the one who looks.
        await Files.OpenAsync(supporter);
        rebuilding.IsCompleted.ShouldBeFalse();
        await RunAsync(reader, "commit");
        (await rebuilding).ReadModels.ShouldBe(["case_files"]);
    }

    private static ReadModelRebuild Rebuild(SafeguardTestServer server) =>
        server.Parts.GetRequiredService<ReadModelRebuild>();

    /// <summary>A server with something in every read model.</summary>
    private static async Task<SafeguardTestServer> LivedInAsync()
    {
        var server = await SafeguardTestServer.StartAsync();
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        using var senior = await server.ClientAsync(Wexcombe.ElsewhereSenior);
        await supporter.RaisesAsync();
        var (file, code) = await Files.OpenAsync(supporter);
        await Files.DoneAsync(supporter, file, "identity", new { name = "Robin Ashdown" });
        await supporter.OffersAsync(file);
        await supporter.GetJsonAsync($"/api/case-files/{file}");
        (await senior.PostAsync("/api/break-glass", new { item = code, reason = "Their tutor rang." })).Status
            .ShouldBe(200);
        (await supporter.PostAsync("/api/supervision-groups/g10/contact-requests", new { request = Guid.NewGuid() }))
            .Status.ShouldBe(204);
        await CaughtUpAsync(server);
        return server;
    }

    private static async Task CaughtUpAsync(SafeguardTestServer server)
    {
        var states = server.Parts.GetRequiredService<ProjectionStates>();
        while ((await states.ReadAsync(CancellationToken.None)).Any(state => state.Lag > 0)) await Task.Delay(20);
    }

    private static async Task<int> WriteAsync(SafeguardTestServer server, CancellationToken stop)
    {
        using var supporter = await server.ClientAsync(Wexcombe.Supporter);
        var written = 0;
        for (; !stop.IsCancellationRequested; written++) await Files.OpenAsync(supporter);
        return written;
    }

    private static async Task<int> ReadAsync(SafeguardTestServer server, long least, CancellationToken stop)
    {
        var database = server.Parts.GetRequiredService<NpgsqlDataSource>();
        var looks = 0;
        for (; !stop.IsCancellationRequested; looks++)
        {
            await using var command = database.CreateCommand("select count(*) from case_files");
            var seen = (long)(await command.ExecuteScalarAsync(CancellationToken.None))!;
            seen.ShouldBeGreaterThanOrEqualTo(least, "a part was seen");
            least = seen;
        }

        return looks;
    }

    /// <summary>Registered ones and those that follow the log, by what the server may write.</summary>
    private static async Task<string[]> ReadModelsAsync(SafeguardTestServer server) =>
        (string[])(await AsOwnerAsync(
            server,
            """
            select array_agg(name order by name collate "C") from (
                select table_name as name from read_models union select 'reads' union select 'page_log') known
            """))!;

    private static async Task<Dictionary<string, string>> RowsAsync(SafeguardTestServer server)
    {
        var rows = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in Tables)
        {
            rows[table] = (string)(await AsOwnerAsync(
                server, $"select coalesce(string_agg(t::text, E'\\n' order by t::text), '') from {table} t"))!;
        }

        return rows;
    }

    /// <summary>Columns, indexes and rights, as PostgreSQL tells them.</summary>
    private static async Task<string> ShapeAsync(SafeguardTestServer server) => (string)(await AsOwnerAsync(
        server,
        """
        select string_agg(line, E'\n' order by line) from (
            select indexdef from pg_indexes where schemaname = current_schema()
            union all select c.relname || ' ' || c.relacl::text from pg_class c
                where relnamespace = current_schema()::regnamespace and relkind = 'r'
            union all select table_name || ' ' || ordinal_position || column_name || data_type || is_nullable
                || coalesce(generation_expression, '') from information_schema.columns
                where table_schema = current_schema()
            union all select conrelid::regclass::text || ' ' || conname from pg_constraint
                where connamespace = current_schema()::regnamespace) lines (line)
        """))!;

    private static async Task<object?> AsOwnerAsync(SafeguardTestServer server, string sql)
    {
        await using var owner = server.Parts.GetRequiredService<EventStoreOptions>().AsOwner("a test");
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand(sql, owner);
        return await command.ExecuteScalarAsync();
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
