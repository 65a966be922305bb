using Microsoft.Extensions.DependencyInjection;
using Safeguard.Api.Health;
using Safeguard.Api.Tests.Server;
using Safeguard.Api.Tests.Supervision;
using Safeguard.Domain;
using Safeguard.EventStore;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Tests.CaseFiles;

/// <summary>What becomes of case files whose owners lapse, leave or are suspended, and on two nodes at once.</summary>
public sealed class WorkMovesOnTests
{
    [Fact, Trait("Rule", "R9")]
    public async Task A_lapse_asks_a_Coordinator_for_a_supporter_for_every_open_file_and_the_return_takes_it_back()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var owner = await server.ClientAsync(Groups.OverdueMember);
        using var supervisor = await server.ClientAsync(Wexcombe.Supervisor);
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        var (one, _) = await Files.OpenAsync(owner);
        var (two, _) = await Files.OpenAsync(owner);
        var (ended, _) = await Files.OpenAsync(owner);
        await Files.ResolveAsync(owner, ended);
        await Files.DoneAsync(
            supervisor, ended, "closure", new { }, (await supervisor.GetJsonAsync($"/api/case-files/{ended}")).ETag);

        await server.AdvanceAsync("P3D");
        (await server.StandingOfAsync(Groups.OverdueMember)).ShouldBe("Lapsed");
        (await TasksAsync(server)).ShouldBe(new[] { one, two }.Order());
        foreach (var file in new[] { one, two })
        {
            var read = await coordinator.GetJsonAsync($"/api/case-files/{file}");
            read["owner"].GetString().ShouldBe(Groups.OverdueMember);
            read["state"].GetString().ShouldBe("Open");
        }

        // Handing over what they have is theirs still, to somebody who may take it.
        await Files.DoneAsync(owner, two, "handover", new { to = Files.Free, reason = "I lapsed." });
        using var free = await server.ClientAsync(Files.Free);
        await Files.DoneAsync(free, two, "handover/acceptance", new { });
        (await TasksAsync(server)).ShouldBe([one]);

