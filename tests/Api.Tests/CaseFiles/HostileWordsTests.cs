using System.Globalization;
using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>
/// Words that are written to do harm are kept to the letter, shown as words and nothing else; too many are refused.
/// </summary>
public sealed class HostileWordsTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private static readonly string[] Hostile =
    [
        "<script>alert(1)</script><img src=x onerror=alert(1)>", "\" autofocus onfocus=\"alert(1)",
        "javascript:alert(1)", "'; drop table case_files; --", "=HYPERLINK(\"https://elsewhere.example\",\"Look\")",
        "\u202Egnihton si siht\u202C", "zero\u200Bwidth\u2060joined\uFEFF", "{{7*7}} ${7*7} @(7*7)",
        "e\u0301 and \u00E9",
        "</textarea></form><form action=https://elsewhere.example>",
    ];

    private SafeguardTestServer Server => wexcombe.Server;

    [Fact, Trait("Rule", "R2")]
    public async Task Hostile_words_are_kept_to_the_letter_and_do_nothing_on_the_page()
    {
        using var owner = await Server.ClientAsync(Wexcombe.Supporter);
        using var browser = await Server.BrowserAsync(Wexcombe.Supporter);
        var (plain, _) = await Files.OpenAsync(owner);
        await FillAsync(owner, plain, "Words.");
        var calm = await LookAsync(browser, plain);
        foreach (var words in Hostile)
        {
            var (file, _) = await Files.OpenAsync(owner);
            await FillAsync(owner, file, words);
            var read = await owner.GetJsonAsync($"/api/case-files/{file}");
            var story = read["timeline"].EnumerateArray().ToList();
            read["student"].GetProperty("name").GetString().ShouldBe(words);
            story.Single(entry => entry.GetProperty("event").GetString() == "ContactLogged")
                .GetProperty("note").GetString().ShouldBe(words);
            story.Single(entry => entry.GetProperty("event").GetString() == "ReceivedAttached")
                .GetProperty("words").GetString().ShouldBe(words);
            // No sort of element and no form that is not there with harmless words.
            (await LookAsync(browser, file)).ShouldBe(calm, words);
        }
    }

    [Fact, Trait("Rule", "R20")]
    public async Task A_hundred_thousand_characters_are_refused_with_a_reason_and_nothing_is_saved()
    {
        using var owner = await Server.ClientAsync(Wexcombe.Supporter);
        using var browser = await Server.BrowserAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(owner);
        var before = (await owner.GetJsonAsync($"/api/case-files/{file}"))["timeline"].GetArrayLength();
        var words = new string('a', 100_000);
        (string Noun, object Body)[] sent =
        [
            ("contacts", new { mode = "phone", minutes = 5, note = words }), ("identity", new { name = words }),
            ("attachments", new { channel = "letter", from = "A parent", words }),
            ("reopening", new { reason = words }), ("questions", new { of = Wexcombe.Supervisor, question = words }),
            ("actions", new { what = words }),
            ("consent", new { to = "record", given = true, how = words }), ("resolution", Files.Resolution(words)),
        ];
        foreach (var (noun, body) in sent)
        {
            var answer = await owner.PostAsync($"/api/case-files/{file}/{noun}", body, "\"1\"");
            answer.Status.ShouldBe(413, $"{noun}: {answer.Text[..Math.Min(answer.Text.Length, 200)]}");
            answer.Code.ShouldNotBeNull(noun);
        }

        var page = await browser.OpenAsync($"/case-files/{file}");
        var tooLong = await browser.SubmitAsync(page, "contacts", ("mode", "phone"), ("minutes", "5"), ("note", words));
        (tooLong.Status, tooLong.Value("#contacts-note")).ShouldBe((422, words));
        tooLong.Text.ShouldContain("That is too long. Shorten it and send it again.");
        (await owner.GetJsonAsync($"/api/case-files/{file}"))["timeline"].GetArrayLength().ShouldBe(before);
    }

    [Theory, Trait("Rule", "R20")]
    [InlineData("minutes", -1)]
    [InlineData("minutes", 1441)]
    [InlineData("minutes", int.MaxValue)]
    public async Task A_number_that_no_conversation_lasts_is_refused(string field, int value)
    {
        using var owner = await Server.ClientAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(owner);
        var body = new Dictionary<string, object> { ["mode"] = "phone", ["note"] = "Words.", [field] = value };
        var refused = await owner.PostAsync($"/api/case-files/{file}/contacts", body);
        refused.Status.ShouldBe(422, value.ToString(CultureInfo.InvariantCulture));
        refused.Text.ShouldContain(field);
    }

    private static async Task FillAsync(HttpClient owner, Guid file, string words)
    {
        var (contact, action) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Files.DoneAsync(owner, file, "identity", new { name = words, reach = words, trustedContact = words });
        await Files.DoneAsync(owner, file, "consent", new { to = "record", given = true, how = words });
        await Files.DoneAsync(owner, file, "contacts", new
        {
            contact,
            mode = "phone",
            minutes = 5,
            topics = new[] { words },
            note = words,
        });
        await Files.DoneAsync(
            owner, file, $"contacts/{contact}/correction",
            new { mode = "phone", minutes = 6, note = words, reason = words });
        await Files.DoneAsync(owner, file, "attachments", new { channel = "letter", from = words, words });
        await Files.DoneAsync(owner, file, "questions", new { of = Wexcombe.Supporter, question = words });
        await Files.DoneAsync(owner, file, "actions", new { action, what = words });
        await Files.DoneAsync(owner, file, "disclosures", new { what = words, toWhom = words, why = words });
    }

    private static async Task<(string Elements, int Forms)> LookAsync(HttpClient browser, Guid file)
    {
        var page = await browser.OpenAsync($"/case-files/{file}");
        page.Status.ShouldBe(200);
        page.Document.QuerySelectorAll("script:not([src]), [onerror], [onfocus], [autofocus]").ShouldBeEmpty();
        var elements = page.Document.All.Select(element => element.LocalName).Distinct().Order(StringComparer.Ordinal);
        return (string.Join(' ', elements), page.Document.Forms.Length);
    }
}
