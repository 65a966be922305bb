using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Pages.Served;

/// <summary>A session that ends never costs anybody what they typed, and signing in leads back (R1, R25).</summary>
[Collection(ServedPages.Name)]
public sealed class SignedOutFormTests(WexcombeServer wexcombe)
{
    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Fact, Trait("Rule", "R1")]
    public async Task A_raise_without_a_session_keeps_every_word_and_is_sent_with_one_button_after_signing_in()
    {
        using var browser = await _server.BrowserAsync(People.Raiser);
        var form = await browser.OpenAsync("/raise");
        var typed = form.Filled("raise", ("what", "Two lines\r\nand “quotes” & <tags>."), ("where", "Staircase 4"));
        await browser.DoAsync(await browser.OpenAsync("/receipts"), "sign-out");

        var kept = await browser.PostAsync("/raise", typed);
        kept.Status.ShouldBe(401);
        kept.Heading.ShouldBe("You were signed out");
        kept.Text.ShouldStartWith("Nothing has been sent yet");
        kept.Text.ShouldContain("and “quotes” & <tags>.");
        kept.Find("a[href^='tel:']").ShouldNotBeNull();
        kept.Find("a[target=_blank]")!.GetAttribute("href").ShouldBe("/sign-in?returnTo=%2Fsigned-in");

        using var person = new FormUrlEncodedContent([new("person", People.Raiser), new("returnTo", "/signed-in")]);
        using var signedIn = await browser.PostAsync("/demo/sign-in", person, TestContext.Current.CancellationToken);
        signedIn.Headers.Location!.OriginalString.ShouldBe("/signed-in");
        kept.Find("form[method=post]")!.Id = "kept";
        var receipt = await browser.DoAsync(kept, "kept");
        receipt.Heading.ShouldBe("We have it");
        var id = receipt.Find("form#add")!.GetAttribute("action")!.Split('/')[2];
        id.ShouldBe(typed["id"]);

        using var first = await _server.BrowserAsync(new People(_server).First);
        var said = await first.OpenAsync($"/escalations/{id}");
        said.Find("blockquote")!.TextContent.ShouldBe("Two linesand “quotes” & <tags>.");
    }

    [Fact]
    public async Task A_page_without_a_session_leads_to_signing_in_and_back()
    {
        using var browser = _server.Client();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        (await browser.OpenAsync("/receipts?before=1")).Location.ShouldBe("/sign-in?returnTo=%2Freceipts%3Fbefore%3D1");
        var page = await browser.OpenAsync("/sign-in?returnTo=%2Freceipts");
        page.Value("form[action='/demo/sign-in'] input[name=returnTo]").ShouldBe("/receipts");
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example")]
    public async Task Signing_in_never_leads_away_from_this_site(string returnTo)
    {
        using var browser = _server.Client();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = await browser.OpenAsync("/sign-in?returnTo=" + Uri.EscapeDataString(returnTo));
        page.Value("form[action='/demo/sign-in'] input[name=returnTo]").ShouldBe("");
        using var person = new FormUrlEncodedContent([new("person", People.Raiser), new("returnTo", returnTo)]);
        using var signedIn = await browser.PostAsync("/demo/sign-in", person, TestContext.Current.CancellationToken);
        signedIn.Headers.Location!.OriginalString.ShouldBe("/");
    }

    [Fact]
    public async Task Anybody_can_be_found_in_the_demo_without_a_name_in_an_address()
    {
        using var browser = _server.Client();
        browser.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = await browser.OpenAsync("/sign-in");
        page.Find("form#find")!.GetAttribute("method").ShouldBe("post");
        var found = await browser.SubmitAsync(page, "find", ("find", "zielinski NGUYỄN"));
        found.Text.ShouldContain("Nguyễn Zielinski");
    }
}
