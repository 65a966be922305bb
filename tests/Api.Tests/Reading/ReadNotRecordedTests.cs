using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Reading;

/// <summary>Where a reading cannot be put on record, only the emergency card is shown (R17).</summary>
[Trait("Rule", "R17")]
public sealed class ReadNotRecordedTests : IAsyncLifetime
{
    private const string Words = "Only its readers know this sentence.";
    private const string Question = "Which staircase is it?";

    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SafeguardTestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task With_the_database_read_only_page_and_API_show_whom_to_phone_and_not_a_word()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var id = await supporter.RaisesAsync(Words);
        using var deputy = await _server.ClientAsync(Wexcombe.AlderDeputy);
        await deputy.DoesAsync(id, "acknowledgement", new { });
        await deputy.DoesAsync(
            id, "questions", new { id = Guid.NewGuid(), of = Wexcombe.Supporter, question = Question });
        using var api = await _server.ClientAsync(Wexcombe.AlderFirst);
        using var page = await _server.BrowserAsync(Wexcombe.AlderFirst);
        using var raiser = await _server.BrowserAsync(Wexcombe.Supporter);
        await _server.TurnReadOnlyAsync();

        var (answer, shown, receipt, home) = (
            api.GetJsonAsync($"/api/escalations/{id}"), page.OpenAsync($"/escalations/{id}"),
            raiser.OpenAsync($"/receipts/{id}"), raiser.OpenAsync("/"));

        (await answer).Status.ShouldBe(503, (await answer).Text);
        ((await answer).Code, (await answer)["rule"].GetString()).ShouldBe(("read.notRecorded", "R17"));
        (await answer).Text.ShouldNotContain(Words);
        var card = await shown;
        card.Status.ShouldBe(503);
        card.Find(".sos a[href='tel:999']").ShouldNotBeNull();
        card.Html.ShouldNotContain(Words);
        card.Html.ShouldNotContain(id.ToString());

        // The receipt and home are no content: they are shown, without what was asked.
        (await receipt).Status.ShouldBe(200);
        (await receipt).Html.ShouldNotContain(Question);
        (await home).Status.ShouldBe(200);
        (await home).Html.ShouldNotContain(Question);
        (await home).Text.ShouldContain("Answer a question on urgent contact");
        (await _server.ReadingsAsync(Wexcombe.AlderFirst, id)).ShouldBeEmpty();
    }
}