        var session = await supervisor.ScheduleAsync("2026-11-23");
        var register = await supervisor.RegisterAsync("attended");
        (await supervisor.PostAsync($"{session}/register", register)).Status.ShouldBe(204);
        await server.AdvanceAsync("PT1M");
        (await TasksAsync(server)).ShouldBeEmpty();
        (await BreachesAsync(server)).ShouldBe(0);
    }

    [Fact, Trait("Rule", "R4")]
    public async Task Whoever_leaves_leaves_no_file_no_question_and_no_action_behind()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        using var leaver = await server.ClientAsync("we0105");
        using var owner = await server.ClientAsync(Wexcombe.Supporter);
        using var supervisor = await server.ClientAsync(Wexcombe.Supervisor);
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        var (own, _) = await Files.OpenAsync(leaver);
        var (others, _) = await Files.OpenAsync(owner);
        await Files.DoneAsync(
            supervisor, others, "questions",
            new { id = Guid.CreateVersion7(), of = "we0105", question = "Do you know the tutor?" });
        await Files.DoneAsync(
            owner, others, "actions",
            new { what = "Ask the tutor.", owner = "we0105", dueBy = "2026-11-23T12:00:00Z", done = false });
        await Files.DoneAsync(owner, others, "handover", new { to = "we0105" });
        (await HeldByAsync(server, "we0105")).Count.ShouldBeGreaterThanOrEqualTo(3);

        (await coordinator.PostAsync("/api/people/we0105/departure", new { })).Status.ShouldBe(204);
        (await HeldByAsync(server, "we0105")).ShouldBeEmpty();
        var read = await coordinator.GetJsonAsync($"/api/case-files/{own}");
        var heir = read["owner"].GetString()!;
        server.Directory.Present.Holds(new(heir), Role.SeniorMember).ShouldBeTrue(heir);
        (await HeldByAsync(server, Wexcombe.Supporter)).Select(item => item.Kind)
            .ShouldBe(["caseFile", "question", "action"], ignoreOrder: true);
        (await leaver.GetJsonAsync($"/api/case-files/{own}")).Status.ShouldBe(401);
        (await BreachesAsync(server)).ShouldBe(0);
    }

    [Fact, Trait("Rule", "R9")]
    public async Task A_suspension_that_lands_first_keeps_every_file_from_being_opened_after_it()
    {
        const string Person = "we0132";
        await using var server = await SafeguardTestServer.StartAsync();
        await using var other = await server.AnotherNodeAsync();
        using var coordinator = await server.ClientAsync(Wexcombe.Coordinator);
        using var member = await other.ClientAsync(Person);
        for (var round = 0; round < 8; round++)
        {
            var file = Guid.CreateVersion7();
            var both = await Task.WhenAll(
                coordinator.PostAsync($"/api/supporters/{Person}/suspension", new { reason = "A concern." }),
                member.PutAsync($"/api/case-files/{file}", new { }));
            both[0].Status.ShouldBe(204, both[0].Text);
            var suspended = (await EventsAsync(server, StreamIds.For("supporter", Person)))
                .Last(happened => happened.Type == "suspended");
            if (both[1].Status == 201)
                (await EventsAsync(server, file))[0].Position.ShouldBeLessThan(suspended.Position);
            else
                both[1].Code.ShouldBe("supporter.suspended");
            var lifted = await coordinator.PostAsync($"/api/supporters/{Person}/suspension/end", new { });
            lifted.Status.ShouldBe(204, lifted.Text);
        }
    }

    [Fact, Trait("Rule", "R2"), Trait("Rule", "R4")]
    public async Task Two_nodes_keep_one_file_and_what_is_sent_to_both_is_kept_once()
    {
        await using var server = await SafeguardTestServer.StartAsync();
        await using var other = await server.AnotherNodeAsync();
        using var here = await server.ClientAsync(Wexcombe.Supporter);
        using var there = await other.ClientAsync(Wexcombe.Supporter);
        var (file, code) = await Files.OpenAsync(here);
        var again = await there.PutAsync($"/api/case-files/{file}", new { });
        (again.Status, again["code"].GetString()).ShouldBe((201, code));
        var contacts = Enumerable.Range(0, 6).Select(_ => Files.Contact(Guid.CreateVersion7())).ToList();
        var sent = await Task.WhenAll(contacts.SelectMany(contact => new[] { here, there }.Select(client =>
            client.PostAsync($"/api/case-files/{file}/contacts", contact))));
        sent.ShouldAllBe(answer => answer.Status == 204);
        (await there.GetJsonAsync($"/api/case-files/{file}"))["timeline"].GetArrayLength().ShouldBe(7);
        var version = (await there.GetJsonAsync($"/api/case-files/{file}")).ETag;
        var ends = await Task.WhenAll(
            here.PostAsync($"/api/case-files/{file}/resolution", Files.Resolution("One."), version),
            there.PostAsync($"/api/case-files/{file}/resolution", Files.Resolution("Other."), version));
        ends.Select(answer => answer.Status).ShouldContain(204);
        (await EventsAsync(other, file)).Count(happened => happened.Type == "case_file_resolved").ShouldBe(1);
    }

    private static async Task<IEnumerable<Guid>> TasksAsync(SafeguardTestServer server)
    {
        var tasks = new List<Guid>();
        foreach (var coordinator in server.Directory.Present.Coordinators)
            tasks.AddRange((await HeldByAsync(server, coordinator.Value))
                .Where(item => item.Kind == "handover").Select(item => item.Stream));
        return tasks.Order();
    }

    private static Task<IReadOnlyList<OpenItemRow>> HeldByAsync(SafeguardTestServer server, string person) =>
        server.Parts.GetRequiredService<OpenItemRows>().AllOwnedByAsync(new(person), CancellationToken.None);

    private static async Task<int> BreachesAsync(SafeguardTestServer server) =>
        (await server.Parts.GetRequiredService<Watchdog>().BreachesAsync(CancellationToken.None)).Count;

    private static Task<IReadOnlyList<StoredEvent>> EventsAsync(SafeguardTestServer server, Guid stream) =>
        server.Parts.GetRequiredService<IEventLog>().ReadStreamAsync(stream, 0, CancellationToken.None);
}
