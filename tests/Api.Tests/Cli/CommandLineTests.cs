using System.Text.Json;
using Npgsql;
using Safeguard.Api.Tests.Server;
using Safeguard.EventStore;
using Safeguard.TestSupport;

namespace Safeguard.Api.Tests.Cli;

/// <summary>The binary as a tool: every verb, what it prints for machines, and what its exit code means.</summary>
public sealed class CommandLineTests : IAsyncLifetime
{
    private readonly CommandLine _line = new();

    private Dictionary<string, string> Environment => _line.Environment;

    public async ValueTask InitializeAsync()
    {
        var keyFile = Path.Combine(TestDirectories.Create("safeguard-keys"), "key");
        FileKeyEncryption.CreateFile(keyFile);
        Environment["SAFEGUARD_DATABASE"] = await (await PostgresCluster.SharedAsync()).CreateDatabaseAsync();
        Environment["SAFEGUARD_KEY_FILE"] = keyFile;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task From_an_empty_database_to_a_checked_institution()
    {
        (await RunAsync("check")).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(2), r => r.Error.ShouldContain("safeguard migrate"));
        (await RunAsync("migrate")).Code.ShouldBe(0);
        (await RunAsync("migrate", "--json")).Json.GetProperty("upToDate").GetBoolean().ShouldBeTrue();

        var wexcombe = SafeguardTestServer.Data("wexcombe");
        (await RunAsync("import", wexcombe, "--dry-run")).Code.ShouldBe(0);
        (await RunAsync("history", "person:we0014")).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(2), r => r.Error.ShouldContain("no such stream"));
        (await RunAsync("import", wexcombe)).Code.ShouldBe(0);
        (await RunAsync("import", wexcombe, "--json")).Json.ValueKind.ShouldBe(JsonValueKind.Object);

        var told = await RunAsync("history", "person:we0014");
        told.Code.ShouldBe(0);
        told.Said.ShouldContain("person_added");
        var lines = (await RunAsync("history", "person:we0014", "--json")).Said.Trim().Split('\n');
        JsonDocument.Parse(lines[0]).RootElement.GetProperty("event").GetString().ShouldBe("person_added");
        lines[0].ShouldNotContain("Zielinski");

        (await RunAsync("token", "we0102", "--json")).Json.GetProperty("token").GetString().ShouldNotBeNullOrEmpty();
        (await RunAsync("token", "we9999")).Code.ShouldBe(2);
        (await RunAsync("check")).ShouldSatisfyAllConditions(
            r => r.Code.ShouldBe(0), r => r.Said.ShouldContain("All is as it must be"));
        await AsOwnerAsync("""
            insert into open_items (key, doc) values ('x', '{"stream":"00000000-0000-0000-0000-000000000001",
            "kind":"question","owner":"we0014","nextWakeUp":"2126-01-01T00:00:00Z"}')
            """);
        var found = await RunAsync("check", "--json");
        found.Code.ShouldBe(4);
        found.Json.GetProperty("findings")[0].GetProperty("what").GetString().ShouldBe("open item without a stream");
    }

    [Fact]
    public async Task What_cannot_be_done_as_asked_is_said_in_one_line_with_exit_code_2()
    {
        (await RunAsync("enlighten")).Code.ShouldBe(2);
        (await RunAsync("import", "/nowhere/at/all")).Code.ShouldBe(2);
        await OneLineAsync("history", "we0014");
        Environment["SAFEGUARD_DEMO"] = "0";
        (await RunAsync("migrate")).Code.ShouldBe(0);
        await OneLineAsync("token", "we0102");
        Environment["SAFEGUARD_KEY_FILE"] = "/nowhere/key";
        await OneLineAsync("check");
        Environment["SAFEGUARD_DATABASE"] = "";
        await OneLineAsync("check");
    }

    [Fact]
    public async Task The_demos_doors_are_not_opened_to_others_and_a_database_that_is_away_is_exit_code_3()
    {
        Environment["SAFEGUARD_URLS"] = "http://0.0.0.0:5080";
        (await OneLineAsync("serve")).Error.ShouldContain("loopback");
        Environment["SAFEGUARD_URLS"] = "http://127.0.0.1:0";
        Environment["SAFEGUARD_DATABASE"] = "Host=127.0.0.1;Port=9;Username=nobody;Database=none;Timeout=2";
        (await RunAsync("check")).Code.ShouldBe(3);
        (await RunAsync("serve")).Code.ShouldBe(3);
    }

    /// <summary>A demo's clock may stand before or after the machine's: what is late is late by the demo's.</summary>
    [Theory]
    [InlineData("2021-03-05T12:00:00Z")]
    [InlineData("2031-03-05T12:00:00Z")]
    public async Task The_check_of_a_demo_goes_by_the_demos_clock(string now)
    {
        await using (var server = await SafeguardTestServer.StartAsync(now: now))
        {
            using var supporter = await server.ClientAsync(Wexcombe.Supporter);
            await supporter.RaisesAsync();
            await server.AdvanceAsync("PT1S");
            Environment["SAFEGUARD_DATABASE"] = server.Settings.Database;
            Environment["SAFEGUARD_KEY_FILE"] = server.Settings.KeyFile;
            var report = await RunAsync("check");
            report.Code.ShouldBe(0, report.Said + report.Error);
        }
    }

    private Task<Run> OneLineAsync(params string[] arguments) => _line.OneLineAsync(arguments);

    private Task<Run> RunAsync(params string[] arguments) => _line.RunAsync(arguments);

    private async Task AsOwnerAsync(string sql)
    {
        await using var owner =
            NpgsqlDataSource.Create(Environment["SAFEGUARD_DATABASE"] + ";Search Path=safeguard");
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
