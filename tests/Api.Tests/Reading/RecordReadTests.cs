using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain.Access;

namespace Safeguard.Api.Tests.Reading;

/// <summary>Reading somebody's words is an event that is stored before they are shown (R17).</summary>
[Trait("Rule", "R17")]
public sealed class RecordReadTests : IAsyncLifetime
{
    private const string Words = "Only its readers know this sentence.";

    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SafeguardTestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task Reading_by_page_and_by_API_within_a_minute_is_one_reading_and_a_minute_later_another()
    {
        var id = await RaisedAsync();
        using var page = await _server.BrowserAsync(Wexcombe.AlderFirst);
        using var api = await _server.ClientAsync(Wexcombe.AlderFirst);
        (await page.OpenAsync($"/escalations/{id}")).Text.ShouldContain(Words);
        (await api.GetJsonAsync($"/api/escalations/{id}")).Text.ShouldContain(Words);
        (await _server.ReadingsAsync(Wexcombe.AlderFirst, id)).ShouldBe([ReadPurpose.Response]);

        await _server.AdvanceAsync("PT1M1S");
        (await page.OpenAsync($"/escalations/{id}")).Text.ShouldContain(Words);
        (await _server.ReadingsAsync(Wexcombe.AlderFirst, id)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Two_nodes_at_once_count_one_reading()
    {
        var id = await RaisedAsync();
        await using var other = await _server.AnotherNodeAsync();
        using var here = await _server.ClientAsync(Wexcombe.AlderFirst);
        using var there = await other.ClientAsync(Wexcombe.AlderFirst);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(place =>
            (place % 2 == 0 ? here : there).GetJsonAsync($"/api/escalations/{id}")));
        answers.ShouldAllBe(answer => answer.Status == 200 && answer.Text.Contains(Words));
        (await _server.ReadingsAsync(Wexcombe.AlderFirst, id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_is_shown_while_the_event_is_not_stored()
    {
        var id = await RaisedAsync();
        using var reader = await _server.ClientAsync(Wexcombe.AlderFirst);
        await using var owner = _server.Owner();
        await using var connection = await owner.OpenConnectionAsync();
        await using var hold = await connection.BeginTransactionAsync();
        await using (var stop = connection.CreateCommand())
        {
            stop.CommandText = "lock table mt_events in exclusive mode";
            await stop.ExecuteNonQueryAsync();
        }

        var answer = reader.GetJsonAsync($"/api/escalations/{id}");
        (await Task.WhenAny(answer, Task.Delay(TimeSpan.FromSeconds(1)))).ShouldNotBe(answer);
        (await _server.ReadingsAsync(Wexcombe.AlderFirst, id)).ShouldBeEmpty();
        await hold.RollbackAsync();

        (await answer).Text.ShouldContain(Words);
        (await _server.ReadingsAsync(Wexcombe.AlderFirst, id)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Whoever_sees_its_state_or_their_receipt_alone_reads_nothing()
    {
        var id = await RaisedAsync();
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        (await coordinator.GetJsonAsync($"/api/escalations/{id}")).Text.ShouldNotContain(Words);
        using var raiser = await _server.BrowserAsync(Wexcombe.Supporter);
        (await raiser.OpenAsync($"/receipts/{id}")).Status.ShouldBe(200);
        using var stranger = await _server.BrowserAsync(Wexcombe.ElsewhereSenior);
        (await stranger.OpenAsync($"/escalations/{id}")).Status.ShouldBe(404);
        foreach (var person in new[] { Wexcombe.Coordinator, Wexcombe.Supporter, Wexcombe.ElsewhereSenior })
            (await _server.ReadingOfAsync(person)).ShouldBeEmpty(person);
    }

    [Fact]
    public async Task A_question_is_read_by_whom_it_asks_and_so_is_what_they_are_to_do()
    {
        const string question = "Which staircase is it?";
        var id = await RaisedAsync();
        using var senior = await _server.ClientAsync(Wexcombe.AlderFirst);
        await senior.DoesAsync(id, "acknowledgement", new { });
        foreach (var asked in new[] { Wexcombe.Supporter, Wexcombe.OtherSupervisor })
            await senior.DoesAsync(id, "questions", new { id = Guid.NewGuid(), of = asked, question });

        using var raiser = await _server.BrowserAsync(Wexcombe.Supporter);
        (await raiser.OpenAsync($"/receipts/{id}")).Text.ShouldContain(question);
        (await _server.ReadingsAsync(Wexcombe.Supporter, id)).ShouldBe([ReadPurpose.Owed]);
        using var supervisor = await _server.BrowserAsync(Wexcombe.OtherSupervisor);
        (await supervisor.OpenAsync("/")).Text.ShouldContain(question);
        var owed = await supervisor.OpenAsync($"/escalations/{id}/yours");
        owed.Text.ShouldContain(question);
        owed.Text.ShouldNotContain(Words);
        (await _server.ReadingsAsync(Wexcombe.OtherSupervisor, id)).ShouldBe([ReadPurpose.Owed]);
    }

    [Fact]
    public async Task A_refused_form_that_shows_the_words_again_is_a_reading_too()
    {
        var id = await RaisedAsync();
        using var senior = await _server.BrowserAsync(Wexcombe.AlderFirst);
        var refused = await senior.PostAsync($"/escalations/{id}/contact", new Dictionary<string, string>());
        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain(Words);
        (await _server.ReadingsAsync(Wexcombe.AlderFirst, id)).ShouldBe([ReadPurpose.Response]);
    }

    [Fact]
    public async Task Auditors_and_Coordinators_are_told_by_ids_who_has_read_it_and_its_readers_by_name()
    {
        var id = await RaisedAsync();
        using var senior = await _server.BrowserAsync(Wexcombe.AlderFirst);
        await senior.OpenAsync($"/escalations/{id}");
        await _server.CatchUpAsync();

        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        foreach (var asking in new[] { auditor, coordinator })
        {
            var reads = await asking.GetJsonAsync($"/api/audit/reads?item=escalation:{id}");
            reads.Status.ShouldBe(200, reads.Text);
            var read = reads["items"].EnumerateArray().Last();
            read.GetProperty("person").GetString().ShouldBe(Wexcombe.AlderFirst);
            read.GetProperty("role").GetString().ShouldBe("SeniorMember");
            read.GetProperty("purpose").GetString().ShouldBe("Response");
            reads.Text.ShouldNotContain(Words);
        }

        (await auditor.GetJsonAsync($"/api/audit/reads?item={Guid.NewGuid()}")).Status.ShouldBe(404);
        (await auditor.GetJsonAsync("/api/audit/reads")).Status.ShouldBe(422);
        (await auditor.GetJsonAsync($"/api/audit/reads?item={id}&after=x")).Status.ShouldBe(422);
        (await _server.ReadingsAsync(Wexcombe.Auditor, id)).ShouldBe([ReadPurpose.Review]);
        var name = _server.Directory.Present.Person(new(Wexcombe.AlderFirst))!.Name!;
        var page = await senior.OpenAsync($"/escalations/{id}");
        page.Find("[aria-labelledby=readers]")!.TextContent.ShouldContain(name);
    }

    private async Task<Guid> RaisedAsync()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        return await supporter.RaisesAsync(Words);
    }
}
