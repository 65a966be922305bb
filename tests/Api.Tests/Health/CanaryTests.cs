using System.Text;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Health;

/// <summary>
/// A canary in every field that holds a name or somebody's words, on a day on which much goes wrong: it is then in no
/// log line, trace, metric, e-mail, address or table.
/// </summary>
public sealed class CanaryTests : IAsyncLifetime
{
    private const string Canary = "Zephyrine-Quillfeather";

    private Overheard _heard = null!;

    private SafeguardTestServer Server => _heard.Server;

    public async ValueTask InitializeAsync() => _heard = await Overheard.StartAsync();

    public ValueTask DisposeAsync() => _heard.DisposeAsync();

    [Fact, Trait("Rule", "R25")]
    public async Task A_name_or_a_word_of_anybody_is_in_no_log_trace_metric_mail_address_or_table()
    {
        using var measured = new Measured(Server);
        using var supporter = await Server.ClientAsync(Wexcombe.Supporter);
        using var senior = await Server.ClientAsync(Wexcombe.AlderFirst);
        using var coordinator = await Server.ClientAsync(Wexcombe.Coordinator);
        _heard.Mail.Fails = true;
        await SayEverythingAsync(supporter, senior, coordinator);
        await UntilLoggedAsync("could not be mailed");
        _heard.Mail.Fails = false;
        await GoWrongAsync(supporter, senior);
        await Server.AdvanceAsync("PT40M");
        await _heard.Mail.ReceiveAsync(1);

        await _heard.NothingOfAsync(measured, "Zephyrine", "Quillfeather");
        _heard.Log.Lines.ShouldContain(line => line.Contains("UnstorableCommand", StringComparison.Ordinal));
        _heard.Traced.ShouldContain(span => span.StartsWith("RaiseEscalation", StringComparison.Ordinal));
    }

    private async Task UntilLoggedAsync(string words)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!_heard.Log.Lines.Any(line => line.Contains(words, StringComparison.Ordinal)))
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
        using var stranger = await Server.ClientAsync(Wexcombe.ElsewhereSenior);
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
        using var browser = await Server.BrowserAsync(Wexcombe.AlderFirst);
        using var form = new FormUrlEncodedContent([new("note", Canary), new("mode", Canary)]);
        using var refused = await browser.PostAsync($"/escalations/{id}/contact", form);
        _heard.Addresses.Enqueue(refused.Headers.ToString());
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
        _heard.Addresses.Enqueue(answer.ETag ?? "");
    }

    private async Task AsOwnerAsync(string sql)
    {
        await using var owner = _heard.Owner();
        await using var command = owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
