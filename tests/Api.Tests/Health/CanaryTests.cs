using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Safeguard.Api.Tests.Paging;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Health;

/// <summary>
/// A canary in every field that holds a name or somebody's words, on a day on which much goes wrong: it is then in no
/// log line, trace, metric, e-mail, address or table.
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Canary = "Zephyrine-Quillfeather";

    private readonly MailServer _mail = MailServer.Start();
    private readonly HeardLog _log = new();
    private readonly ConcurrentQueue<string> _traced = new();
    private readonly ConcurrentQueue<string> _addresses = new();
    private readonly ActivityListener _traces;
    private SafeguardTestServer _server = null!;

    public CanaryTests()
    {
        _traces = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Microsoft.AspNetCore" or "Npgsql"
                || source.Name.StartsWith("Safeguard", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = span => _traced.Enqueue(
                $"{span.DisplayName} {string.Join(' ', span.TagObjects)} {string.Join(' ', span.Baggage)}"),
        };
        ActivitySource.AddActivityListener(_traces);
    }

    public async ValueTask InitializeAsync()
    {
        _server = await SafeguardTestServer.StartAsync(configuration: _mail.Settings);
        _server.Parts.GetRequiredService<ILoggerFactory>().AddProvider(_log);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _mail.DisposeAsync();
        _traces.Dispose();
    }

    [Fact, Trait("Rule", "R25")]
    public async Task A_name_or_a_word_of_anybody_is_in_no_log_trace_metric_mail_address_or_table()
    {
        using var measured = new Measured(_server);
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        using var senior = await _server.ClientAsync(Wexcombe.AlderFirst);
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        _mail.Fails = true;
        await SayEverythingAsync(supporter, senior, coordinator);
        await UntilLoggedAsync("could not be mailed");
        _mail.Fails = false;
        await GoWrongAsync(supporter, senior);
        await _server.AdvanceAsync("PT40M");
        await _mail.ReceiveAsync(1);

        NoCanary(_log.Lines, "the log");
        _log.Lines.ShouldContain(line => line.Contains("UnstorableCommand", StringComparison.Ordinal));
        NoCanary(_traced, "traces");
        _traced.ShouldContain(span => span.StartsWith("RaiseEscalation", StringComparison.Ordinal));
        measured.Read();
        NoCanary(measured.Tags, "metrics");
        NoCanary(_mail.Letters.Select(letter => letter.Text), "e-mails");
        NoCanary(_addresses, "addresses");
        NoCanary(await TablesAsync(), "tables");
    }

    private async Task UntilLoggedAsync(string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!_log.Lines.Any(line => line.Contains(words, StringComparison.Ordinal)))
            await Task.Delay(20, patience.Token);
    }

    private async Task SayEverythingAsync(HttpClient supporter, HttpClient senior, HttpClient coordinator)
    {
        await DoneAsync(coordinator.PutAsync("/api/people/we9001", new { name = Canary, phone = Canary }), 201);
        await DoneAsync(coordinator.PostAsync("/api/people/we9001/conflicts", new
        {
            towards = Wexcombe.Supporter,
            ground = "Tutor",
            note = Canary,
        }), 204);
        var id = Guid.NewGuid();
        await DoneAsync(supporter.PutAsync($"/api/escalations/{id}", new
        {
            what = Canary,
            where = Canary,
            band = Canary,
            panel = Canary,
            caseFile = $"{Canary}?!",
            occurredAt = Canary,
            answers = new { inDangerNow = Canary },
        }), 201);
        await supporter.DoesAsync(id, "additions", new { what = Canary });
        using var stranger = await _server.ClientAsync(Wexcombe.ElsewhereSenior);
        var glass = await stranger.PostAsync("/api/break-glass", new { item = id, reason = Canary });
        await DoneAsync(coordinator.PostAsync(
            $"/api/break-glass/{glass["breakGlass"].GetString()}/review",
            new { outcome = "justified", words = Canary }), 204);
        await senior.DoesAsync(id, "acknowledgement", new { });
        var question = Guid.NewGuid();
        await senior.DoesAsync(id, "questions", new { id = question, of = Wexcombe.Supporter, question = Canary });
        await DoneAsync(supporter.PostAsync(
            $"/api/escalations/{id}/questions/{question}/answer", new { answer = Canary }), 204);
        await senior.DoesAsync(id, "actions", new { what = Canary });
        await senior.DoesAsync(id, "emergency-services", new { service = "999", note = Canary });
        await senior.DoesAsync(id, "disclosures", new { what = Canary, toWhom = Canary, why = Canary });
        await senior.DoesAsync(id, "band", new { band = "Within24Hours", reason = Canary });
        await senior.DoesAsync(id, "transfer", new { to = Wexcombe.AlderDeputy, reason = Canary });
        await senior.DoesAsync(id, "release", new { reason = Canary });
        await senior.ClosesAsync(id, Canary);
        await senior.DoesAsync(id, "reopening", new { reason = Canary });
        using var browser = await _server.BrowserAsync(Wexcombe.AlderFirst);
        using var form = new FormUrlEncodedContent([new("note", Canary), new("mode", Canary)]);
        using var refused = await browser.PostAsync($"/escalations/{id}/contact", form);
        _addresses.Enqueue(refused.Headers.ToString());
    }

    /// <summary>Broken bodies, and a database that refuses the very row that somebody's words belong to.</summary>
    private async Task GoWrongAsync(HttpClient supporter, HttpClient senior)
    {
        string[] bodies = [$"{{\"what\":\"{Canary}", $"[\"{Canary}\"]", $"{{\"mode\":{{\"{Canary}\":1}}}}"];
        foreach (var broken in bodies)
        {
            using var content = new StringContent(broken, Encoding.UTF8, "application/json");
            await senior.SendAsync(HttpMethod.Post, $"/api/escalations/{Guid.NewGuid()}/contact", content, null);
        }

        await AsOwnerAsync("alter table escalation_queue add constraint broken check (doc->>'raiser' <> 'we0102')"
            + " not valid");
        var failed = await supporter.PutAsync($"/api/escalations/{Guid.NewGuid()}", new { what = Canary });
        failed.Status.ShouldBeGreaterThanOrEqualTo(400);
        failed.Text.ShouldNotContain(Canary);
        await AsOwnerAsync("alter table escalation_queue drop constraint broken");
        await supporter.RaisesAsync(Canary);
    }

    private async Task DoneAsync(Task<ApiCall> call, params int[] expected)
    {
        var answer = await call;
        expected.ShouldContain(answer.Status, answer.Text);
        _addresses.Enqueue(answer.ETag ?? "");
    }

    private static void NoCanary(IEnumerable<string> texts, string where) =>
        texts.Where(text => text.Contains("Zephyrine", StringComparison.OrdinalIgnoreCase)
            || text.Contains("Quillfeather", StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty(where);

    private async Task<IReadOnlyList<string>> TablesAsync()
    {
        await using var owner = Owner();
        var tables = await ReadAsync(
            owner, "select table_name from information_schema.tables where table_schema = 'safeguard'");
        tables.ShouldContain("mt_events");
        var rows = new List<string>();
        foreach (var table in tables) rows.AddRange(await ReadAsync(owner, $"select t::text from {table} t"));
        return rows;
    }

    private static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlDataSource owner, string sql)
    {
        await using var command = owner.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }

    private async Task AsOwnerAsync(string sql)
    {
        await using var owner = Owner();
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private NpgsqlDataSource Owner() => NpgsqlDataSource.Create(_server.Settings.Database + ";Search Path=safeguard");
}
