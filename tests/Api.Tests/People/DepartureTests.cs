using Safeguard.Api.Health;
using Safeguard.Api.Tests.Server;
using Safeguard.Domain;
using Safeguard.Projections.EscalationQueue;
using Microsoft.Extensions.DependencyInjection;

namespace Safeguard.Api.Tests.People;

/// <summary>Nobody leaves, loses a role or has a conflict while holding open items, through the real server.</summary>
public sealed class DepartureTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private SafeguardTestServer Server => wexcombe.Server;

    [Fact, Trait("Rule", "R4"), Trait("Rule", "R12")]
    public async Task A_senior_member_who_leaves_hands_everything_on_in_the_same_transaction()
    {
        const string panel = "blackfriars-college";
        var (leaver, stayer) = SeniorMembersOf(panel);
        using var coordinator = await Server.ClientAsync(Wexcombe.Coordinator);
        using var holder = await Server.ClientAsync(leaver);
        var id = await RaiseAsync(panel);
        (await holder.PostAsync($"/api/escalations/{id}/acknowledgement", new { })).Status.ShouldBe(204);
        (await holder.PostAsync($"/api/escalations/{id}/actions",
            new { what = "Ring the porter." })).Status.ShouldBe(204);
        (await ShiftsOf(panel, leaver)).ShouldBeGreaterThan(0);

        var left = await coordinator.PostAsync($"/api/people/{leaver}/departure", new { });
        left.Status.ShouldBe(204, left.Text);
        var seen = await coordinator.GetJsonAsync($"/api/escalations/{id}");
        seen["owner"].GetString().ShouldBe(stayer);
        seen["state"].GetString().ShouldBe("Raised");
        seen.Events().ShouldContain("AcknowledgementLapsed");
        seen.Events().ShouldContain("ItemReassigned");
        (await ItemsOf(leaver)).ShouldBeEmpty();
        (await ShiftsOf(panel, leaver)).ShouldBe(0);
        var events = seen["timeline"].EnumerateArray().ToList();
        var lapsed = events.Single(happened => happened.GetProperty("event").GetString() == "AcknowledgementLapsed");
        var person = await coordinator.GetJsonAsync($"/api/people/{leaver}");
        person["leftAt"].GetDateTimeOffset().ShouldBe(lapsed.GetProperty("at").GetDateTimeOffset());
        person["roles"].GetArrayLength().ShouldBe(0);
        (await holder.GetJsonAsync("/api/panels")).Status.ShouldBe(401);
        (await coordinator.PostAsync($"/api/people/{leaver}/departure", new { })).Status.ShouldBe(204);
        (await holder.PutAsync($"/api/escalations/{Guid.NewGuid()}",
            new { what = "Still worried." })).Status.ShouldBe(201);
    }

    [Fact, Trait("Rule", "R4")]
    public async Task A_role_that_ends_takes_what_was_held_in_it_and_the_shifts()
    {
        const string panel = "fenwick-college";
        var (loser, stayer) = SeniorMembersOf(panel);
        using var coordinator = await Server.ClientAsync(Wexcombe.Coordinator);
        using var holder = await Server.ClientAsync(loser);
        var id = await RaiseAsync(panel);
        (await holder.PostAsync($"/api/escalations/{id}/acknowledgement", new { })).Status.ShouldBe(204);
        var before = await coordinator.GetJsonAsync($"/api/people/{loser}");
        var role = new { role = "SeniorMember", panel };
        (await coordinator.PostAsync($"/api/people/{loser}/roles/revocation", role)).Status.ShouldBe(428);
        var revoked = await coordinator.PostAsync($"/api/people/{loser}/roles/revocation", role, before.ETag);
        revoked.Status.ShouldBe(204, revoked.Text);
        (await coordinator.GetJsonAsync($"/api/escalations/{id}"))["owner"].GetString().ShouldBe(stayer);
        (await ItemsOf(loser)).ShouldBeEmpty();
        (await ShiftsOf(panel, loser)).ShouldBe(0);
        (await coordinator.PostAsync($"/api/people/{loser}/roles/revocation", role, before.ETag)).Status.ShouldBe(204);
    }

    [Fact, Trait("Rule", "R14"), Trait("Rule", "R10")]
    public async Task A_supervisor_who_leaves_leaves_no_debrief_and_their_group_can_still_be_debriefed()
    {
        var id = await RaiseAsync("alder-college", raiser: "we0146");
        var supervisor = Server.Directory.Present.Person(new("we0146"))!.Supervisor!.Value.Value;
        (await ItemsOf(supervisor)).ShouldContain(item => item.Kind == "debrief" && item.Stream == id);
        using var coordinator = await Server.ClientAsync(Wexcombe.Coordinator);
        (await coordinator.PostAsync($"/api/people/{supervisor}/departure", new { })).Status.ShouldBe(204);
        (await ItemsOf(supervisor)).ShouldBeEmpty();
        (await Server.Parts.GetRequiredService<Watchdog>().BreachesAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact, Trait("Rule", "R15")]
    public async Task Whoever_holds_what_their_conflict_concerns_steps_aside_in_the_same_transaction()
    {
        const string panel = "saltmarsh-college";
        var (holder, other) = SeniorMembersOf(panel);
        var id = await RaiseAsync(panel);
        using var client = await Server.ClientAsync(holder);
        (await client.PostAsync($"/api/escalations/{id}/acknowledgement", new { })).Status.ShouldBe(204);
        var conflict = Guid.NewGuid();
        var declaration = new { conflict, towards = Wexcombe.Supporter, ground = "Tutor" };
        (await client.PostAsync($"/api/people/{holder}/conflicts", declaration)).Status.ShouldBe(204);
        (await client.GetJsonAsync($"/api/escalations/{id}")).Status.ShouldBe(404);
        using var coordinator = await Server.ClientAsync(Wexcombe.Coordinator);
        (await coordinator.GetJsonAsync($"/api/escalations/{id}"))["owner"].GetString().ShouldBe(other);
        (await client.PostAsync($"/api/people/{holder}/conflicts", declaration)).Status.ShouldBe(204);
        (await coordinator.GetJsonAsync($"/api/people/{holder}"))["conflicts"].GetArrayLength().ShouldBe(1);
    }

    private async Task<Guid> RaiseAsync(string panel, string raiser = Wexcombe.Supporter)
    {
        using var client = await Server.ClientAsync(raiser);
        var id = Guid.NewGuid();
        var raised = await client.PutAsync($"/api/escalations/{id}", new
        {
            what = "Please come.",
            band = "Immediate",
            panel
        });
        raised.Status.ShouldBe(201, raised.Text);
        return id;
    }

    private (string One, string Other) SeniorMembersOf(string panel)
    {
        var members = Server.Directory.Present.SeniorMembersOf(new PanelId(panel));
        members.Count.ShouldBe(2, panel);
        return (members[0].Value, members[1].Value);
    }

    private Task<IReadOnlyList<OpenItemRow>> ItemsOf(string person) =>
        Server.Parts.GetRequiredService<OpenItemRows>().AllOwnedByAsync(new(person), CancellationToken.None);

    private async Task<int> ShiftsOf(string panel, string person)
    {
        using var coordinator = await Server.ClientAsync(Wexcombe.Coordinator);
        var rota = await coordinator.GetJsonAsync($"/api/panels/{panel}/rota");
        return rota["shifts"].EnumerateArray().SelectMany(shift => shift.GetProperty("stretches").EnumerateArray())
            .Count(stretch => stretch.GetProperty("person").GetString() == person
                && stretch.GetProperty("ends").GetDateTimeOffset() > Server.Now);
    }
}
