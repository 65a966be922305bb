using System.Globalization;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Pages.Served;

/// <summary>
/// The forms of training: each accepted, refused and filled in again, and the whole way through the gate.
/// </summary>
[Trait("Rule", "R11")]
public sealed class TrainingFormTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private readonly SafeguardTestServer _server = wexcombe.Server;

    private Institution Institution => _server.Directory.Present;

    private string AllTopics => string.Join(',', Institution.Programme.Curriculum.Topics.Select(topic => topic.Id));

    [Fact]
    public async Task A_trainee_walks_from_an_open_cohort_through_the_gate_by_forms_alone()
    {
        const string Trainee = "we0612";
        using var office = await _server.BrowserAsync(Wexcombe.Coordinator);
        using var trainer = await _server.BrowserAsync(Wexcombe.Supervisor);
        using var trainee = await _server.BrowserAsync(Trainee);
        var address = await OpenedAsync(office, "Through the gate", Wexcombe.Supervisor);
        var page = await trainer.DoAsync(await trainer.OpenAsync(address), "trainee", ("person", Trainee));
        for (var number = 0; number < 9; number++)
            page = await trainer.DoAsync(page, "session", Session(number, AllTopics, Trainee));
        page = await trainer.DoAsync(
            page, "catchUp", ("person", Trainee), ("day", "2026-11-19"), ("minutes", "180"), ("reason", "Was ill."));
        page.Text.ShouldContain("30 of 30 hours");

        var early = await office.SubmitAsync(
            await office.OpenAsync(address), $"activate-{Trainee}", ("reason", "As agreed."));
        early.Status.ShouldBe(409, early.Text);
        foreach (var missing in new[] { "sign-off", "code of conduct", "confidentiality agreement", "A panel" })
            early.Find(".problem")!.TextContent.ShouldContain(missing);
        early.Value($"#activate-{Trainee}-reason").ShouldBe("As agreed.");
        (await office.OpenAsync(address)).Find($"form#signOff-{Trainee}").ShouldBeNull("it is the trainer's word");

        await trainer.DoAsync(page, $"signOff-{Trainee}");
        var own = await trainee.OpenAsync("/my-supervision");
        var back = await trainee.SubmitAsync(own, "agreement-codeOfConduct", ("version", ""));
        back.Status.ShouldBe(422, back.Text);
        back.Find(".problem").ShouldNotBeNull();
        own = await trainee.DoAsync(back, "agreement-codeOfConduct");
        await trainee.DoAsync(own, "agreement-confidentiality");

        await office.DoAsync(
            await office.OpenAsync(address), $"activate-{Trainee}", ("panel", "alder-college"), ("reason", ""));
        var supporter = Institution.SupporterOf(new(Trainee));
        supporter.ActiveSince.ShouldNotBeNull();
        supporter.Group.ShouldBe(Institution.FirstGroupOf(new(Wexcombe.Supervisor)));
        Institution.StandingAt(new(Trainee), _server.Now).Standing.ShouldBe(Standing.Current);
        (await trainee.OpenAsync("/my-supervision")).Find("form#availability").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_cohort_without_a_name_is_not_opened_and_what_was_chosen_stays()
    {
        using var office = await _server.BrowserAsync(Wexcombe.Coordinator);
        var back = await office.SubmitAsync(
            await office.OpenAsync("/cohorts"), "cohort", ("trainer", Wexcombe.Supervisor));
        back.Status.ShouldBe(422, back.Text);
        back.Find(".problem a")!.GetAttribute("href").ShouldBe("#cohort-name");
        var listed = await office.DoAsync(back, "cohort", ("name", "Named after all"));
        listed.Text.ShouldContain("Named after all");
        using var trainer = await _server.BrowserAsync(Wexcombe.OtherSupervisor);
        (await trainer.OpenAsync("/cohorts")).Find("form#cohort").ShouldBeNull();
        (await trainer.PostAsync("/cohorts", back.Filled("cohort", ("name", "Mine")))).Status.ShouldBe(403);
    }

    [Fact]
    public async Task What_is_refused_of_a_cohorts_record_comes_back_with_what_was_typed()
    {
        using var office = await _server.BrowserAsync(Wexcombe.Coordinator);
        using var trainer = await _server.BrowserAsync(Wexcombe.Supervisor);
        var address = await OpenedAsync(office, "Refused", Wexcombe.Supervisor);
        var page = await trainer.OpenAsync(address);
        var back = await trainer.SubmitAsync(page, "session", ("day", "2027-01-20"), ("minutes", "185"));
        back.Status.ShouldBe(409, back.Text);
        (back.Value("#session-day"), back.Value("#session-minutes")).ShouldBe(("2027-01-20", "185"));
        back.Find("#session")!.Closest("details")!.HasAttribute("open").ShouldBeTrue();
        back = await trainer.SubmitAsync(page, "session", ("day", "2026-11-17"), ("minutes", "an hour"));
        back.Status.ShouldBe(422);
        back.Find(".problem a")!.GetAttribute("href").ShouldBe("#session-minutes");
        (await trainer.SubmitAsync(page, "trainee")).Status.ShouldBe(422);
        back = await trainer.SubmitAsync(page, "catchUp", ("day", "2026-11-17"), ("reason", "  "));
        back.Status.ShouldBe(422);
        (await trainer.DoAsync(back, "trainee", ("person", Unplaced(0)))).Text.ShouldContain("0 of 30 hours");
    }

    [Fact, Trait("Rule", "R13")]
    public async Task To_another_trainer_there_is_no_such_cohort_and_to_a_trainee_no_such_page()
    {
        using var office = await _server.BrowserAsync(Wexcombe.Coordinator);
        var address = await OpenedAsync(office, "Somebody else's", Wexcombe.Supervisor);
        using var trainer = await _server.BrowserAsync(Wexcombe.Supervisor);
        var page = await trainer.OpenAsync(address);
        foreach (var (person, status) in new[] { (Wexcombe.OtherSupervisor, 404), (Unplaced(1), 403) })
        {
            using var other = await _server.BrowserAsync(person);
            (await other.OpenAsync(address)).Status.ShouldBe(status);
            var session = page.Filled("session", Session(0, "referrals", ""));
            (await other.PostAsync(page.Action("session"), session)).Status.ShouldBe(status);
        }
    }

    [Fact, Trait("Rule", "R2")]
    public async Task A_session_is_corrected_with_a_reason_and_both_can_be_read()
    {
        var person = Unplaced(2);
        using var office = await _server.BrowserAsync(Wexcombe.Coordinator);
        using var trainer = await _server.BrowserAsync(Wexcombe.Supervisor);
        var address = await OpenedAsync(office, "Corrected", Wexcombe.Supervisor);
        var page = await trainer.DoAsync(await trainer.OpenAsync(address), "trainee", ("person", person));
        page = await trainer.DoAsync(page, "session", Session(0, "referrals,limit-setting", person));
        var form = page.Find("form[id^='correction-']")!.Id!;
        page.Value($"#{form}-minutes").ShouldBe("180");
        page.Document.QuerySelectorAll($"#{form} input:checked").Length.ShouldBe(3, "two topics and one person");
        var back = await trainer.SubmitAsync(page, form, ("minutes", "120"), ("topics", "referrals"));
        back.Status.ShouldBe(422, back.Text);
        back.Find(".problem a")!.GetAttribute("href").ShouldBe($"#{form}-reason");
        back.Value($"#{form}-minutes").ShouldBe("120");
        var corrected = await trainer.DoAsync(back, form, ("reason", "It ended early."));
        corrected.Text.ShouldContain("2 of 30 hours");
        corrected.Find("del")!.TextContent.ShouldContain("180 minutes");
        corrected.Text.ShouldContain("It ended early.");
    }

    [Fact, Trait("Rule", "R10")]
    public async Task A_cohort_gets_another_trainer_with_a_reason_and_the_former_one_sees_it_no_more()
    {
        var person = Unplaced(3);
        using var office = await _server.BrowserAsync(Wexcombe.Coordinator);
        using var former = await _server.BrowserAsync(Wexcombe.Supervisor);
        var address = await OpenedAsync(office, "Taken over", Wexcombe.Supervisor);
        var page = await office.DoAsync(await office.OpenAsync(address), "trainee", ("person", person));
        var back = await office.SubmitAsync(page, "trainer", ("trainer", Wexcombe.OtherSupervisor));
        back.Status.ShouldBe(422, back.Text);
        back.Find("#trainer-trainer option[selected]")!.GetAttribute("value").ShouldBe(Wexcombe.OtherSupervisor);
        (await former.OpenAsync(address)).Find("form#trainer").ShouldBeNull();
        (await former.PostAsync(back.Action("trainer"), back.Filled("trainer", ("reason", "Mine"))))
            .Status.ShouldBe(403);
        await office.DoAsync(back, "trainer", ("reason", "On leave."));
        (await former.OpenAsync(address)).Status.ShouldBe(404);
        using var next = await _server.BrowserAsync(Wexcombe.OtherSupervisor);
        (await next.OpenAsync(address)).Status.ShouldBe(200);
        Institution.SupporterOf(new(person)).TrainedBy.ShouldBe(new PersonId(Wexcombe.OtherSupervisor));
    }

    private async Task<string> OpenedAsync(HttpClient office, string name, string trainer)
    {
        await office.DoAsync(await office.OpenAsync("/cohorts"), "cohort", ("name", name), ("trainer", trainer));
        return $"/cohorts/{Institution.Cohorts.Values.Single(cohort => cohort.Name == name).Id}";
    }

    private static (string, string)[] Session(int number, string topics, string present) =>
    [
        ("day", new DateOnly(2026, 11, 10).AddDays(-number).ToString("O", CultureInfo.InvariantCulture)),
        ("minutes", "180"), ("topics", topics), .. present.Length == 0 ? [] : new[] { ("present", present) },
    ];

    /// <summary>A trainee whom no test here puts through the gate.</summary>
    private static string Unplaced(int number) => $"we0{620 + number}";
}
