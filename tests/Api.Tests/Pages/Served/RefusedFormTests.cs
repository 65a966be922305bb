using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Pages.Served;

/// <summary>A form that is refused comes back with everything that was typed and says what to do (R25).</summary>
[Collection(ServedPages.Name)]
public sealed class RefusedFormTests(WexcombeServer wexcombe)
{
    private readonly SafeguardTestServer _server = wexcombe.Server;
    private readonly People _people = new(wexcombe.Server);

    [Fact, Trait("Rule", "R1")]
    public async Task A_raise_without_words_comes_back_under_the_same_id_and_says_so_first()
    {
        using var raiser = await _server.BrowserAsync(People.Raiser);
        var page = await raiser.OpenAsync("/raise");
        var back = await raiser.SubmitAsync(page, "raise", ("caseFile", "WX-7K3M"), ("alone", "unsure"));
        back.Status.ShouldBe(422);
        back.Title.ShouldStartWith("Not sent:");
        back.Find(".problem a")!.GetAttribute("href").ShouldBe("#raise-what");
        back.Value("#raise-caseFile").ShouldBe("WX-7K3M");
        back.Value("input[name=alone]:checked").ShouldBe("unsure");
        back.Value("input[name=id]").ShouldBe(page.Value("input[name=id]"));
    }

    [Fact, Trait("Rule", "R20")]
    public async Task A_closing_record_with_gaps_names_each_and_keeps_the_rest()
    {
        var id = await _people.TakenAsync("A record with gaps.");
        using var first = await _server.BrowserAsync(_people.First);
        var page = await first.OpenAsync($"/escalations/{id}");
        page = await first.DoAsync(page, "contact", ("mode", "inPerson"));
        page = await first.DoAsync(page, "safe-for-now", ("summary", "With a friend."));
        var back = await first.SubmitAsync(
            page, "closure", ("summary", "Two lines.\nOf words."), ("decisions[2].decision", "Stayed until four"));
        back.Status.ShouldBe(409);
        back.Title.ShouldBe("Not saved: urgent contact – Wexcombe");
        back.Find(".problem h2")!.TextContent.ShouldBe("The record is not closed yet");
        back.Document.QuerySelectorAll(".problem a").Select(link => link.GetAttribute("href"))
            .ShouldBe(["#closure-followUp", "#closure-decisions-0-reason", "#closure-outcome", "#closure-told"]);
        back.Value("#closure-summary").ShouldBe("Two lines.\nOf words.");
        back.Value("#closure-decisions-0-decision").ShouldBe("Stayed until four");
    }

    [Fact]
    public async Task What_was_typed_into_a_form_that_is_gone_is_still_there_to_read()
    {
        var id = await _people.TakenAsync("Two people at once.");
        using var first = await _server.BrowserAsync(_people.First);
        var page = await first.OpenAsync($"/escalations/{id}");
        var late = page.Filled("release", ("reason", "I am ill and going home."));
        await first.DoAsync(page, "contact", ("mode", "phone"));
        var back = await first.PostAsync(page.Action("release"), late);
        back.Status.ShouldBe(409);
        back.Find(".problem")!.TextContent.ShouldContain("I am ill and going home.");
        back.Find(".problem a")!.GetAttribute("href").ShouldBe("#main");
    }

    [Fact]
    public async Task A_stale_closing_is_412_and_keeps_what_was_typed()
    {
        var id = await _people.TakenAsync("Somebody was faster.");
        using var first = await _server.BrowserAsync(_people.First);
        var page = await first.OpenAsync($"/escalations/{id}");
        page = await first.DoAsync(page, "contact", ("mode", "phone"));
        var old = await first.DoAsync(page, "safe-for-now", ("summary", "With a friend."));
        await first.DoAsync(old, "actions", ("what", "Told the lodge."));
        var back = await first.SubmitAsync(
            old, "closure", ("summary", "Typed on an old page."), ("followUp", "By phone."),
            ("decisions[0].decision", "Stayed"), ("decisions[0].reason", "To help"), ("outcome", "Safe."),
            ("told", "Nobody"));
        back.Status.ShouldBe(412);
        back.Value("#closure-summary").ShouldBe("Typed on an old page.");
        (await first.DoAsync(back, "closure")).Text.ShouldContain("It is closed");
    }

    [Fact]
    public async Task A_choice_that_was_not_made_is_asked_for_in_plain_words()
    {
        var id = await _people.TakenAsync("Nothing chosen.");
        using var first = await _server.BrowserAsync(_people.First);
        var page = await first.OpenAsync($"/escalations/{id}");
        var back = await first.SubmitAsync(page, "contact", ("note", "I phoned."));
        back.Status.ShouldBe(422);
        back.Find(".problem a")!.TextContent.ShouldBe("Choose how you spoke with them");
        back.Value("#contact-note").ShouldBe("I phoned.");
    }
}
