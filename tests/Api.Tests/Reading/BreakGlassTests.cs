using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Paging;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain.Access;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Tests.Reading;

/// <summary>A record outside one's scope, from its opening to its review (R17).</summary>
[Trait("Rule", "R17")]
public sealed class BreakGlassTests : IAsyncLifetime
{
    private const string Words = "Only its readers know this sentence.";
    private const string Reason = "Their flatmate is with me and nobody answers.";
    private const string Stranger = Wexcombe.ElsewhereSenior;

    private readonly MailServer _mail = MailServer.Start();
    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await SafeguardTestServer.StartAsync(configuration: _mail.Settings);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact]
    public async Task Opened_by_its_code_with_a_reason_it_is_read_for_an_hour_and_nothing_is_done_in_it()
    {
        var (id, code) = await RaisedAsync();
        await using var other = await _server.AnotherNodeAsync();
        using var there = await other.BrowserAsync(Stranger);
        (await there.OpenAsync($"/escalations/{id}")).Status.ShouldBe(404);

        using var stranger = await _server.BrowserAsync(Stranger);
        var page = await stranger.DoAsync(
            await stranger.OpenAsync("/break-glass"), "break-glass", ("item", $" {code.ToLowerInvariant()} "),
            ("reason", Reason));

        page.Text.ShouldContain(Words);
        page.Text.ShouldContain("This is open to you with a reason");
        page.Document.QuerySelectorAll("main form[method=post]").ShouldBeEmpty();
        (await there.OpenAsync($"/escalations/{id}")).Text.ShouldContain(Words);
        (await _server.ReadingsAsync(Stranger, id)).ShouldBe([ReadPurpose.BreakGlass]);
        using var api = await _server.ClientAsync(Stranger);
        (await api.PostAsync($"/api/escalations/{id}/acknowledgement", new { })).Status.ShouldBe(404);

        await _server.AdvanceAsync("PT61M");
        (await stranger.OpenAsync($"/escalations/{id}")).Status.ShouldBe(404);
        (await api.GetJsonAsync($"/api/escalations/{id}")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Whoever_has_it_and_the_Coordinators_are_told_at_once_and_of_nothing_but_that()
    {
        var (id, code) = await RaisedAsync();
        using var stranger = await _server.ClientAsync(Stranger);
        var opened = await stranger.PostAsync("/api/break-glass", new { item = $"escalation:{id}", reason = Reason });
        opened.Status.ShouldBe(200, opened.Text);

        var told = (await _mail.ReceiveAsync(5))
            .Where(letter => letter.Plain.StartsWith("A record", StringComparison.Ordinal)).ToList();
        told.Select(letter => letter.To[..6]).Order(StringComparer.Ordinal)
            .ShouldBe([Wexcombe.Coordinator, Wexcombe.OtherCoordinator, "we0009", Wexcombe.AlderFirst]);
        foreach (var telling in new[] { Words, Reason, id.ToString(), code, "Alder", "urgent" })
            told.ShouldAllBe(letter => !letter.Text.Contains(telling, StringComparison.OrdinalIgnoreCase));
        var again = await stranger.PostAsync("/api/break-glass", new { item = code, reason = "Again." });
        again["breakGlass"].GetGuid().ShouldBe(opened["breakGlass"].GetGuid());
        using var coordinator = await _server.BrowserAsync(Wexcombe.Coordinator);
        (await coordinator.OpenAsync("/overview")).Text.ShouldContain("1 record was opened outside somebody’s scope");
        (await coordinator.OpenAsync("/")).Text.ShouldContain("Review why somebody opened a record");
    }

    [Fact]
    public async Task A_Coordinator_reads_the_reason_and_what_they_say_of_it_stays()
    {
        var (id, _) = await RaisedAsync();
        using var stranger = await _server.ClientAsync(Stranger);
        var glass = (await stranger.PostAsync("/api/break-glass", new { item = id, reason = Reason }))["breakGlass"]
            .GetGuid();
        using var api = await _server.ClientAsync(Wexcombe.OtherCoordinator);
        var due = (await api.GetJsonAsync("/api/break-glass"))["items"].EnumerateArray().Single();
        due.GetProperty("person").GetString().ShouldBe(Stranger);
        due.GetRawText().ShouldNotContain(Reason);

        using var coordinator = await _server.BrowserAsync(Wexcombe.OtherCoordinator);
        var page = await coordinator.OpenAsync("/break-glass/reviews");
        page.Text.ShouldContain(Reason);
        (await _server.ReadingOfAsync(Wexcombe.OtherCoordinator)).OfType<RecordRead>()
            .ShouldHaveSingleItem().Item.ShouldBe(new(ReadItem.BreakGlassKind, glass));
        var refused = await coordinator.SubmitAsync(page, $"review-{glass}", ("words", "They had to know."));
        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("They had to know.");
        var done = await coordinator.DoAsync(
            page, $"review-{glass}", ("outcome", "Justified"), ("words", "They had to know."));
        done.Text.ShouldContain("It was justified");
        done.Text.ShouldNotContain(Reason);

        var changed = await api.PostAsync(
            $"/api/break-glass/{glass}/review", new { outcome = "notJustified", words = "On second thoughts." });
        (changed.Status, changed.Code).ShouldBe((409, "breakGlass.reviewed"));
        (await OwedAsync()).ShouldBeEmpty();
        (await api.PostAsync($"/api/break-glass/{Guid.NewGuid()}/review", new { outcome = "justified", words = "?" }))
            .Status.ShouldBe(404);
    }

    [Fact, Trait("Rule", "R4")]
    public async Task A_review_that_nobody_does_is_late_after_two_working_days_and_outlives_whoever_owed_it()
    {
        var (id, _) = await RaisedAsync();
        using var stranger = await _server.ClientAsync(Stranger);
        await stranger.PostAsync("/api/break-glass", new { item = id, reason = Reason });
        var owed = (await OwedAsync()).ShouldHaveSingleItem();
        (owed.Owner.Value, owed.NextWakeUp).ShouldBe(
            (Wexcombe.Coordinator, new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero).AddTicks(
                owed.NextWakeUp.Ticks % TimeSpan.TicksPerHour)));
        using var office = await _server.ClientAsync(Wexcombe.OtherCoordinator);
        (await office.PostAsync($"/api/people/{Wexcombe.Coordinator}/departure", new { })).Status.ShouldBe(204);
        (await OwedAsync()).ShouldHaveSingleItem().Owner.Value.ShouldBe(Wexcombe.OtherCoordinator);

        await _server.AdvanceAsync("P4DT1H");
        (await _server.ReadingOfAsync(Stranger)).OfType<BreakGlassReviewLate>().ShouldHaveSingleItem();
        (await OwedAsync()).ShouldHaveSingleItem().NextWakeUp.ShouldBeGreaterThan(_server.Now);
        (await office.GetJsonAsync("/api/break-glass"))["items"][0].GetProperty("late").GetBoolean().ShouldBeTrue();
    }

    [Fact, Trait("Rule", "R15")]
    public async Task What_is_not_there_and_what_a_conflict_keeps_from_them_are_one_answer()
    {
        var (id, code) = await RaisedAsync();
        using var stranger = await _server.ClientAsync(Stranger);
        var unknown = await stranger.PostAsync("/api/break-glass", new { item = "ZZZZ", reason = Reason });
        unknown.Status.ShouldBe(404);
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        (await coordinator.PostAsync(
            $"/api/people/{Stranger}/conflicts", new { towards = Wexcombe.Supporter, ground = "Tutor" }))
            .Status.ShouldBe(204);
        string[] names = [code, id.ToString(), $"escalation:{id}", "person:we0102", Guid.NewGuid().ToString()];
        foreach (var name in names)
        {
            (await stranger.PostAsync("/api/break-glass", new { item = name, reason = Reason })).Text
                .ShouldBe(unknown.Text);
        }

        using var browser = await _server.BrowserAsync(Stranger);
        var form = await browser.OpenAsync("/break-glass");
        var texts = new List<string>();
        foreach (var name in new[] { code, "ZZZZ" })
        {
            var page = await browser.SubmitAsync(form, "break-glass", ("item", name), ("reason", Reason));
            page.Status.ShouldBe(404);
            page.Value("textarea[name=reason]").ShouldBe(Reason);
            texts.Add(page.Text);
        }

        texts.Distinct().ShouldHaveSingleItem();
        (await _server.ReadingOfAsync(Stranger)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_a_reason_nobody_learns_whether_there_is_anything_and_ones_own_stays_closed()
    {
        var (id, code) = await RaisedAsync();
        using var stranger = await _server.ClientAsync(Stranger);
        var existing = await stranger.PostAsync("/api/break-glass", new { item = code });
        existing.Status.ShouldBe(422);
        (await stranger.PostAsync("/api/break-glass", new { item = "ZZZZ", reason = " " })).Text
            .ShouldBe(existing.Text);
        (await stranger.PostAsync("/api/break-glass", new { })).Status.ShouldBe(422);

        var own = await stranger.RaisesAsync();
        (await stranger.PostAsync("/api/break-glass", new { item = own, reason = Reason })).Code
            .ShouldBe("breakGlass.own");
        using var reader = await _server.ClientAsync(Wexcombe.AlderDeputy);
        var anyway = await reader.PostAsync("/api/break-glass", new { item = id, reason = Reason });
        anyway.Status.ShouldBe(200);
        anyway.Text.ShouldNotContain("breakGlass");
    }

    private async Task<(Guid Id, string Code)> RaisedAsync()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var id = await supporter.RaisesAsync(Words);
        var receipt = await supporter.GetJsonAsync($"/api/escalations/{id}/receipt");
        return (id, receipt["receipt"].GetString()![..4]);
    }

    private async Task<IReadOnlyList<OpenItemRow>> OwedAsync()
    {
        var items = _server.Parts.GetRequiredService<OpenItemRows>();
        var everybody = _server.Directory.Present.Everybody.Select(person => person.Id).ToList();
        return [.. (await items.OwnedByAnyAsync(everybody, CancellationToken.None))
            .Where(item => item.Kind == BreakGlass.ReviewKind)];
    }
}
