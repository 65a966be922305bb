using Safeguard.Api.Tests.Pages.Served;
using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Supervision;

/// <summary>A supervisor's groups and requests by the forms of their pages, without script.</summary>
public sealed class GroupPageTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private readonly SafeguardTestServer _server = wexcombe.Server;

    [Fact, Trait("Rule", "R9")]
    public async Task A_session_is_scheduled_moved_and_cancelled_by_form()
    {
        using var supervisor = await _server.BrowserAsync(Wexcombe.Supervisor);
        var page = await supervisor.OpenAsync("/groups/g10");
        var taken = await supervisor.SubmitAsync(page, "schedule", ("day", "2026-11-27"), ("startsAt", "17:30"));
        (taken.Status, taken.Value("#schedule-startsAt")).ShouldBe((409, "17:30"));
        taken.Title.ShouldStartWith("Not saved: group");
        page = await supervisor.DoAsync(taken, "schedule", ("day", "2026-12-01"));

        var move = FormFor(page, "move", "2026-12-01");
        var away = await supervisor.SubmitAsync(page, move, ("day", "2026-11-27"), ("reason", "The room is taken."));
        (away.Status, away.Value($"#{move}-reason")).ShouldBe((409, "The room is taken."));
        page = await supervisor.DoAsync(away, move, ("day", "2026-12-02"));
        page.Find("#sessions ~ table time[datetime='2026-12-01']").ShouldBeNull();

        var cancel = FormFor(page, "cancel", "2026-12-02");
        var late = page.Filled(move, ("day", "2026-12-03"), ("reason", "A better day for everybody."));
        var cancelled = await supervisor.DoAsync(page, cancel, ("reason", "The heating is out."));
        cancelled.Find($"form#{cancel}").ShouldBeNull();
        (await supervisor.SubmitAsync(page, cancel)).Status.ShouldBe(303);
        var gone = await supervisor.PostAsync(page.Action(move), late);
        gone.Status.ShouldBe(409);
        gone.Find(".problem")!.TextContent.ShouldContain("A better day for everybody.");
    }

    [Fact, Trait("Rule", "R13")]
    public async Task Groups_are_for_their_supervisor_and_the_office_and_for_nobody_else()
    {
        using var supervisor = await _server.BrowserAsync(Wexcombe.Supervisor);
        using var other = await _server.BrowserAsync(Wexcombe.OtherSupervisor);
        using var coordinator = await _server.BrowserAsync(Wexcombe.Coordinator);
        using var supporter = await _server.BrowserAsync(Groups.Member);
        var page = await supervisor.OpenAsync("/groups/g10");
        var register = page.Find("#sessions ~ table a")!.GetAttribute("href")!;
        foreach (var address in new[] { "/groups/g10", register })
        {
            (await coordinator.OpenAsync(address)).Status.ShouldBe(200);
            (await other.OpenAsync(address)).Status.ShouldBe(404);
            (await supporter.OpenAsync(address)).Status.ShouldBe(403);
        }

        var session = page.Filled("schedule", ("day", "2026-12-09"));
        (await other.PostAsync(page.Action("schedule"), session)).Status.ShouldBe(404);
        (await supporter.PostAsync(page.Action("schedule"), session)).Status.ShouldBe(403);
        (await supporter.OpenAsync("/supervisor-tasks")).Status.ShouldBe(403);
        (await other.OpenAsync("/groups")).Html.ShouldNotContain("/groups/g10");
        (await coordinator.OpenAsync("/groups")).Html.ShouldContain("/groups/g10");
    }

    [Fact, Trait("Rule", "R10")]
    public async Task Somebody_asks_to_talk_and_the_supervisor_says_when_they_have()
    {
        const string Words = "Can we talk before the next session?";
        using var member = await _server.BrowserAsync(Groups.Member);
        using var supervisor = await _server.BrowserAsync(Wexcombe.Supervisor);
        using var coordinator = await _server.BrowserAsync(Wexcombe.Coordinator);
        await member.DoAsync(await member.OpenAsync("/my-supervision"), "contact", ("words", Words));

        (await supervisor.OpenAsync("/")).Find("#todo ~ ul a[href='/supervisor-tasks']").ShouldNotBeNull();
        var office = await coordinator.OpenAsync("/supervisor-tasks");
        office.Text.ShouldContain("Jamal Smith-Jones");
        office.Html.ShouldNotContain(Words);
        var page = await supervisor.OpenAsync("/supervisor-tasks");
        page.Text.ShouldContain(Words);
        var form = page.Find("form[id^=task-]")!.Id!;
        var after = await supervisor.DoAsync(page, form, ("note", "We spoke for ten minutes."));
        after.Text.ShouldContain("Nobody waits for you");
        (await supervisor.SubmitAsync(page, form)).Status.ShouldBe(303);
    }

    /// <summary>The id of that form of the session on that day.</summary>
    private static string FormFor(ServedPage page, string form, string day) =>
        page.Document.QuerySelectorAll($"form[id^={form}-]").Single(found =>
            found.Closest("tr")!.QuerySelector($"th time[datetime='{day}']") is not null).Id!;
}
