using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Supervision;

/// <summary>Registers through the API of the real server.</summary>
public sealed class RegisterTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R9")]
    public async Task One_register_changes_the_group_and_everybody_in_it()
    {
        using var supervisor = await wexcombe.Server.ClientAsync(Wexcombe.Supervisor);
        var session = await supervisor.ScheduleAsync("2026-11-19");
        var register = await supervisor.RegisterAsync(
            "attended", (Groups.Member, "excused"), ("we0444", "absent"));
        (await supervisor.PostAsync($"{session}/register", register)).Status.ShouldBe(204);
        (await supervisor.PostAsync($"{session}/register", register)).Status.ShouldBe(204);

        (await wexcombe.Server.StandingOfAsync(Groups.OverdueMember)).ShouldBe("Current");
        using var member = await wexcombe.Server.ClientAsync(Groups.OverdueMember);
        var own = await member.GetJsonAsync(Groups.Standing(Groups.OverdueMember));
        own["lastCounted"].GetString().ShouldBe("2026-11-19");
        own["dueOn"].GetString().ShouldBe("2026-12-03");
        own["why"][0].GetString()!.ShouldContain("Thursday 19 November");

        var other = await supervisor.RegisterAsync("attended");
        (await supervisor.PostAsync($"{session}/register", other)).Code.ShouldBe("supervision.registerTaken");
    }

    [Fact, Trait("Rule", "R9")]
    public async Task A_register_without_somebody_changes_nobody()
    {
        using var supervisor = await wexcombe.Server.ClientAsync(Wexcombe.Supervisor);
        var session = await supervisor.ScheduleAsync("2026-11-18");
        var refused = await supervisor.PostAsync(
            $"{session}/register",
            new { attendance = new[] { new { person = Groups.Member, attendance = "absent" } } });
        (refused.Status, refused.Code).ShouldBe((409, "supervision.registerIncomplete"));
        refused["missing"].GetArrayLength().ShouldBe(18);
        var unreadable = await supervisor.PostAsync(
            $"{session}/register", new { attendance = new[] { new { person = "", attendance = "here" } } });
        (unreadable.Status, unreadable["faults"].GetArrayLength()).ShouldBe((422, 2));
        (await wexcombe.Server.StandingOfAsync(Groups.Member)).ShouldBe("Current");
    }

    [Fact, Trait("Rule", "R2")]
    public async Task A_correction_says_whose_standing_it_changed_and_keeps_what_was_there()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var supervisor = await server.ClientAsync(Wexcombe.Supervisor);
        var group = await supervisor.GetJsonAsync(Groups.G10);
        var held = group["sessions"].EnumerateArray().Single(session =>
            session.GetProperty("session").GetProperty("day").GetString() == "2026-11-13");
        var address = $"{Groups.G10}/sessions/{held.GetProperty("session").GetProperty("session").GetString()}";
        var correction = new
        {
            attendance = new[] { new { person = "we0138", attendance = "absent" } },
            reason = "Somebody else of the same first name was here.",
        };
        var corrected = await supervisor.PostAsync($"{address}/correction", correction);
        corrected.Status.ShouldBe(200, corrected.Text);
        var change = corrected["changed"].EnumerateArray().Single();
        change.GetProperty("person").GetString().ShouldBe("we0138");
        change.GetProperty("was").GetString().ShouldBe("Current");
        change.GetProperty("is").GetString().ShouldBe("Overdue");

        (await supervisor.PostAsync($"{address}/correction", correction))["changed"].GetArrayLength().ShouldBe(0);
        var withoutReason = new { attendance = new[] { new { person = "we0138", attendance = "attended" } } };
        (await supervisor.PostAsync($"{address}/correction", withoutReason)).Code
            .ShouldBe("supervision.correctionNeedsReason");
    }

    [Fact, Trait("Rule", "R13")]
    public async Task Another_supervisors_group_is_not_there()
    {
        using var other = await wexcombe.Server.ClientAsync(Wexcombe.OtherSupervisor);
        (await other.GetJsonAsync(Groups.G10)).Status.ShouldBe(404);
        (await other.GetJsonAsync(Groups.Standing(Groups.Member))).Status.ShouldBe(404);
        var refused = await other.PostAsync($"{Groups.G10}/sessions", new { day = "2026-12-01" });
        (refused.Status, refused.Code).ShouldBe((404, "supervision.groupUnknown"));
    }

    [Fact, Trait("Rule", "R16")]
    public async Task A_note_with_a_name_warns_before_it_is_saved()
    {
        using var supervisor = await wexcombe.Server.ClientAsync(Wexcombe.Supervisor);
        var session = await supervisor.ScheduleAsync("2026-11-17");
        var name = wexcombe.Server.Directory.Present.Person(new(Groups.Member))!.Name!;
        var note = $"We talked about what {name} brought.";
        var warned = await supervisor.PostAsync($"{session}/notes", new { note });
        warned.Code.ShouldBe("supervision.noteNamesSomebody");
        warned.Text.ShouldNotContain(name);
        (await supervisor.PostAsync($"{session}/notes", new { note, sure = "true" })).Status.ShouldBe(204);
        (await supervisor.PostAsync($"{session}/notes", new { note = "WX-7K3M again." })).Status.ShouldBe(204);
    }
}
