using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>
/// One file, everybody around it, and every address under it: where nothing is somebody's to know, the answer is the
/// one for a file that is not there; where the state alone is theirs, the rest is refused and no word is shown.
/// </summary>
[Trait("Rule", "R13")]
[Trait("Rule", "R15")]
public sealed class RelationMatrixTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Words = "Only its readers know this sentence.";
    private const string Former = Wexcombe.Supporter;
    private const string Owner = Files.Free;
    private const string NotThere = "caseFile.notThere";

    /// <summary>By the path beneath a file's address, who gets through; everybody else there is refused.</summary>
    private static readonly (string Path, string Who)[] Expected =
    [
        ("actions", "OSU"), ("actions/{part}/completion", "OSU"), ("attachments", "OSUCD"), ("closure", "SU"),
        ("consent", "OSU"), ("contacts", "OSU"), ("contacts/{part}/correction", "OSU"), ("disclosures", "OSU"),
        ("disclosures/{part}/second-name", "OSU"), ("explanations", "OSU"), ("goals", "OSU"),
        ("goals/{part}/met", "OSU"), ("handover", "O"), ("handover/acceptance", "O"), ("handover/decline", ""),
        ("identity", "OSU"), ("involvement", "OSU"), ("legal-hold", "D"), ("legal-hold/lifting", "D"),
        ("planned-contacts", "O"), ("questions", "OSU"), ("questions/{part}/answer", "OSU"), ("reassignment", "C"),
        ("reopening", "OSUC"), ("resolution", "O"), ("restriction", "SUC"), ("restriction/lifting", "SUC"),
        ("signposts", "OSU"),
    ];

    private SafeguardTestServer Server => wexcombe.Server;

    [Fact]
    public async Task Every_address_of_a_file_answers_everybody_as_the_rules_say()
    {
        var (file, code) = await FileAsync();
        Paths().Except(Expected.Select(row => row.Path)).ShouldBe(["conflict"], "an address is not in the table");
        var wrong = new List<string>();
        foreach (var (letter, person) in Knowing())
        {
            using var client = await Server.ClientAsync(person);
            foreach (var (path, who) in Expected)
            {
                var answer = await client.PostAsync(Address(file, path), new { });
                var through = answer.Status != 403 && answer.Code != NotThere;
                if (through != who.Contains(letter, StringComparison.Ordinal) || answer.Code == NotThere)
                    wrong.Add($"{path} by {letter}: {answer.Status} {answer.Code}");
            }

            var read = await client.GetJsonAsync($"/api/case-files/{file}");
            read.Status.ShouldBe(200, $"{letter}: {read.Text}");
            read.Text.Contains(Words, StringComparison.Ordinal).ShouldBe(letter is 'O' or 'S' or 'U', $"{letter}");
            var history = await client.GetJsonAsync($"/api/case-files/{file}/history");
            history.Text.Contains(Words, StringComparison.Ordinal).ShouldBe(letter is 'O' or 'S' or 'U', $"{letter}");
            (await client.GetJsonAsync("/api/case-files?state=open")).Text.ShouldContain(code);
            using var browser = await Server.BrowserAsync(person);
            var page = await browser.OpenAsync($"/case-files/{file}");
            page.Heading.ShouldBe(code);
            page.Html.Contains(Words, StringComparison.Ordinal).ShouldBe(letter is 'O' or 'S' or 'U', $"{letter}");
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public async Task To_whom_nothing_of_it_is_known_it_looks_to_the_last_byte_as_if_it_were_not_there()
    {
        var (file, code) = await FileAsync();
        var nothing = Guid.CreateVersion7();
        foreach (var person in await StrangersAsync(file))
        {
            using var client = await Server.ClientAsync(person);
            var paths = Expected.Select(row => row.Path);
            // Who stepped aside and says so once more is told that it is so.
            foreach (var path in person == Wexcombe.OtherCoordinator ? paths : paths.Append("conflict"))
            {
                var (there, not) = (await client.PostAsync(Address(file, path), new { }),
                    await client.PostAsync(Address(nothing, path), new { }));
                (there.Status, there.Text, there.ETag).ShouldBe((not.Status, not.Text, not.ETag), $"{path} {person}");
                there.Status.ShouldBeOneOf(403, 404);
            }

            foreach (var path in new[] { "", "/history", "/history?asKnownAt=2026-11-20T12:00:00Z" })
            {
                var there = await client.GetJsonAsync($"/api/case-files/{file}{path}");
                var not = await client.GetJsonAsync($"/api/case-files/{nothing}{path}");
                (there.Status, there.Text).ShouldBe((404, not.Text), $"{path} {person}");
            }

            (await client.GetJsonAsync("/api/case-files")).Text.ShouldNotContain(code);
            await SeesNoPageAsync(person, file, nothing, code);
        }
    }

    [Fact]
    public async Task Every_form_that_a_page_offers_is_one_that_its_reader_may_send()
    {
        var (file, _) = await FileAsync();
        foreach (var (letter, person) in Knowing())
        {
            using var browser = await Server.BrowserAsync(person);
            var page = await browser.OpenAsync($"/case-files/{file}");
            var forms = page.Document.QuerySelectorAll("main form[method=post]").Select(form => form.Id!).ToList();
            forms.Count.ShouldBeGreaterThan(1, $"{letter}");
            foreach (var form in forms.Where(form => form != "conflict"))
            {
                var sent = await browser.PostAsync(
                    page.Document.GetElementById(form)!.GetAttribute("action")!, Typed(page, form));
                sent.Status.ShouldBeOneOf([303, 409, 412, 422], $"{form} by {letter}: {sent.Text}");
            }
        }
    }

    /// <summary>What the form sends when nothing is typed into it.</summary>
    private static Dictionary<string, string> Typed(ServedPage page, string form) =>
        page.Document.GetElementById(form)!.QuerySelectorAll("input[type=hidden]").ToDictionary(
            field => field.GetAttribute("name")!, field => field.GetAttribute("value") ?? "", StringComparer.Ordinal);

    private async Task SeesNoPageAsync(string person, Guid file, Guid nothing, string code)
    {
        using var browser = await Server.BrowserAsync(person);
        foreach (var path in new[] { "", "/yours" })
        {
            var there = await browser.OpenAsync($"/case-files/{file}{path}");
            var not = await browser.OpenAsync($"/case-files/{nothing}{path}");
            (there.Status, there.Title, there.Heading).ShouldBe((404, not.Title, not.Heading), $"{path} {person}");
        }

        (await browser.OpenAsync("/case-files")).Text.ShouldNotContain(code);
        var looked = await browser.OpenAsync($"/case-files?code={code}");
        looked.Text.ShouldContain($"We can’t show you {code}");
        var sent = new Dictionary<string, string>(StringComparer.Ordinal) { ["note"] = "Words." };
        (await browser.PostAsync($"/case-files/{file}/contacts", sent)).Status
            .ShouldBe((await browser.PostAsync($"/case-files/{nothing}/contacts", sent)).Status);
    }

    /// <summary>Somebody has its urgent contact, and it was handed over: it has a former owner.</summary>
    private async Task<(Guid Id, string Code)> FileAsync()
    {
        using var former = await Server.ClientAsync(Former);
        var (file, code) = await Files.OpenAsync(former);
        var contact = Guid.CreateVersion7();
        await Files.DoneAsync(former, file, "contacts", new
        {
            contact,
            mode = "phone",
            minutes = 5,
            band = "Immediate",
            note = Words,
        });
        using var duty = await Server.ClientAsync(Wexcombe.AlderFirst);
        (await duty.PostAsync($"/api/escalations/{contact}/acknowledgement", new { })).Status.ShouldBe(204);
        await Files.DoneAsync(former, file, "handover", new { to = Owner, reason = "I move away." });
        using var owner = await Server.ClientAsync(Owner);
        await Files.DoneAsync(owner, file, "handover/acceptance", new { });
        return (file, code);
    }

    /// <summary>Owner, supervisor, Senior Member of its urgent contact, Coordinator, Data Protection.</summary>
    private IEnumerable<(char Letter, string Person)> Knowing() =>
    [
        ('O', Owner), ('S', SupervisorOf(Owner)), ('U', Wexcombe.AlderFirst), ('C', Wexcombe.Coordinator),
        ('D', Wexcombe.DataProtection),
    ];

    private async Task<IReadOnlyList<string>> StrangersAsync(Guid file)
    {
        using var conflicted = await Server.ClientAsync(Wexcombe.OtherCoordinator);
        await Files.DoneAsync(conflicted, file, "conflict", new { });
        var formerSupervisor = SupervisorOf(Former);
        formerSupervisor.ShouldNotBe(SupervisorOf(Owner));
        return [Former, formerSupervisor, "we0103", Wexcombe.ElsewhereSenior, Wexcombe.Auditor, "we0013",
            Wexcombe.OtherCoordinator];
    }

    private string SupervisorOf(string supporter) =>
        Server.Directory.Present.Person(new(supporter))!.Supervisor!.Value.Value;

    private static string Address(Guid file, string path) =>
        $"/api/case-files/{file}/{path.Replace("{part}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal)}";

    private IReadOnlyList<string> Paths() =>
    [
        .. Server.Parts.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => endpoint.RoutePattern.RawText!.TrimStart('/'))
            .Where(path => path.StartsWith("api/case-files/{id:guid}/", StringComparison.Ordinal)
                && !path.EndsWith("history", StringComparison.Ordinal))
            .Select(path => path["api/case-files/{id:guid}/".Length..].Replace(":guid", "", StringComparison.Ordinal)),
    ];
}
