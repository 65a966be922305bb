using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Pages.Served;

/// <summary>
/// Which page is whose, and that none of them tells words to somebody who may not read them (R5, R13, R18).
/// </summary>
[Collection(ServedPages.Name)]
public sealed class WhoSeesWhatTests(WexcombeServer wexcombe)
{
    private const string Words = "Only its readers know this sentence.";

    private readonly SafeguardTestServer _server = wexcombe.Server;
    private readonly People _people = new(wexcombe.Server);

    [Fact, Trait("Rule", "R5"), Trait("Rule", "R18")]
    public async Task Words_are_read_by_the_panel_and_those_paged_and_by_nobody_else()
    {
        var id = await _people.RaiseAsync(Words);
        (await PageOf(_people.First, id)).Text.ShouldContain(Words);
        (await PageOf(_people.Deputy, id)).Text.ShouldContain(Words);

        var state = await PageOf(People.Coordinator, id);
        state.Status.ShouldBe(200);
        state.Text.ShouldNotContain(Words);
        state.Text.ShouldContain("The words open to you once you are paged.");
        state.Text.ShouldContain("Who has been paged");

        var own = await PageOf(People.Raiser, id);
        own.Location.ShouldBe($"/receipts/{id}");
        string[] strangers = [_people.Elsewhere, _people.OtherSupporter, People.Auditor, People.Administrator];
        foreach (var stranger in strangers)
            (await PageOf(stranger, id)).Status.ShouldBe(404, stranger);
    }

    [Fact, Trait("Rule", "R13")]
    public async Task Not_there_and_not_yours_are_one_page()
    {
        var id = await _people.RaiseAsync(Words);
        var not = Same(await PageOf(_people.OtherSupporter, Guid.NewGuid()));
        Same(await PageOf(_people.OtherSupporter, id)).ShouldBe(not);
        using var other = await _server.BrowserAsync(_people.OtherSupporter);
        Same(await other.OpenAsync($"/receipts/{id}")).ShouldBe(not);
        Same(await other.OpenAsync($"/escalations/{id}/yours")).ShouldBe(not);

        static string Same(ServedPage page) => $"{page.Status} {page.Title} {page.Text.Split("If you report this")[0]}";
    }

    [Theory]
    [InlineData(People.Raiser, 403)]
    [InlineData(People.Supervisor, 200)]
    [InlineData(People.Coordinator, 200)]
    [InlineData(People.Auditor, 403)]
    [InlineData(People.Administrator, 403)]
    public async Task The_queue_is_for_those_who_answer(string person, int status)
    {
        using var browser = await _server.BrowserAsync(person);
        (await browser.OpenAsync("/queue")).Status.ShouldBe(status);
    }

    [Fact]
    public async Task Everybody_has_a_home_an_account_receipts_and_the_raise_form()
    {
        string[] everybody =
        [
            People.Raiser, People.Supervisor, People.Coordinator, People.Auditor, People.Administrator, _people.First,
            _people.Leaver,
        ];
        foreach (var person in everybody)
        {
            using var browser = await _server.BrowserAsync(person);
            foreach (var address in new[] { "/", "/account", "/receipts", "/raise" })
            {
                var page = await browser.OpenAsync(address);
                page.Status.ShouldBe(200, $"{address} for {person}");
                page.Heading.ShouldNotBeEmpty();
                page.Title.ShouldEndWith(" – Wexcombe");
                page.Document.QuerySelectorAll(".foot a[href^='tel:']").Length.ShouldBe(3);
            }
        }
    }

    [Fact, Trait("Rule", "R1")]
    public async Task Somebody_who_left_within_the_year_raises_and_reads_the_receipt()
    {
        using var leaver = await _server.BrowserAsync(_people.Leaver);
        var form = await leaver.OpenAsync("/raise");
        var receipt = await leaver.DoAsync(form, "raise", ("what", "I still hear from them."));
        receipt.Heading.ShouldBe("We have it");
        (await leaver.OpenAsync("/receipts")).Html.ShouldContain(receipt.Find(".code")!.TextContent);
    }

    [Fact]
    public async Task An_unknown_address_is_a_page_with_the_emergency_numbers()
    {
        using var browser = await _server.BrowserAsync(People.Raiser);
        var page = await browser.OpenAsync("/no/such/page");
        page.Status.ShouldBe(404);
        page.Heading.ShouldBe("We can’t show you this");
        page.Find(".sos a[href='tel:999']").ShouldNotBeNull();
    }

    private async Task<ServedPage> PageOf(string person, Guid id)
    {
        using var browser = await _server.BrowserAsync(person);
        return await browser.OpenAsync($"/escalations/{id}");
    }
}
