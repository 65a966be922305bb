using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>
/// The four failures of the 2022 Exeter inquest, walked through the real server in the domain's words: none of them can
/// happen here.
/// </summary>
public sealed class ExeterScenarioTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private const string Supporter = "we0102";
    private const string Colleague = "we0105";

    [Fact, Trait("Rule", "R2"), Trait("Rule", "R3"), Trait("Rule", "R23")]
    public async Task What_was_received_travels_a_question_closes_nothing_a_log_stays_and_an_e_mail_is_no_contact()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Supporter);
        using var supervisor = await wexcombe.Server.ClientAsync(Wexcombe.Supervisor);
        var (file, code) = await Files.OpenAsync(supporter);
        var address = $"/api/case-files/{file}";

        // A parent's voicemail is attached to the file, and is still there for whoever has it next.
        (await supporter.PostAsync($"{address}/attachments", new
        {
            channel = "voicemail",
            from = "A parent",
            words = "She did not sound like herself. Please ring me.",
        })).Status.ShouldBe(204);

        // Answered only by e-mail: that is on record as no contact made.
        var contact = Guid.CreateVersion7();
        (await supporter.PostAsync($"{address}/contacts", new
        {
            contact,
            mode = "message",
            minutes = 5,
            topics = new[] { "Loneliness" },
            note = "Wrote to ask how she is.",
        })).Status.ShouldBe(204);
        (await supporter.GetJsonAsync(address))["spokenWith"].GetBoolean().ShouldBeFalse();

        // "Where is the referral?" is a question: it has an owner and a deadline, and the file stays open.
        var question = Guid.CreateVersion7();
        var asked = await supervisor.PostAsync(
            $"{address}/questions", new { id = question, of = Supporter, question = "Where is the referral?" });
        asked.Status.ShouldBe(204, asked.Text);
        (await supporter.PostAsync($"{address}/questions/{question}/answer", new { answer = "Not offered yet." }))
            .Status.ShouldBe(204);
        (await supporter.GetJsonAsync(address))["state"].GetString().ShouldBe("Open");

        // A log cannot be deleted: there is no such request, and a correction leaves both to be seen.
        var deleted = await supporter.SendAsync(HttpMethod.Delete, $"{address}/contacts/{contact}", null, null);
        deleted.Status.ShouldBeOneOf(404, 405);
        (await supporter.PostAsync($"{address}/contacts/{contact}/correction", new
        {
            mode = "message",
            minutes = 10,
            note = "Wrote twice to ask how she is.",
            reason = "I had left out the second message.",
        })).Status.ShouldBe(204);

        // Handed over, everything is there for the next supporter; the former one reads it no more.
        (await supporter.PostAsync($"{address}/handover", new { to = Files.Free, reason = "I move away." }))
            .Status.ShouldBe(204);
        using var next = await wexcombe.Server.ClientAsync(Files.Free);
        (await next.PostAsync($"{address}/handover/acceptance", new { })).Status.ShouldBe(204);
        var read = await next.GetJsonAsync(address);
        var story = read["timeline"].EnumerateArray().ToList();
        story.Select(entry => entry.GetProperty("event").GetString()).ShouldBe([
            "CaseFileOpened", "ReceivedAttached", "ContactLogged", "CaseQuestionAsked", "CaseQuestionAnswered",
            "ContactCorrected", "HandoverOffered", "CaseFileHandedOver"]);
        story[1].GetProperty("words").GetString().ShouldBe("She did not sound like herself. Please ring me.");
        story[2].GetProperty("note").GetString().ShouldBe("Wrote to ask how she is.");
        story[5].GetProperty("reason").GetString().ShouldBe("I had left out the second message.");
        read["code"].GetString().ShouldBe(code);
        (await supporter.GetJsonAsync(address)).Status.ShouldBe(404);

        // What was known when: before the voicemail came nobody knew of it.
        var opened = story[0].GetProperty("at").GetString();
        var known = await next.GetJsonAsync($"{address}/history?asKnownAt={opened}");
        known["timeline"].GetArrayLength().ShouldBe(1);
    }

    [Fact, Trait("Rule", "R15")]
    public async Task Not_yours_to_know_looks_exactly_like_not_there()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Supporter);
        using var colleague = await wexcombe.Server.ClientAsync(Colleague);
        var (file, _) = await Files.OpenAsync(supporter);
        var theirs = await colleague.GetJsonAsync($"/api/case-files/{file}");
        var nobodys = await colleague.GetJsonAsync($"/api/case-files/{Guid.CreateVersion7()}");
        (theirs.Status, theirs.Text).ShouldBe((404, nobodys.Text));
        var change = await colleague.PostAsync($"/api/case-files/{file}/contacts", new { });
        var nothing = await colleague.PostAsync($"/api/case-files/{Guid.CreateVersion7()}/contacts", new { });
        (change.Status, change.Text).ShouldBe((404, nothing.Text));
    }
}
