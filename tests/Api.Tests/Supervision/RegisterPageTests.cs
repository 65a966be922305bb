using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Supervision;

/// <summary>A register taken, corrected and noted by the forms of its page, without script.</summary>
public sealed class RegisterPageTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    /// <summary>In g10 and current; no other test here marks them.</summary>
    private const string Other = "we0138";

    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Fact, Trait("Rule", "R9")]
    public async Task A_register_is_taken_by_one_tap_a_person_and_brings_whoever_came_back()
    {
        using var supervisor = await _server.BrowserAsync(Wexcombe.Supervisor);
        var page = await supervisor.OpenAsync(await ScheduleAsync(supervisor, "2026-11-20"));
        page.Find("form#register select option[value='we0121']").ShouldNotBeNull();

        var missing = await supervisor.SubmitAsync(page, "register", (AnswerOf(page, Other), "attended"));
        missing.Status.ShouldBe(409);
        missing.Title.ShouldStartWith("Not saved: register");
        missing.Find($"[name='{AnswerOf(missing, Other)}'][value=attended]")!.HasAttribute("checked").ShouldBeTrue();
        var fault = missing.Document.QuerySelectorAll(".problem a").First(link => link.TextContent.StartsWith(
            "Say whether", StringComparison.Ordinal));
        missing.Find(fault.GetAttribute("href")!)!.TextContent.ShouldContain(fault.TextContent);

        var everybody = Marked(missing, but: (Other, "absent"));
        var taken = await supervisor.PostAsync(missing.Action("register"), everybody);
        taken.Status.ShouldBe(303, taken.Text);
        taken.Location!.ShouldEndWith("/register?done=taken");
        (await supervisor.PostAsync(missing.Action("register"), everybody)).Status.ShouldBe(303);
        (await supervisor.OpenAsync(taken.Location!)).Text.ShouldContain("The register is saved");
        (await _server.StandingOfAsync(Groups.OverdueMember)).ShouldBe("Current");

        var otherTab = await supervisor.SubmitAsync(page, "register", Marked(page).Where(answer =>
            answer.Key.EndsWith(".attendance", StringComparison.Ordinal)).Select(a => (a.Key, a.Value)).ToArray());
        otherTab.Status.ShouldBe(409);
        otherTab.Find("form#register").ShouldBeNull();
        otherTab.Find(".problem")!.TextContent.ShouldContain("Correct it where it is wrong");
        otherTab.Find($"[name='{AnswerOf(otherTab, Other)}'][value=absent]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact, Trait("Rule", "R9")]
    public async Task A_guest_in_the_register_makes_up_what_they_missed_in_their_own_group()
    {
        const string Guest = "we0121";
        using var supervisor = await _server.BrowserAsync(Wexcombe.Supervisor);
        var page = await supervisor.OpenAsync(await ScheduleAsync(supervisor, "2026-11-18"));
        var marked = Marked(page);
        marked[page.Find("form#register select[name$='.person']")!.GetAttribute("name")!] = Guest;
        (await supervisor.PostAsync(page.Action("register"), marked)).Status.ShouldBe(303);
        (await _server.StandingOfAsync(Guest)).ShouldBe("Current");
    }

    [Fact, Trait("Rule", "R2")]
    public async Task A_correction_says_whose_standing_changed_and_leaves_what_stood_there_to_read()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var supervisor = await server.BrowserAsync(Wexcombe.Supervisor);
        var group = await supervisor.OpenAsync("/groups/g10");
        var address = group.Document.QuerySelectorAll("#sessions ~ table a")
            .First(link => link.TextContent.Contains("13 Nov", StringComparison.Ordinal)).GetAttribute("href")!;
        var page = await supervisor.OpenAsync(address);
        var stale = page.Filled("correction", (AnswerOf(page, Groups.Member), "absent"), ("reason", "A slip."));

        var without = await supervisor.SubmitAsync(page, "correction", (AnswerOf(page, Other), "absent"));
        without.Status.ShouldBe(422);
        without.Find("#correction-reason-error").ShouldNotBeNull();
        var done = await supervisor.DoAsync(
            without, "correction", ("reason", "Somebody else of the same first name was here."));
        var name = server.Directory.Present.Person(new(Other))!.Name!;
        done.Text.ShouldContain($"{name}: was Current, is Overdue");
        done.Find("del")!.TextContent.ShouldContain("Here");
        done.Text.ShouldContain("Somebody else of the same first name was here.");

        var late = await supervisor.PostAsync(page.Action("correction"), stale);
        late.Status.ShouldBe(412);
        late.Find($"[name='{AnswerOf(late, Other)}'][value=absent]")!.HasAttribute("checked").ShouldBeTrue();
        late.Value("#correction-reason").ShouldBe("A slip.");
        (await supervisor.SubmitAsync(done, "correction")).Text.ShouldContain("Nothing is different");
    }

    [Fact, Trait("Rule", "R16")]
    public async Task A_note_with_a_name_warns_first_and_only_its_supervisor_reads_it()
    {
        using var supervisor = await _server.BrowserAsync(Wexcombe.Supervisor);
        using var coordinator = await _server.BrowserAsync(Wexcombe.Coordinator);
        var page = await supervisor.OpenAsync(await ScheduleAsync(supervisor, "2026-11-17"));
        var name = _server.Directory.Present.Person(new(Groups.Member))!.Name!;
        var warned = await supervisor.SubmitAsync(page, "note", ("note", $"We talked about what {name} brought."));
        warned.Status.ShouldBe(409);
        warned.Find(".problem")!.TextContent.ShouldNotContain(name);
        warned.Value("#note-note")!.ShouldContain(name);
        page = await supervisor.DoAsync(warned, "note", ("sure", "true"));
        page.Text.ShouldContain("The note is saved");
        page.Find("#notes ~ blockquote")!.TextContent.ShouldContain("We talked about what");

        var address = page.Action("note").Replace("/notes", "/register", StringComparison.Ordinal);
        var office = await coordinator.OpenAsync(address);
        office.Status.ShouldBe(200);
        office.Find("form#note").ShouldBeNull();
        office.Html.ShouldNotContain("We talked about what");
    }

    private static async Task<string> ScheduleAsync(HttpClient supervisor, string day)
    {
        var page = await supervisor.OpenAsync("/groups/g10");
        var group = await supervisor.DoAsync(page, "schedule", ("day", day), ("startsAt", "18:00"));
        return group.Document.QuerySelectorAll("#todo ~ ul a, #sessions ~ table a").First(link =>
            link.QuerySelector($"time[datetime='{day}']") is not null).GetAttribute("href")!;
    }

    /// <summary>The name of the field that says whether this person was here.</summary>
    private static string AnswerOf(ServedPage page, string person) =>
        page.Find($"fieldset input[value={person}]")!.GetAttribute("name")!
            .Replace(".person", ".attendance", StringComparison.Ordinal);

    /// <summary>Everybody here, but those named as they are.</summary>
    private static Dictionary<string, string> Marked(
        ServedPage page, params (string Person, string Attendance)[] but)
    {
        var fields = new Dictionary<string, string>(page.Filled("register"), StringComparer.Ordinal);
        foreach (var person in page.Document.QuerySelectorAll("fieldset input[name$='.person']"))
        {
            var id = person.GetAttribute("value")!;
            fields[AnswerOf(page, id)] = Array.Find(but, line => line.Person == id).Attendance ?? "attended";
        }

        return fields;
    }
}
