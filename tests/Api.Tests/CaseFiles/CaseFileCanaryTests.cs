using Safeguard.Api.Tests.Health;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>
/// A word of its own in every field of every request about a case file that holds a name or somebody's words: its
/// readers read it, and it is in no log line, trace, metric, address, e-mail or table.
/// </summary>
[Trait("Rule", "R25")]
public sealed class CaseFileCanaryTests : IAsyncLifetime
{
    private readonly List<string> _words = [];
    private Overheard _heard = null!;

    private SafeguardTestServer Server => _heard.Server;

    public async ValueTask InitializeAsync() => _heard = await Overheard.StartAsync();

    public ValueTask DisposeAsync() => _heard.DisposeAsync();

    [Fact]
    public async Task Every_word_of_a_case_file_is_read_by_its_readers_and_found_nowhere_else()
    {
        using var measured = new Measured(Server);
        using var owner = await Server.ClientAsync(Wexcombe.Supporter);
        using var supervisor = await Server.ClientAsync(Wexcombe.Supervisor);
        using var coordinator = await Server.ClientAsync(Wexcombe.Coordinator);
        using var protection = await Server.ClientAsync(Wexcombe.DataProtection);
        var file = Guid.CreateVersion7();
        (await owner.PutAsync($"/api/case-files/{file}", new { kind = "mentoring" })).Status.ShouldBe(201);
        await CrisisAsync(owner, supervisor, file);
        await WorkAsync(owner, supervisor, coordinator, file);
        await Files.DoneAsync(protection, file, "legal-hold", new { reason = Word("hold") });
        await Files.DoneAsync(protection, file, "legal-hold/lifting", new { reason = Word("release") });
        await Files.DoneAsync(
            coordinator, file, "restriction", new { named = new[] { "we0014" }, reason = Word("restrict") });
        await Files.DoneAsync(coordinator, file, "restriction/lifting", new { reason = Word("lift") });
        await EndAsync(owner, supervisor, file);

        var read = await supervisor.GetJsonAsync($"/api/case-files/{file}");
        _words.Where(word => !read.Text.Contains(word, StringComparison.Ordinal))
            .ShouldBeEmpty("its readers do not read");
        await RefuseAsync(file);
        await Server.AdvanceAsync("P3D");
        await _heard.NothingOfAsync(measured, [.. _words]);
        _heard.Traced.ShouldContain(span => span.StartsWith("logContact", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>A crisis in which a trusted contact is told on one name, and a question that waits too long.</summary>
    private async Task CrisisAsync(HttpClient owner, HttpClient supervisor, Guid file)
    {
        using var senior = await Server.ClientAsync(Wexcombe.AlderFirst);
        var (contact, disclosure, question) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Files.DoneAsync(owner, file, "contacts", new
        {
            contact,
            mode = "phone",
            minutes = 5,
            band = "Immediate",
            note = Word("now"),
        });
        await senior.DoesAsync(contact, "acknowledgement", new { });
        await Files.DoneAsync(senior, file, "disclosures", new
        {
            disclosure,
            what = Word("told"),
            toWhom = Word("parent"),
            why = Word("danger"),
            trustedContact = true,
        });
        await Files.DoneAsync(
            supervisor, file, $"disclosures/{disclosure}/second-name", new { grounds = Word("second") });
        await senior.ClosesAsync(contact);
        await Files.DoneAsync(
            supervisor, file, "questions", new { id = question, of = Wexcombe.Supporter, question = Word("late") });
        await Server.AdvanceAsync("PT25H");
        await Files.DoneAsync(
            owner, file, "explanations", new { deadline = "question", item = question, reason = Word("excuse") });
        await Files.DoneAsync(owner, file, $"questions/{question}/answer", new { answer = Word("lateAnswer") });
    }

    private async Task WorkAsync(HttpClient owner, HttpClient supervisor, HttpClient coordinator, Guid file)
    {
        await Files.DoneAsync(owner, file, "identity", new
        {
            name = Word("name"),
            reach = Word("reach"),
            trustedContact = Word("trusted"),
        });
        await Files.DoneAsync(owner, file, "consent", new { to = "record", given = true, how = Word("how") });
        var contact = Guid.CreateVersion7();
        await Files.DoneAsync(owner, file, "contacts", new
        {
            contact,
            mode = "phone",
            minutes = 5,
            topics = new[] { Word("topic") },
            note = Word("note"),
        });
        await Files.DoneAsync(owner, file, $"contacts/{contact}/correction", new
        {
            mode = "phone",
            minutes = 6,
            topics = new[] { Word("newTopic") },
            note = Word("newNote"),
            reason = Word("why"),
        });
        var goal = Guid.CreateVersion7();
        await Files.DoneAsync(owner, file, "goals", new { goal, what = Word("goal") });
        await Files.DoneAsync(owner, file, $"goals/{goal}/met", new { note = Word("met") });
        await Files.DoneAsync(
            owner, file, "planned-contacts", new { mode = "phone", at = "2026-11-23T12:00:00Z", note = Word("plan") });
        await Files.DoneAsync(owner, file, "signposts", new { service = "samaritans", note = Word("signpost") });
        await Files.DoneAsync(
            coordinator, file, "attachments", new { channel = "letter", from = Word("from"), words = Word("letter") });
        var (question, action) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Files.DoneAsync(
            supervisor, file, "questions", new { id = question, of = Wexcombe.Supporter, question = Word("question") });
        await Files.DoneAsync(owner, file, $"questions/{question}/answer", new { answer = Word("answer") });
        await Files.DoneAsync(owner, file, "actions", new { action, what = Word("action") });
        await Files.DoneAsync(owner, file, $"actions/{action}/completion", new { note = Word("done") });
        await Files.DoneAsync(
            owner, file, "involvement", new { who = "emergencyServices", note = Word("involved") });
        await Files.DoneAsync(owner, file, "disclosures", new
        {
            what = Word("what"),
            toWhom = Word("toWhom"),
            why = Word("because"),
            grounds = Word("grounds"),
        });
        await Files.DoneAsync(owner, file, "handover", new { to = Files.Free, reason = Word("handover") });
        using var free = await Server.ClientAsync(Files.Free);
        await Files.DoneAsync(free, file, "handover/decline", new { reason = Word("decline") });
    }

    private async Task EndAsync(HttpClient owner, HttpClient supervisor, Guid file)
    {
        var version = (await owner.GetJsonAsync($"/api/case-files/{file}")).ETag;
        await Files.DoneAsync(owner, file, "resolution", new
        {
            reason = "supportComplete",
            summary = Word("summary"),
            followUp = Word("followUp"),
            decisions = new[] { new { decision = Word("decision"), reason = Word("reason") } },
            outcome = Word("outcome"),
            told = new[] { Word("told") },
        }, version);
        await Files.DoneAsync(owner, file, "reopening", new { reason = Word("reopen") });
        await Files.ResolveAsync(owner, file, Word("again"));
        version = (await supervisor.GetJsonAsync($"/api/case-files/{file}")).ETag;
        await Files.DoneAsync(supervisor, file, "closure", new { note = Word("closure") }, version);
    }

    /// <summary>What is refused, unreadable or sent by a form keeps its words to itself as well.</summary>
    private async Task RefuseAsync(Guid file)
    {
        using var owner = await Server.ClientAsync(Wexcombe.Supporter);
        var wrong = Word("wrong");
        await owner.PostAsync($"/api/case-files/{file}/goals", new { what = wrong, by = wrong });
        await owner.PostAsync($"/api/case-files/{file}/contacts", new { mode = wrong, band = wrong, note = wrong });
        await owner.PostAsync($"/api/case-files/{file}/signposts", new { service = wrong, note = wrong });
        await owner.PutAsync($"/api/case-files/{Guid.CreateVersion7()}", new { supporter = wrong, panel = wrong });
        using var broken = new StringContent($"{{\"note\":\"{wrong}");
        await owner.SendAsync(HttpMethod.Post, $"/api/case-files/{file}/contacts", broken, null);
        using var browser = await Server.BrowserAsync(Wexcombe.Supporter);
        using var form = new FormUrlEncodedContent([new("note", wrong), new("mode", wrong)]);
        using var refused = await browser.PostAsync($"/case-files/{file}/contacts", form);
        _heard.Addresses.Enqueue(refused.Headers.ToString());
    }

    /// <summary>No word of any language, and none twice.</summary>
    private string Word(string field)
    {
        var word = $"qxz{_words.Count}{field}Quillfeather";
        _words.Add(word);
        return word;
    }
}
