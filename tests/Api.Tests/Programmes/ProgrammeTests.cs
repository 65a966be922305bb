using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.Programmes;

/// <summary>Panels, terms and services through the API of the real server.</summary>
public sealed class ProgrammeTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact]
    public async Task Everyone_signed_in_reads_panels_terms_and_services()
    {
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var panels = await supporter.GetJsonAsync("/api/panels");
        panels.Status.ShouldBe(200, panels.Text);
        panels["items"].GetArrayLength().ShouldBeGreaterThanOrEqualTo(46);
        var alder = await supporter.GetJsonAsync("/api/panels/alder-college");
        alder["name"].GetString().ShouldBe("Alder College");
        alder["kind"].GetString().ShouldBe("College");
        alder["seniorMembers"].GetArrayLength().ShouldBe(2);
        var rainbow = await supporter.GetJsonAsync("/api/panels/rainbow-peers");
        rainbow["warnings"].EnumerateArray().Select(code => code.GetString())
            .ShouldBe(["panel.noSeniorMember", "panel.noDeputy", "panel.noRota"]);

        var terms = await supporter.GetJsonAsync("/api/terms");
        terms["items"].EnumerateArray().Select(term =>
            term.GetProperty("id").GetString()).ShouldContain("michaelmas-2026");
        var services = await supporter.GetJsonAsync("/api/services");
        services["items"].EnumerateArray().Select(service =>
            service.GetProperty("name").GetString()).ShouldContain("Nightline");
    }

    [Fact]
    public async Task Without_sign_in_nothing_is_read()
    {
        using var nobody = wexcombe.Server.Client();
        foreach (var path in new[] { "panels", "terms", "services", "people", "duty", "rota/gaps",
            "programmes/listening/policy" })
            (await nobody.GetJsonAsync($"/api/{path}")).Status.ShouldBe(401, path);
    }

    [Fact]
    public async Task A_panel_is_formed_once_and_closed_and_only_by_the_office()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var panel = new { name = "Zoology", kind = "Department" };
        (await supporter.PutAsync("/api/panels/zoology", panel)).Status.ShouldBe(403);
        var formed = await coordinator.PutAsync("/api/panels/zoology", panel);
        formed.Status.ShouldBe(201, formed.Text);
        formed["id"].GetString().ShouldBe("zoology");
        formed.ETag.ShouldNotBeNull();
        (await coordinator.PutAsync("/api/panels/zoology", panel)).Status.ShouldBe(201);
        var otherwise = await coordinator.PutAsync("/api/panels/zoology", new { name = "Zoology", kind = "College" });
        (otherwise.Status, otherwise.Code).ShouldBe((409, "panel.exists"));
        var unreadable = await coordinator.PutAsync("/api/panels/botany", new { name = "Botany", kind = "tree" });
        (unreadable.Status, unreadable.Code).ShouldBe((422, "request.malformed"));
        unreadable["faults"][0].GetProperty("field").GetString().ShouldBe("kind");

        (await coordinator.PostAsync("/api/panels/zoology/closure", new { })).Status.ShouldBe(204);
        (await coordinator.GetJsonAsync("/api/panels/zoology"))["closed"].GetBoolean().ShouldBeTrue();
        (await coordinator.PostAsync("/api/panels/nowhere/closure", new { })).Status.ShouldBe(404);
        (await coordinator.GetJsonAsync("/api/panels/nowhere")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Term_dates_are_said_and_said_again()
    {
        using var administrator = await wexcombe.Server.ClientAsync(Wexcombe.Administrator);
        using var auditor = await wexcombe.Server.ClientAsync(Wexcombe.Auditor);
        var days = new { term = "Michaelmas 2027", starts = "2027-10-10", ends = "2027-12-04" };
        (await auditor.PutAsync("/api/terms/michaelmas-2027", days)).Status.ShouldBe(403);
        (await administrator.PutAsync("/api/terms/michaelmas-2027", days)).Status.ShouldBe(204);
        (await administrator.PutAsync("/api/terms/michaelmas-2027", new { starts = "2027-10-10", ends = "2027-12-05" }))
            .Status.ShouldBe(204);
        var terms = (await administrator.GetJsonAsync("/api/terms"))["items"].EnumerateArray()
            .Where(term => term.GetProperty("id").GetString() == "michaelmas-2027").ToList();
        terms.Count.ShouldBe(1);
        terms[0].GetProperty("term").GetString().ShouldBe("Michaelmas 2027");
        terms[0].GetProperty("ends").GetString().ShouldBe("2027-12-05");

        var unreadable = await administrator.PutAsync("/api/terms/hilary-2028", new
        {
            starts = "soon",
            term = "Trinity 2028"
        });
        unreadable.Status.ShouldBe(422);
        unreadable["faults"].EnumerateArray().Select(fault => fault.GetProperty("field").GetString())
            .ShouldBe(["starts", "ends", "term"]);
        (await administrator.PutAsync("/api/terms/easter", new { starts = "2027-11-01", ends = "2027-11-02" }))
            .Code.ShouldBe("term.overlaps");
    }

    [Fact]
    public async Task A_service_is_listed_changed_and_withdrawn()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        var lacking = await coordinator.PutAsync("/api/services/quiet-room", new { kind = "Professional" });
        (lacking.Status, lacking.Code).ShouldBe((422, "service.incomplete"));
        lacking["missing"].EnumerateArray().Select(field => field.GetString()).ShouldBe(["name", "contact"]);
        var entry = new
        {
            name = "Quiet room",
            kind = "Professional",
            inside = true,
            contact = "01632 960111",
            opens = "always"
        };
        (await coordinator.PutAsync("/api/services/quiet-room", entry)).Status.ShouldBe(201);
        (await coordinator.PutAsync("/api/services/quiet-room", entry)).Status.ShouldBe(201);
        (await coordinator.PostAsync("/api/services/quiet-room/entry",
            new { contact = "01632 960112" })).Status.ShouldBe(204);
        var services = (await coordinator.GetJsonAsync("/api/services"))["items"].EnumerateArray();
        var quiet = services.Single(service => service.GetProperty("id").GetString() == "quiet-room");
        quiet.GetProperty("contact").GetString().ShouldBe("01632 960112");
        quiet.GetProperty("opens").GetString().ShouldBe("always");
        quiet.GetProperty("inside").GetBoolean().ShouldBeTrue();
        (await coordinator.PostAsync("/api/services/quiet-room/withdrawal", new { })).Status.ShouldBe(204);
        (await coordinator.GetJsonAsync("/api/services")).Text.ShouldNotContain("quiet-room");
        (await coordinator.PostAsync("/api/services/quiet-room/entry", new { contact = "1" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task There_is_one_programme_and_it_has_started()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        (await coordinator.PutAsync("/api/programmes/listening", new { })).Status.ShouldBe(201);
        (await coordinator.PutAsync("/api/programmes/mentoring", new { kind = "Mentoring" })).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Supervision_groups_are_read_by_supervisors_and_the_office()
    {
        using var supervisor = await wexcombe.Server.ClientAsync(Wexcombe.Supervisor);
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var group = (await supervisor.GetJsonAsync("/api/supervision-groups"))["items"].EnumerateArray()
            .Single(found => found.GetProperty("id").GetString() == "g10");
        group.GetProperty("supervisor").GetString().ShouldBe(Wexcombe.Supervisor);
        group.GetProperty("members").EnumerateArray().Select(member =>
            member.GetString()).ShouldContain(Wexcombe.Supporter);
        (await supporter.GetJsonAsync("/api/supervision-groups")).Status.ShouldBe(403);
    }
}
