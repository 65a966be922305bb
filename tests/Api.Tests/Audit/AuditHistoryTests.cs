using System.Text.Json;
using Safeguard.Api.Tests.CaseFiles;
using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Reading;
using Safeguard.Api.Tests.Referrals;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain.Access;

namespace Safeguard.Api.Tests.Audit;

/// <summary>An auditor reads a record with both clocks, as it was known at any moment, and names nobody.</summary>
[Trait("Rule", "R24")]
public sealed class AuditHistoryTests : IAsyncLifetime
{
    private const string Words = "Only its readers know this sentence.";

    private SafeguardTestServer _server = null!;

    public async ValueTask InitializeAsync() => _server = await SafeguardTestServer.StartAsync();

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Fact]
    public async Task It_is_told_as_it_was_known_with_who_was_on_duty_and_the_standing_then()
    {
        using var auditor = await _server.ClientAsync(Wexcombe.Auditor);
        var id = await LivedAsync();
        var raised = Moment((await HistoryAsync(auditor, id))["events"][0].GetProperty("at").GetString()!);
        var then = await HistoryAsync(auditor, id, raised);
        then["state"].GetString().ShouldBe("Raised");
        then["leftOut"].GetInt32().ShouldBeGreaterThan(0);
        then["duty"].GetProperty("first").GetString().ShouldBe(Wexcombe.AlderFirst);
        then["duty"].GetProperty("deputy").GetString().ShouldBe(Wexcombe.AlderDeputy);
        then["standing"].GetProperty("person").GetString().ShouldBe(Wexcombe.Supporter);
        then["standing"].GetProperty("standing").GetString().ShouldBe("Current");
        then["because"].GetProperty("state").GetInt32().ShouldBe(1);
        Behind(then, "duty").ShouldBe(["RoleGranted", "RoleGranted", "ShiftPlanned", "ShiftPlanned"]);
        Behind(then, "standing").ShouldContain("SupervisionAttended");
        Behind(then, "standing").ShouldContain("TermDatesSet");
        then["deadlines"][0].GetProperty("state").GetString().ShouldBe("running");
        // It happened twenty minutes before it was recorded, and both are said.
        var first = then["events"][0];
        // The rest of the receipt's code is the raiser's alone.
        first.GetProperty("receipt").GetString()!.Length.ShouldBe(4);
        (Moment(first.GetProperty("at").GetString()!) - Moment(first.GetProperty("occurredAt").GetString()!))
            .ShouldBe(TimeSpan.FromMinutes(20), tolerance: TimeSpan.FromSeconds(5));

        var before = await HistoryAsync(auditor, id, raised.AddSeconds(-1));
        before["known"].GetInt32().ShouldBe(0);
        before.Body.TryGetProperty("state", out _).ShouldBeFalse();

        var now = await HistoryAsync(auditor, id);
        (now["state"].GetString(), now["leftOut"].GetInt32()).ShouldBe(("Acknowledged", 0));
        now["owner"].GetString().ShouldBe(Wexcombe.AlderFirst);
        var missed = now["deadlines"].EnumerateArray().First(due =>
            due.GetProperty("which").GetString() == "AcknowledgeBy");
        missed.GetProperty("state").GetString().ShouldBe("missed");
        missed.GetProperty("lateBySeconds").GetInt64().ShouldBeInRange(120, 179);
        missed.GetProperty("explainedBy").GetInt32().ShouldBe(now["known"].GetInt32());
    }

    [Fact]
    public async Task Everything_that_is_said_of_it_leads_to_the_events_that_it_follows_from()
    {
        var id = await LivedAsync();
        using var auditor = await _server.BrowserAsync(Wexcombe.Auditor);
        var page = await auditor.OpenAsync($"/audit/history/escalation:{id}");
        foreach (var fact in page.Document.QuerySelectorAll("dl.facts > div"))
        {
            if (fact.TextContent.Contains("ships with", StringComparison.Ordinal)) continue;
            fact.QuerySelectorAll("a").ShouldNotBeEmpty(fact.TextContent);
        }

        var links = page.Document.QuerySelectorAll("dl.facts a").Select(link => link.GetAttribute("href")!).ToList();
        foreach (var link in links) page.Document.GetElementById(link[1..]).ShouldNotBeNull(link);
        page.Find("#grounds ~ ol h3")!.TextContent.ShouldStartWith("Event ");
        links.ShouldContain(link => link.StartsWith($"#supporter-{Wexcombe.Supporter}-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_found_by_its_code_and_by_kind_and_id_and_each_reading_is_on_record()
    {
        using var auditor = await _server.BrowserAsync(Wexcombe.Auditor);
        using var api = await _server.ClientAsync(Wexcombe.Auditor);
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(supporter);
        foreach (var name in new[] { code, file.ToString(), $"case-file:{code}" })
            (await api.GetJsonAsync($"/api/audit/history/{name}"))["item"].GetString().ShouldBe($"case-file:{file}");
        (await api.GetJsonAsync("/api/audit/history/WX-ZZZZ")).Status.ShouldBe(404);
        (await api.GetJsonAsync($"/api/audit/history/{file}?asKnownAt=x")).Status.ShouldBe(422);
        (await FollowAsync(auditor, $"/audit?code={code}")).Text.ShouldContain($"History of case file {code}");
        (await auditor.OpenAsync("/audit?code=WX-ZZZZ")).Text.ShouldContain("Nothing is called that");
        (await _server.ReadingOfAsync(Wexcombe.Auditor)).OfType<RecordRead>()
            .ShouldHaveSingleItem().ShouldBe(new(new(Wexcombe.Auditor), new("case-file", file), ReadPurpose.Review));
    }

    [Fact]
    public async Task A_file_leads_to_its_referral_and_urgent_contact_and_each_of_them_back()
    {
        using var api = await _server.ClientAsync(Wexcombe.Auditor);
        using var auditor = await _server.BrowserAsync(Wexcombe.Auditor);
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(supporter);
        var crisis = Guid.CreateVersion7();
        await Files.DoneAsync(supporter, file, "contacts", Files.Contact(crisis, "Immediate"));
        var referral = await supporter.OffersAsync(code);
        await supporter.ConsentsAsync(referral);

        (await api.GetJsonAsync($"/api/audit/history/case-file:{file}"))["kept"].Deserialize<string[]>()
            .ShouldBe([$"escalation:{crisis}", $"referral:{referral}"], ignoreOrder: true);
        (await api.GetJsonAsync($"/api/audit/history/{crisis}"))["kept"].Deserialize<string[]>()
            .ShouldBe([$"case-file:{file}"]);
        var read = await api.GetJsonAsync($"/api/audit/history/{referral}");
        read["item"].GetString().ShouldBe($"referral:{referral}");
        (read["state"].GetString(), read["known"].GetInt32()).ShouldBe(("Consented", 2));
        read["kept"].Deserialize<string[]>().ShouldBe([$"case-file:{file}"]);
        read["standing"].GetProperty("person").GetString().ShouldBe(Wexcombe.Supporter);
        read.Text.ShouldNotContain("Sleeps badly");
        var page = await auditor.OpenAsync($"/audit/history/case-file:{file}");
        page.Find($"#kept ~ ul a[href='/audit/history/referral:{referral}']")!.TextContent
            .ShouldBe($"Referral of {code}");
        (await auditor.OpenAsync($"/audit/history/referral:{referral}")).Text
            .ShouldContain($"History of referral of {code}");
        (await _server.ReadingOfAsync(Wexcombe.Auditor)).OfType<RecordRead>()
            .ShouldContain(new RecordRead(new(Wexcombe.Auditor), new("referral", referral), ReadPurpose.Review));
    }

    [Fact, Trait("Rule", "R17")]
    public async Task Names_are_shown_for_an_hour_to_an_auditor_who_says_why_and_words_are_not()
    {
        const string Student = "Robin Ashdown";
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        using var auditor = await _server.BrowserAsync(Wexcombe.Auditor);
        using var other = await _server.BrowserAsync("we0011");
        var (file, code) = await Files.OpenAsync(supporter);
        await Files.DoneAsync(supporter, file, "contacts", Files.Contact(Guid.CreateVersion7()));
        await Files.DoneAsync(supporter, file, "identity", new { name = Student });
        var referral = await supporter.OffersAsync(code);
        var address = $"/audit/history/case-file:{file}";
        var name = _server.Directory.Present.Person(new(Wexcombe.Supporter))!.Name!;

        var masked = await auditor.OpenAsync(address);
        masked.Html.ShouldNotContain(name);
        masked.Html.ShouldNotContain(Student);
        var ofReferral = await auditor.OpenAsync($"/audit/history/referral:{referral}");
        ofReferral.Html.ShouldNotContain(name);
        // A referral's names are opened with its case file.
        ofReferral.Find(".notice a")!.GetAttribute("href").ShouldBe($"/break-glass?item=case-file:{file}");
        var asking = await auditor.OpenAsync(masked.Find(".notice a")!.GetAttribute("href")!);
        asking.Heading.ShouldBe("See who the people are");
        (await auditor.SubmitAsync(asking, "break-glass")).Text.ShouldContain("Say why");
        var shown = await auditor.DoAsync(asking, "break-glass", ("reason", "Two ids may be one person."));
        shown.Text.ShouldContain($"History of case file {code}");
        shown.Text.ShouldContain($"{name} ({Wexcombe.Supporter})");
        shown.Text.ShouldContain(Student);
        shown.Text.ShouldNotContain("We talked about the first weeks");
        (await auditor.OpenAsync($"/audit/history/referral:{referral}")).Text.ShouldContain(name);
        (await auditor.OpenAsync($"/case-files/{file}")).Status.ShouldBe(404);
        (await other.OpenAsync(address)).Html.ShouldNotContain(name);
        (await _server.ReadingOfAsync(Wexcombe.Auditor)).OfType<RecordRead>()
            .ShouldContain(new RecordRead(new(Wexcombe.Auditor), new("case-file", file), ReadPurpose.BreakGlass));

        await _server.AdvanceAsync("PT61M");
        (await auditor.OpenAsync(address)).Html.ShouldNotContain(name);
    }

    [Fact]
    public async Task Steps_lead_from_what_is_shown_to_what_was_recorded_next_and_before()
    {
        var id = await LivedAsync();
        using var auditor = await _server.BrowserAsync(Wexcombe.Auditor);
        var page = await FollowAsync(auditor, $"/audit/history/escalation:{id}?step=first");
        Entries(page).ShouldBeGreaterThan(0);
        var known = Entries(page);
        page.Text.ShouldContain("left out below");
        var from = page.Find("input[name=from]")!.GetAttribute("value");
        var on = await FollowAsync(auditor, $"/audit/history/escalation:{id}?from={from}&step=on");
        Entries(on).ShouldBeGreaterThan(known);
        from = on.Find("input[name=from]")!.GetAttribute("value");
        var back = await FollowAsync(auditor, $"/audit/history/escalation:{id}?from={from}&step=back");
        Entries(back).ShouldBe(known);
        (await FollowAsync(auditor, $"/audit/history/escalation:{id}?step=now")).Text.ShouldContain("None is left out");
    }

    [Fact]
    public async Task No_name_and_no_word_is_on_any_page_or_in_any_answer_of_the_auditors()
    {
        var id = await LivedAsync();
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        var (file, _) = await Files.OpenAsync(supporter);
        (await supporter.PostAsync($"/api/case-files/{file}/contacts", Files.Contact(Guid.NewGuid())))
            .Status.ShouldBeLessThan(300);
        using var senior = await _server.BrowserAsync(Wexcombe.AlderFirst);
        await senior.OpenAsync($"/escalations/{id}");
        await _server.CatchUpAsync();
        using var auditor = await _server.BrowserAsync(Wexcombe.Auditor);
        var names = _server.Directory.Present.Everybody
            .Where(person => person.Id.Value != Wexcombe.Auditor).Select(person => person.Name).OfType<string>()
            .ToList();
        names.Count.ShouldBeGreaterThan(400);
        var now = Uri.EscapeDataString(_server.Now.AddDays(30).ToString("O"));
        string[] addresses =
        [
            "/audit", $"/audit/history/escalation:{id}", $"/audit/history/case-file:{file}", "/audit/samples",
            $"/audit/deadlines?to={now}", $"/audit/findings?item=escalation:{id}",
            $"/api/audit/history/escalation:{id}", $"/api/audit/history/case-file:{file}",
            $"/api/audit/deadlines?to={now}", "/api/audit/samples", "/api/audit/findings",
            $"/api/audit/reads?item=escalation:{id}",
        ];
        foreach (var address in addresses)
        {
            var text = await auditor.GetStringAsync(address);
            names.Where(name => text.Contains(name, StringComparison.Ordinal)).ShouldBeEmpty(address);
            text.ShouldNotContain(Words, customMessage: address);
            text.ShouldNotContain("We talked about", customMessage: address);
        }

        (await auditor.GetStringAsync($"/audit/history/escalation:{id}"))
            .ShouldContain($"Senior Member {Wexcombe.AlderFirst}");
    }

    /// <summary>Raised twenty minutes late, acknowledged two minutes late, and explained.</summary>
    private async Task<Guid> LivedAsync()
    {
        using var supporter = await _server.ClientAsync(Wexcombe.Supporter);
        using var senior = await _server.ClientAsync(Wexcombe.AlderFirst);
        var id = Guid.NewGuid();
        var raised = await supporter.PutAsync($"/api/escalations/{id}", new
        {
            what = Words,
            emergencyNow = true,
            occurredAt = _server.Now.AddMinutes(-20).ToString("O"),
        });
        raised.Status.ShouldBe(201, raised.Text);
        await _server.AdvanceAsync("PT7M");
        await senior.DoesAsync(id, "acknowledgement", new { });
        await senior.DoesAsync(id, "explanations", new { deadline = "acknowledgeBy", reason = Words });
        return id;
    }

    private static async Task<ApiCall> HistoryAsync(HttpClient auditor, Guid id, DateTimeOffset? moment = null)
    {
        var asked = moment is { } at ? $"?asKnownAt={Uri.EscapeDataString(at.ToString("O"))}" : "";
        var answer = await auditor.GetJsonAsync($"/api/audit/history/escalation:{id}{asked}");
        answer.Status.ShouldBe(200, answer.Text);
        return answer;
    }

    private static async Task<ServedPage> FollowAsync(HttpClient auditor, string path)
    {
        var leads = await auditor.OpenAsync(path);
        leads.Status.ShouldBe(303, leads.Text);
        return await auditor.OpenAsync(leads.Location!);
    }

    /// <summary>What the events are from which that follows, each of which is told with its stream.</summary>
    private static IReadOnlyList<string> Behind(ApiCall history, string conclusion) =>
    [
        .. from ground in history["because"].GetProperty(conclusion).EnumerateArray()
           select history["behind"].EnumerateArray().Single(told =>
               told.GetProperty("stream").GetString() == ground.GetProperty("stream").GetString()
               && told.GetProperty("n").GetInt32() == ground.GetProperty("n").GetInt32())
               .GetProperty("event").GetString()!,
    ];

    private static int Entries(ServedPage page) => page.Document.QuerySelectorAll("#events ~ ol > li").Length;

    private static DateTimeOffset Moment(string text) =>
        DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
