using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>
/// The forms of a case file in a browser without script: each is taken, and refused comes back filled in; pressed
/// twice it happens once, on an old page it is asked for again, and signing out in between costs no word.
/// </summary>
public sealed class CaseFileFormTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Typed = "Two lines\r\nand “quotes” & <tags>.";

    /// <summary>Each form of an open file's owner, one answer too few, and what then makes it whole.</summary>
    private static readonly (string Form, (string, string)[] Few, (string, string)[] More)[] Forms =
    [
        ("contacts", [("note", Typed)], [("mode", "phone"), ("minutes", "20")]),
        ("planned-contacts", [("note", Typed)], [("mode", "phone"), ("at", "2026-11-24T10:00")]),
        ("signposts", [("note", Typed)], [("service", "samaritans")]),
        ("attachments", [("words", Typed)], [("channel", "letter"), ("from", "A parent")]),
        ("questions", [("question", Typed)], [("of", Wexcombe.Supervisor)]),
        ("consent", [("how", Typed)], [("to", "record"), ("given", "true")]),
        ("identity", [("reach", Typed)], [("name", "A name")]),
        ("involvement", [("note", Typed)], [("who", "trustedContact")]),
        ("disclosures", [("what", Typed)], [("toWhom", "Her parents"), ("why", "To reach her")]),
        ("goals", [("by", "2026-12-04")], [("what", "One seminar a week")]),
        ("handover", [("reason", Typed)], [("to", Files.Free)]),
        ("resolution", [("summary", Typed)],
            [("reason", "supportComplete"), ("followUp", "Words."), ("decisions[0].decision", "Words."),
                ("decisions[0].reason", "Words."), ("outcome", "Words."), ("told", "Nobody")]),
    ];

    private SafeguardTestServer Server => wexcombe.Server;

    [Fact, Trait("Rule", "R25")]
    public async Task Each_form_is_refused_and_comes_back_filled_in_and_is_then_taken()
    {
        using var owner = await Server.BrowserAsync(Wexcombe.Supporter);
        var address = await OpenAsync(owner, "mentoring");
        foreach (var (form, few, rest) in Forms)
        {
            var page = await owner.OpenAsync(address);
            var before = Entries(page);
            var refused = await owner.SubmitAsync(page, form, few);
            refused.Status.ShouldBeOneOf([409, 422], $"{form}: {refused.Text}");
            refused.Title.ShouldStartWith("Not saved");
            refused.Find($"form#{form}")!.ParentElement!.HasAttribute("open").ShouldBeTrue(form);
            foreach (var (name, value) in few)
                refused.Value($"form#{form} [name='{name}']")!.ReplaceLineEndings("\r\n").ShouldBe(value, form);
            Entries(await owner.OpenAsync(address)).ShouldBe(before, $"{form} was refused and happened");
            var taken = await owner.DoAsync(refused, form, rest);
            Entries(taken).ShouldBeGreaterThan(before, form);
        }
    }

    [Fact, Trait("Rule", "R2")]
    public async Task A_button_pressed_twice_does_it_once()
    {
        using var owner = await Server.BrowserAsync(Wexcombe.Supporter);
        var address = await OpenAsync(owner);
        foreach (var (form, few, rest) in Forms.Where(row => row.Form is not ("goals" or "resolution" or "handover")))
        {
            var page = await owner.OpenAsync(address);
            var before = Entries(page);
            var typed = page.Filled(form, [.. few, .. rest]);
            var both = await Task.WhenAll(
                owner.PostAsync(page.Action(form), typed), owner.PostAsync(page.Action(form), typed));
            both.ShouldAllBe(sent => sent.Status == 303, form);
            Entries(await owner.OpenAsync(address)).ShouldBe(before + 1, form);
        }
    }

    [Fact, Trait("Rule", "R23")]
    public async Task Of_two_tabs_the_older_one_resolves_nothing_and_keeps_what_was_typed()
    {
        using var owner = await Server.BrowserAsync(Wexcombe.Supporter);
        var address = await OpenAsync(owner);
        var old = await owner.OpenAsync(address);
        var other = await owner.OpenAsync(address);
        await owner.DoAsync(other, "contacts", ("mode", "phone"), ("minutes", "5"), ("note", "Words."));
        var (_, few, rest) = Forms[^1];
        var stale = await owner.SubmitAsync(old, "resolution", [.. few, .. rest]);
        stale.Status.ShouldBe(412, stale.Text);
        stale.Value("form#resolution [name=summary]")!.ReplaceLineEndings("\r\n").ShouldBe(Typed);
        (await owner.DoAsync(stale, "resolution")).Find("form#resolution").ShouldBeNull();
        // A contact asks for no version: what happened is kept, whatever else was written meanwhile.
        var late = await owner.DoAsync(
            old, "contacts", ("mode", "phone"), ("minutes", "5"), ("note", "More words."));
        late.Text.ShouldContain("More words.");
    }

    [Fact, Trait("Rule", "R25")]
    public async Task A_contact_without_a_session_keeps_every_word_and_is_saved_with_one_button_after_signing_in()
    {
        using var owner = await Server.BrowserAsync(Wexcombe.Supporter);
        var address = await OpenAsync(owner);
        var page = await owner.OpenAsync(address);
        var typed = page.Filled("contacts", ("mode", "phone"), ("minutes", "5"), ("note", Typed));
        await owner.DoAsync(await owner.OpenAsync("/receipts"), "sign-out");
        var kept = await owner.PostAsync(page.Action("contacts"), typed);
        kept.Status.ShouldBe(401);
        kept.Heading.ShouldBe("You were signed out");
        kept.Text.ShouldContain("and “quotes” & <tags>.");

        using var person = new FormUrlEncodedContent([new("person", Wexcombe.Supporter)]);
        using var signedIn = await owner.PostAsync("/demo/sign-in", person, TestContext.Current.CancellationToken);
        kept.Find("form[method=post]")!.Id = "kept";
        var saved = await owner.DoAsync(kept, "kept");
        saved.Text.ShouldContain("and “quotes” & <tags>.");
    }

    [Fact, Trait("Rule", "R15")]
    public async Task Whoever_is_asked_and_reads_nothing_else_answers_on_a_page_of_their_own()
    {
        using var owner = await Server.BrowserAsync(Wexcombe.Supporter);
        var address = await OpenAsync(owner);
        await owner.DoAsync(
            await owner.OpenAsync(address), "questions", ("of", "we0105"), ("question", "Do you know the tutor?"));
        using var asked = await Server.BrowserAsync("we0105");
        var sent = await asked.OpenAsync(address);
        sent.Location.ShouldBe($"{address}/yours");
        var page = await asked.OpenAsync(sent.Location!);
        page.Text.ShouldContain("Do you know the tutor?");
        page.Html.ShouldNotContain("WX-");
        var form = page.Find("main form[method=post]")!.Id!;
        var refused = await asked.SubmitAsync(page, form);
        refused.Status.ShouldBe(422);
        refused.Heading.ShouldBe("For you to do");
        (await asked.DoAsync(refused, form, ("answer", Typed))).Text.ShouldContain("It has been passed on");
        (await owner.OpenAsync(address)).Text.ShouldContain("and “quotes” & <tags>.");
    }

    [Fact, Trait("Rule", "R20"), Trait("Rule", "R25")]
    public async Task A_resolution_that_leaves_parts_out_is_told_each_in_words_at_its_field()
    {
        using var owner = await Server.BrowserAsync(Wexcombe.Supporter);
        var page = await owner.OpenAsync(await OpenAsync(owner));
        var refused = await owner.SubmitAsync(page, "resolution", ("summary", Typed));
        refused.Status.ShouldBe(409, refused.Text);
        refused.Text.ShouldContain("Say what the outcome was");
        refused.Text.ShouldContain("Say who was told. If nobody, say so");
        refused.Text.ShouldNotContain("Look at this one again");
        foreach (var link in refused.Document.QuerySelectorAll(".problem a"))
            refused.Find(link.GetAttribute("href")!).ShouldNotBeNull(link.TextContent);
        refused.Value("#resolution-summary").ShouldBe(Typed);
    }

    private static int Entries(ServedPage page) => page.Document.QuerySelectorAll(".timeline > li").Length;

    /// <summary>A file of their own, opened with the form; gives back its address.</summary>
    private async Task<string> OpenAsync(HttpClient owner, string? kind = null)
    {
        if (kind is null)
        {
            var list = await owner.OpenAsync("/case-files");
            return (await owner.SubmitAsync(list, "new")).Location.ShouldNotBeNull();
        }

        var file = Guid.CreateVersion7();
        using var client = await Server.ClientAsync(Wexcombe.Supporter);
        (await client.PutAsync($"/api/case-files/{file}", new { kind })).Status.ShouldBe(201);
        return $"/case-files/{file}";
    }
}
