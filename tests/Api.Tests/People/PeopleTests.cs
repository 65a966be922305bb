using Safeguard.Api.Tests.Server;

namespace Safeguard.Api.Tests.People;

/// <summary>Who may know whom, and who may change whom, through the API of the real server.</summary>
public sealed class PeopleTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    [Fact, Trait("Rule", "R13"), Trait("Rule", "R24")]
    public async Task Names_are_for_the_office_the_own_supervisor_and_oneself()
    {
        var whole = new[] { Wexcombe.Coordinator, Wexcombe.Administrator, Wexcombe.Supervisor, Wexcombe.Supporter };
        foreach (var reader in whole)
            (await ReadAsync(reader, Wexcombe.Supporter))["name"].GetString().ShouldBe("Jamal Smith-Jones", reader);
        foreach (var reader in new[] { Wexcombe.Auditor, Wexcombe.DataProtection })
        {
            var without = await ReadAsync(reader, Wexcombe.Supporter);
            without["roles"][0].GetProperty("role").GetString().ShouldBe("Supporter");
            without.Text.ShouldNotContain("Jamal");
            without.Text.ShouldNotContain("@");
        }

        foreach (var reader in new[] { Wexcombe.OtherSupervisor, Wexcombe.AlderFirst, "we0146" })
            (await ReadAsync(reader, Wexcombe.Supporter)).Status.ShouldBe(404, reader);
        (await ReadAsync(Wexcombe.Coordinator, "nobody")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task The_list_holds_whom_the_reader_may_know_page_by_page()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        var seen = new List<string>();
        var next = "";
        do
        {
            var page = await coordinator.GetJsonAsync($"/api/people?after={next}");
            seen.AddRange(Ids(page));
            next = page.Body.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
        }
        while (next is not null);
        seen.Count.ShouldBeGreaterThanOrEqualTo(643);
        seen.ShouldBeUnique();

        var seniors = await coordinator.GetJsonAsync("/api/people?role=seniorMember&panel=alder-college");
        Ids(seniors).ShouldBe([Wexcombe.AlderDeputy, Wexcombe.AlderFirst]);
        (await coordinator.GetJsonAsync("/api/people?role=king")).Status.ShouldBe(422);
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        Ids(await supporter.GetJsonAsync("/api/people")).ShouldBe([Wexcombe.Supporter]);
    }

    [Fact, Trait("Rule", "R2")]
    public async Task Somebody_is_added_once_and_corrected()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        using var supporter = await wexcombe.Server.ClientAsync(Wexcombe.Supporter);
        var person = new { name = "Ada Newcomer", email = "ada@wexcombe.example" };
        (await supporter.PutAsync("/api/people/ada1", person)).Status.ShouldBe(403);
        (await coordinator.PutAsync("/api/people/Ada1", person)).Code.ShouldBe("person.id");
        (await coordinator.PutAsync("/api/people/ada1", new { })).Code.ShouldBe("person.nameMissing");
        (await coordinator.PutAsync("/api/people/ada1", person)).Status.ShouldBe(201);
        (await coordinator.PutAsync("/api/people/ada1", person)).Status.ShouldBe(201);
        (await coordinator.PutAsync("/api/people/ada1", new { name = "Someone else" })).Code.ShouldBe("person.exists");
        (await coordinator.PostAsync("/api/people/ada1/details", new { name = "Ada Newcombe" })).Status.ShouldBe(204);
        var read = await ReadAsync(Wexcombe.Coordinator, "ada1");
        read["name"].GetString().ShouldBe("Ada Newcombe");
        read.Body.TryGetProperty("email", out _).ShouldBeFalse();
        (await supporter.PostAsync("/api/people/ada1/details", new { name = "X" })).Status.ShouldBe(404);
    }

    [Fact, Trait("Rule", "R15")]
    public async Task A_role_is_given_on_the_present_version_and_holds_at_once()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        (await coordinator.PutAsync("/api/people/grace1", new { name = "Grace Newcomer" })).Status.ShouldBe(201);
        using var grace = await wexcombe.Server.ClientAsync("grace1");
        (await grace.GetJsonAsync("/api/rota/gaps")).Status.ShouldBe(403);

        var role = new { role = "SeniorMember", panel = Wexcombe.Alder };
        (await coordinator.PostAsync("/api/people/grace1/roles", role)).Status.ShouldBe(428);
        var stale = await coordinator.PostAsync("/api/people/grace1/roles", role, "\"0\"");
        (stale.Status, stale.ETag).ShouldBe((412, "\"1\""));
        (await coordinator.PostAsync("/api/people/grace1/roles", new { role = "Emperor" },
            "\"1\"")).Status.ShouldBe(422);
        (await coordinator.PostAsync("/api/people/grace1/roles", new { role = "SeniorMember" }, "\"1\""))
            .Code.ShouldBe("role.needsPanel");
        (await coordinator.PostAsync("/api/people/grace1/roles", new { role = "Auditor" },
            "\"1\"")).Status.ShouldBe(403);
        var granted = await coordinator.PostAsync("/api/people/grace1/roles", role, "\"1\"");
        (granted.Status, granted.ETag).ShouldBe((204, "\"2\""));
        (await coordinator.PostAsync("/api/people/grace1/roles", role, "\"1\"")).Status.ShouldBe(204);
        (await grace.GetJsonAsync("/api/rota/gaps")).Status.ShouldBe(200);

        (await grace.PostAsync("/api/people/grace1/roles", role, "\"2\"")).Status.ShouldBe(403);
        var revoked = await coordinator.PostAsync("/api/people/grace1/roles/revocation", role, "\"2\"");
        revoked.Status.ShouldBe(204, revoked.Text);
        (await grace.GetJsonAsync("/api/rota/gaps")).Status.ShouldBe(403);
    }

    [Fact, Trait("Rule", "R4")]
    public async Task The_last_administrator_stays()
    {
        using var administrator = await wexcombe.Server.ClientAsync(Wexcombe.Administrator);
        var read = await ReadAsync(Wexcombe.Administrator, Wexcombe.Administrator);
        var revoked = await administrator.PostAsync(
            $"/api/people/{Wexcombe.Administrator}/roles/revocation", new { role = "Administrator" }, read.ETag);
        (revoked.Status, revoked.Code).ShouldBe((409, "role.lastHolder"));
        (await administrator.PostAsync($"/api/people/{Wexcombe.Administrator}/departure", new { }))
            .Code.ShouldBe("role.lastHolder");
    }

    [Fact]
    public async Task A_sign_in_is_linked_by_an_administrator_to_one_person()
    {
        using var administrator = await wexcombe.Server.ClientAsync(Wexcombe.Administrator);
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        var account = new { issuer = "https://login.wexcombe.example", subject = "abc-1" };
        (await coordinator.PostAsync("/api/people/we0102/sign-ins", account)).Status.ShouldBe(403);
        (await administrator.PostAsync("/api/people/we0102/sign-ins", account)).Status.ShouldBe(204);
        (await administrator.PostAsync("/api/people/we0146/sign-ins", account)).Code.ShouldBe("signIn.taken");
        (await administrator.PostAsync("/api/people/we0146/sign-ins", new { })).Status.ShouldBe(422);
    }

    [Fact, Trait("Rule", "R15")]
    public async Task A_conflict_is_known_to_the_coordinators_and_to_whoever_declared_it()
    {
        using var coordinator = await wexcombe.Server.ClientAsync(Wexcombe.Coordinator);
        var towards = new { towards = "we0190", ground = "Relationship", note = "Cousins." };
        var address = $"/api/people/{Wexcombe.ElsewhereSenior}/conflicts";
        (await coordinator.PostAsync(address, new { ground = "Tutor" })).Code.ShouldBe("conflict.towards");
        (await coordinator.PostAsync(address, new
        {
            towards = "nobody",
            ground = "Tutor"
        })).Code.ShouldBe("conflict.towards");
        (await coordinator.PostAsync(address, new { towards = "we0190", ground = "Envy" })).Status.ShouldBe(422);
        (await coordinator.PostAsync(address, towards)).Status.ShouldBe(204);

        var read = await ReadAsync(Wexcombe.Coordinator, Wexcombe.ElsewhereSenior);
        var conflict = read["conflicts"][0];
        conflict.GetProperty("towards").GetProperty("person").GetString().ShouldBe("we0190");
        conflict.GetProperty("ground").GetString().ShouldBe("Relationship");
        read.Text.ShouldNotContain("Cousins");
        foreach (var reader in new[] { Wexcombe.ElsewhereSenior, Wexcombe.Administrator, Wexcombe.Auditor })
            (await ReadAsync(reader, Wexcombe.ElsewhereSenior)).Text.ShouldNotContain("we0190", Case.Insensitive,
                reader);

        var end = $"{address}/{conflict.GetProperty("id").GetString()}/end";
        using var senior = await wexcombe.Server.ClientAsync(Wexcombe.ElsewhereSenior);
        (await senior.PostAsync(end, new { })).Code.ShouldBe("conflict.own");
        (await coordinator.PostAsync(end, new { })).Status.ShouldBe(204);
        (await ReadAsync(Wexcombe.Coordinator, Wexcombe.ElsewhereSenior)).Text.ShouldNotContain("we0190");
    }

    private static IReadOnlyList<string> Ids(ApiCall list) =>
        [.. list["items"].EnumerateArray().Select(person => person.GetProperty("id").GetString()!)];

    private async Task<ApiCall> ReadAsync(string reader, string person)
    {
        using var client = await wexcombe.Server.ClientAsync(reader);
        return await client.GetJsonAsync($"/api/people/{person}");
    }
}
