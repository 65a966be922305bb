using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Pages.Served;

/// <summary>
/// The urgent path as people walk it in browsers without script, from the raise to the closed record.
/// </summary>
[Collection(ServedPages.Name)]
public sealed class UrgentPathPagesTests(WexcombeServer wexcombe)
{
    private readonly SafeguardTestServer _server = wexcombe.Server;
    private readonly People _people = new(wexcombe.Server);

    [Fact, Trait("Rule", "R1"), Trait("Rule", "R3"), Trait("Rule", "R18"), Trait("Rule", "R20")]
    public async Task A_raise_is_taken_answered_and_closed_by_pressing_buttons()
    {
        var id = await _people.RaiseAsync("Someone needs a person tonight.");
        using var raiser = await _server.BrowserAsync(People.Raiser);
        var receipt = await raiser.OpenAsync($"/receipts/{id}");
        receipt.Heading.ShouldBe("We have it");
        receipt.Text.ShouldContain("A Senior Member has been paged");
        receipt.Text.ShouldNotContain("Someone needs a person tonight.");

        using var first = await _server.BrowserAsync(_people.First);
        var queue = await first.OpenAsync("/queue");
        queue.Html.ShouldContain($"/escalations/{id}");
        queue.Text.ShouldNotContain("Someone needs a person tonight.");

        var page = await first.OpenAsync($"/escalations/{id}");
        page.Text.ShouldContain("Someone needs a person tonight.");
        page = await first.DoAsync(page, "acknowledgement");
        page.Text.ShouldContain("You have it");
        page = await first.DoAsync(page, "questions", ("of", People.Raiser), ("question", "Which staircase is it?"));

        var home = await raiser.OpenAsync("/");
        home.Text.ShouldContain("A Senior Member asks you Which staircase is it?");
        var form = home.Find("form[action$='/answer']")!.Id!;
        home = await raiser.DoAsync(home, form, ("answer", "Number four."));
        home.Heading.ShouldStartWith("Hello");
        home.Text.ShouldNotContain("asks you");

        page = await first.OpenAsync($"/escalations/{id}");
        page.Text.ShouldContain("Number four.");
        page = await first.DoAsync(page, "contact", ("mode", "phone"), ("note", "We spoke."));
        page = await first.DoAsync(page, "safe-for-now", ("summary", "A friend is with them."));
        page = await first.DoAsync(
            page, "closure", ("summary", "A student needed a person."), ("followUp", "By phone."),
            ("decisions[0].decision", "Stayed on the phone"), ("decisions[0].reason", "Until a friend came"),
            ("outcome", "Safe."), ("told", "Nobody"));
        page.Text.ShouldContain("It is closed");
        (await raiser.OpenAsync($"/receipts/{id}")).Heading.ShouldBe("It is finished");
    }

    [Fact, Trait("Rule", "R6"), Trait("Rule", "R18")]
    public async Task From_the_receipt_the_raiser_adds_something_and_says_that_it_got_worse()
    {
        var id = await _people.RaiseAsync("It is getting late.", answer: "no");
        using var raiser = await _server.BrowserAsync(People.Raiser);
        var receipt = await raiser.OpenAsync($"/receipts/{id}");
        receipt.Text.ShouldContain("Within 4 hours");
        receipt = await raiser.DoAsync(receipt, "add", ("what", "There is a second door."));
        receipt.Text.ShouldContain("You added something at");
        receipt = await raiser.DoAsync(receipt, "worse");
        receipt.Text.ShouldContain("Immediate");

        using var first = await _server.BrowserAsync(_people.First);
        (await first.OpenAsync($"/escalations/{id}")).Text.ShouldContain("There is a second door.");
    }

    [Fact, Trait("Rule", "R5")]
    public async Task Somebody_who_is_asked_to_take_it_over_does_so_with_one_button()
    {
        var id = await _people.TakenAsync("Take over.");
        using var first = await _server.BrowserAsync(_people.First);
        var page = await first.OpenAsync($"/escalations/{id}");
        page.Find($"form#transfer option[value='{People.Coordinator}']").ShouldBeNull("A crisis is not theirs.");
        await first.DoAsync(page, "transfer", ("to", _people.Elsewhere), ("reason", "My battery is empty."));

        using var other = await _server.BrowserAsync(_people.Elsewhere);
        (await other.OpenAsync("/queue")).Text.ShouldContain("You are asked to take it");
        var offered = await other.OpenAsync($"/escalations/{id}");
        offered.Text.ShouldContain("Will you take it over?");
        (await other.DoAsync(offered, "acknowledgement")).Text.ShouldContain("You have it");
    }

    [Fact, Trait("Rule", "R2")]
    public async Task The_same_form_sent_twice_changes_once()
    {
        var id = await _people.TakenAsync("Pressed twice.");
        using var first = await _server.BrowserAsync(_people.First);
        var page = await first.OpenAsync($"/escalations/{id}");
        var fields = page.Filled("contact", ("mode", "phone"), ("note", "Said once."));
        (await first.PostAsync(page.Action("contact"), fields)).Status.ShouldBe(303);
        (await first.PostAsync(page.Action("contact"), fields)).Status.ShouldBe(303);
        var story = (await first.OpenAsync($"/escalations/{id}")).Find("ol.timeline")!.TextContent;
        story.Split("Said once.").Length.ShouldBe(2);
    }

    [Fact, Trait("Rule", "R4")]
    public async Task Somebody_who_owes_an_action_in_what_is_not_theirs_to_read_finds_it_and_reads_nothing_else()
    {
        var id = await _people.TakenAsync("Nothing of this is for the other supporter.");
        using var api = await _server.ClientAsync(_people.First);
        var action = new { what = "Open the gate", owner = _people.OtherSupporter };
        (await api.PostAsync($"/api/escalations/{id}/actions", action)).Status.ShouldBe(204);

        using var other = await _server.BrowserAsync(_people.OtherSupporter);
        (await other.OpenAsync("/")).Html.ShouldContain($"/escalations/{id}");
        var led = await other.OpenAsync($"/escalations/{id}");
        led.Location.ShouldBe($"/escalations/{id}/yours");
        var owed = await other.OpenAsync(led.Location!);
        owed.Text.ShouldContain("Open the gate");
        owed.Text.ShouldNotContain("Nothing of this is for the other supporter.");
        var form = owed.Find("form[action$='/completion']")!.Id!;
        (await other.DoAsync(owed, form, ("note", "It is open."))).Text.ShouldContain("Thank you.");
    }
}
