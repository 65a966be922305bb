using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Reading;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Audit;

/// <summary>Deadlines met and missed, samples and findings, by API and page.</summary>
[Trait("Rule", "R24")]
public sealed class AuditWorkTests : IAsyncLifetime
{
    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SafeguardTestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task A_missed_deadline_is_listed_with_by_how_much_and_its_reading_is_on_record()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        var id = await supporter.RaisesAsync();
        await _server.AdvanceAsync("PT6M");
        var listed = await auditor.GetJsonAsync($"/api/audit/deadlines?panel={Wexcombe.Alder}");
        listed.Status.ShouldBe(200, listed.Text);
        var missed = listed["items"].EnumerateArray().ShouldHaveSingleItem();
        missed.GetProperty("which").GetString().ShouldBe("AcknowledgeBy");
        missed.GetProperty("state").GetString().ShouldBe("missed");
        missed.GetProperty("lateBySeconds").GetInt64().ShouldBeInRange(60, 119);
        missed.TryGetProperty("explainedBy", out _).ShouldBeFalse();
        (await _server.ReadingsAsync(Wexcombe.Auditor, id)).ShouldHaveSingleItem();
        (await auditor.GetJsonAsync("/api/audit/deadlines?panel=ashby-college"))["items"].GetArrayLength().ShouldBe(0);
        (await auditor.GetJsonAsync("/api/audit/deadlines?from=2026-11-20&to=2026-11-19")).Status.ShouldBe(422);

        using var browser = await _server.BrowserAsync(Wexcombe.Auditor);
        (await browser.OpenAsync("/audit/deadlines")).Text.ShouldContain("0 met, 1 missed");
        (await browser.OpenAsync("/audit/deadlines?from=x")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_sample_is_drawn_once_and_the_same_seed_draws_the_same_again()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        for (var number = 0; number < 6; number++) await supporter.RaisesAsync();
        var id = Guid.NewGuid();
        var asked = new { id, panel = Wexcombe.Alder, seed = "7", size = "3", from = "2026-11-01", to = "2026-12-01" };
        var drawn = await auditor.PostAsync("/api/audit/samples", asked);
        drawn.Status.ShouldBe(200, drawn.Text);
        (drawn["outOf"].GetInt32(), drawn["items"].GetArrayLength()).ShouldBe((6, 3));
        (await auditor.PostAsync("/api/audit/samples", asked)).Text.ShouldBe(drawn.Text);
        var again = await auditor.PostAsync("/api/audit/samples", new
        {
            asked.panel,
            asked.seed,
            asked.size,
            asked.from,
            asked.to,
        });
        again["items"].ToString().ShouldBe(drawn["items"].ToString());
        (await auditor.GetJsonAsync("/api/audit/samples"))["items"].GetArrayLength().ShouldBe(2);
        (await auditor.PostAsync("/api/audit/samples", new { })).Status.ShouldBe(422);
        (await auditor.PostAsync("/api/audit/samples", new
        {
            panel = "ashby-college",
            asked.size,
            asked.from,
            asked.to,
        })).Code.ShouldBe("audit.nothingToDraw");
    }

    [Fact]
    public async Task A_finding_is_recorded_and_leaves_the_record_as_it_was()
    {
        const string words = "The reason was given a week later.";
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        var id = await supporter.RaisesAsync();
        var before = (await auditor.GetJsonAsync($"/api/audit/history/{id}"))["known"].GetInt32();
        var found = await auditor.PostAsync(
            "/api/audit/findings", new { item = $"escalation:{id}", kind = "concern", words, @event = "1" });
        found.Status.ShouldBe(200, found.Text);
        (found["kind"].GetString(), found["event"].GetInt32()).ShouldBe(("Concern", 1));
        (await auditor.GetJsonAsync("/api/audit/findings"))["items"][0].GetProperty("words").GetString()
            .ShouldBe(words);
        (await auditor.GetJsonAsync($"/api/audit/history/{id}"))["known"].GetInt32().ShouldBe(before);
        (await auditor.PostAsync(
            "/api/audit/findings", new { item = $"escalation:{id}", kind = "concern", words, @event = "999" }))
            .Status.ShouldBe(422);
        (await auditor.PostAsync("/api/audit/findings", new { item = "WX-ZZZZ", kind = "concern", words }))
            .Status.ShouldBe(404);
        (await auditor.PostAsync("/api/audit/findings", new { })).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Both_forms_work_without_script_and_come_back_filled_in_when_refused()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var id = await supporter.RaisesAsync();
        using var auditor = await _server.BrowserAsync(Wexcombe.Auditor);
        var drawn = await auditor.PostAsync("/audit/samples", new Dictionary<string, string>
        {
            ["panel"] = Wexcombe.Alder,
            ["size"] = "2",
            ["seed"] = "11",
            ["from"] = "2026-11-01",
            ["to"] = "2026-12-01",
        });
        drawn.Status.ShouldBe(303, drawn.Text);
        (await auditor.OpenAsync(drawn.Location!)).Text.ShouldContain("Seed 11");
        var refused = await auditor.PostAsync(
            "/audit/findings", new Dictionary<string, string> { ["item"] = $"escalation:{id}", ["words"] = "Late." });
        refused.Status.ShouldBe(422);
        refused.Find("textarea")!.TextContent.ShouldBe("Late.");
        var nothing = await auditor.PostAsync(
            "/audit/findings", new Dictionary<string, string> { ["item"] = "WX-ZZZZ", ["words"] = "Late." });
        nothing.Status.ShouldBe(404);
        var found = await auditor.PostAsync("/audit/findings", new Dictionary<string, string>
        {
            ["item"] = $"escalation:{id}",
            ["words"] = "Late.",
            ["kind"] = "Breach",
        });
        (await auditor.OpenAsync(found.Location!)).Text.ShouldContain("A rule was broken");
    }
}
