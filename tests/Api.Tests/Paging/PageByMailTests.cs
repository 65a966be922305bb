using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Tests.Server;
using Safeguard.EventStore;

namespace Safeguard.Api.Tests.Paging;

/// <summary>Pages by e-mail, through a real mail server that works, fails and works again.</summary>
public sealed class PageByMailTests : IAsyncLifetime
{
    private const string FirstMail = "we0015@wexcombe.example";
    private const string DeputyMail = "we0014@wexcombe.example";

    private readonly MailServer _mail = MailServer.Start();
    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() =>
        _server = await SafeguardTestServer.StartAsync(configuration: _mail.Settings);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        await _mail.DisposeAsync();
    }

    [Fact, Trait("Rule", "R5"), Trait("Rule", "R25")]
    public async Task A_page_says_that_somebody_waits_and_nothing_else()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var id = await supporter.RaisesAsync("Jo on staircase four, please come.");

        var letter = (await _mail.ReceiveAsync(1)).ShouldHaveSingleItem();

        letter.To.ShouldBe(FirstMail);
        letter.Head.ShouldContain("\nSubject: Safeguard: someone is waiting\n");
        letter.Plain.ShouldBe(
            "An urgent contact is waiting for you. Sign in to see it.\n\nhttp://127.0.0.1:0");
        var receipt = (await supporter.GetJsonAsync($"/api/escalations/{id}/receipt"))["receipt"].GetString()!;
        foreach (var telling in new[] { "Jo", "staircase", id.ToString(), receipt[..4], "Jamal", "Alder", "Hall" })
            letter.Text.ShouldNotContain(telling, Case.Insensitive);
    }

    [Fact, Trait("Rule", "R5"), Trait("Rule", "R1")]
    public async Task A_failing_server_refuses_no_raise_stops_no_ladder_and_is_tried_again_ever_more_slowly()
    {
        _mail.Fails = true;
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var id = await supporter.RaisesAsync();
        using var coordinator = await _server.ClientAsync(Wexcombe.Coordinator);
        (await UntilAsync(coordinator, id, "PageFailed")).ShouldBe(1);
        var waits = new List<TimeSpan> { await WaitAsync() };

        await _server.AdvanceAsync("PT16S");
        waits.Add(await WaitAsync(atLeast: TimeSpan.FromSeconds(16)));
        await _server.AdvanceAsync("PT31S");
        waits.Add(await WaitAsync(atLeast: TimeSpan.FromSeconds(32)));

        waits.ShouldBe(waits.Order());
        (await UntilAsync(coordinator, id, "PageFailed")).ShouldBe(1);
        await _server.AdvanceAsync("PT10M");
        var pages = (await coordinator.GetJsonAsync($"/api/escalations/{id}")).Pages();
        pages.Select(page => page.At - pages[0].At).ShouldBe([TimeSpan.Zero, TimeSpan.FromMinutes(10)]);

        _mail.Fails = false;
        await _server.AdvanceAsync("PT5M");
        var letters = await _mail.ReceiveAsync(2);
        letters.Select(letter => letter.To).Order().ShouldBe([DeputyMail, FirstMail]);
    }

    [Fact, Trait("Rule", "R5")]
    public async Task Closing_cancels_the_pages_that_still_wait_and_what_is_added_later_is_sent()
    {
        _mail.Fails = true;
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        using var senior = await _server.ClientAsync(Wexcombe.AlderFirst);
        var id = await supporter.RaisesAsync();
        await UntilAsync(senior, id, "PageFailed");
        await _server.AdvanceAsync("PT1S");
        await senior.ClosesAsync(id);

        _mail.Fails = false;
        await _server.AdvanceAsync("PT2H");
        await NothingWaitsAsync();
        _mail.Letters.ShouldBeEmpty();

        await _server.AdvanceAsync("PT1S");
        (await supporter.PostAsync($"/api/escalations/{id}/additions", new { what = "One thing more." }))
            .Status.ShouldBe(204);
        (await _mail.ReceiveAsync(1))[0].To.ShouldBe(FirstMail);
    }

    /// <summary>How often that event is in the timeline, once it is.</summary>
    private static async Task<int> UntilAsync(HttpClient reader, Guid id, string happened)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var count = (await reader.GetJsonAsync($"/api/escalations/{id}")).Events().Count(name => name == happened);
            if (count > 0) return count;
            await Task.Delay(20, patience.Token);
        }
    }

    /// <summary>How long the one letter that failed now waits, once it waits at least so long.</summary>
    private async Task<TimeSpan> WaitAsync(TimeSpan atLeast = default)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var outbox = _server.Parts.GetRequiredService<Outbox>();
        while (true)
        {
            // A taken letter is leased for two minutes; one that failed has its next try before that.
            var wait = await outbox.NextDueAsync(CancellationToken.None) - _server.Now;
            if (wait is { } is_ && is_ > atLeast && is_ < TimeSpan.FromSeconds(100)) return is_;
            await Task.Delay(20, patience.Token);
        }
    }

    private async Task NothingWaitsAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var outbox = _server.Parts.GetRequiredService<Outbox>();
        while ((await outbox.CountsAsync(patience.Token)).Waiting > 0) await Task.Delay(20, patience.Token);
    }
}
