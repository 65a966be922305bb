using Safeguard.Api.Tests.Server;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Pages.Served;

/// <summary>
/// The forms of the standing board and of one's own supervision: accepted, refused and filled in again, and not for
/// everybody.
/// </summary>
public sealed class StandingFormTests(WexcombeServer wexcombe) : IClassFixture<WexcombeServer>
{
    private readonly SafeguardTestServer _server = wexcombe.Server;

    private Institution Institution => _server.Directory.Present;

    [Fact, Trait("Rule", "R9")]
    public async Task A_suspension_without_a_reason_comes_back_and_with_one_is_made_and_lifted()
    {
        var person = Standing(Domain.Supervision.Standing.Current, 1);
        using var coordinator = await _server.BrowserAsync(Wexcombe.Coordinator);
        var board = await coordinator.OpenAsync("/standing?standing=Current");
        var back = await coordinator.SubmitAsync(board, $"suspendSupporter-{person}");
        back.Status.ShouldBe(422, back.Text);
        back.Title.ShouldStartWith("Not saved:");
        back.Find(".problem a")!.GetAttribute("href").ShouldBe($"#suspendSupporter-{person}-reason");
        var done = await coordinator.SubmitAsync(
            back, $"suspendSupporter-{person}", ("reason", "While we look into it."));
        (done.Status, done.Location).ShouldBe((303, "/standing"));
        StandingOf(person).ShouldBe(Domain.Supervision.Standing.Suspended);
        var suspended = await coordinator.OpenAsync("/standing?standing=Suspended");
        await coordinator.DoAsync(suspended, $"liftSuspension-{person}");
        StandingOf(person).ShouldBe(Domain.Supervision.Standing.Current);
    }

    [Fact, Trait("Rule", "R9")]
    public async Task Somebody_is_back_from_leave_by_the_board()
    {
        var person = Standing(Domain.Supervision.Standing.Current, 2);
        using var self = await _server.BrowserAsync(person);
        await self.DoAsync(await self.OpenAsync("/my-supervision"), "leave");
        StandingOf(person).ShouldBe(Domain.Supervision.Standing.OnLeave);
        using var coordinator = await _server.BrowserAsync(Wexcombe.Coordinator);
        await coordinator.DoAsync(await coordinator.OpenAsync("/standing?standing=OnLeave"), $"endLeave-{person}");
        StandingOf(person).ShouldBe(Domain.Supervision.Standing.Current);
    }

    [Fact, Trait("Rule", "R9")]
    public async Task A_return_that_nobody_awaits_is_not_confirmed_and_the_board_comes_back()
    {
        var person = Standing(Domain.Supervision.Standing.Lapsed, 0);
        using var coordinator = await _server.BrowserAsync(Wexcombe.Coordinator);
        var back = await coordinator.PostAsync(
            $"/standing/{person}/reinstatement", new Dictionary<string, string>(StringComparer.Ordinal));
        back.Status.ShouldBe(409, back.Text);
        back.Heading.ShouldBe("Standing");
        StandingOf(person).ShouldBe(Domain.Supervision.Standing.Lapsed);
        // The address of the refused form, asked for again, leads back to the board.
        (await coordinator.OpenAsync($"/standing/{person}/reinstatement")).Location.ShouldBe("/standing");
    }

    [Fact, Trait("Rule", "R13")]
    public async Task What_the_office_decides_is_not_for_supervisors_or_supporters()
    {
        var person = Standing(Domain.Supervision.Standing.Current, 3);
        var nothing = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = "Because." };
        foreach (var other in new[] { Wexcombe.Supervisor, Wexcombe.Supporter, Wexcombe.AlderFirst })
        {
            using var browser = await _server.BrowserAsync(other);
            foreach (var form in new[] { "suspension", "suspension/end", "reinstatement", "leave/end" })
                (await browser.PostAsync($"/standing/{person}/{form}", nothing)).Status.ShouldBe(403, form);
        }

        StandingOf(person).ShouldBe(Domain.Supervision.Standing.Current);
    }

    [Fact, Trait("Rule", "R14")]
    public async Task A_supporter_stands_down_and_up_again_and_is_listed_and_taken_off()
    {
        var person = Standing(Domain.Supervision.Standing.Current, 4);
        using var self = await _server.BrowserAsync(person);
        var page = await self.DoAsync(await self.OpenAsync("/my-supervision"), "stand-down");
        StandingOf(person).ShouldBe(Domain.Supervision.Standing.StoodDown);
        page = await self.DoAsync(page, "stand-down-end");
        page = await self.DoAsync(page, "availability");
        Institution.SupporterOf(new(person)).AvailableSince.ShouldNotBeNull();
        page = await self.DoAsync(page, "availability-end");
        Institution.SupporterOf(new(person)).AvailableSince.ShouldBeNull();
        page = await self.DoAsync(page, "leave");
        await self.DoAsync(page, "leave-end");
        StandingOf(person).ShouldBe(Domain.Supervision.Standing.Current);
    }

    [Fact, Trait("Rule", "R9")]
    public async Task Who_has_lapsed_is_not_listed_and_the_page_says_since_when_and_what_to_do()
    {
        var person = Standing(Domain.Supervision.Standing.Lapsed, 1);
        using var self = await _server.BrowserAsync(person);
        var back = await self.PostAsync(
            $"/supporters/{person}/availability", new Dictionary<string, string>(StringComparer.Ordinal));
        back.Status.ShouldBe(409, back.Text);
        back.Find(".problem").ShouldNotBeNull();
        Institution.SupporterOf(new(person)).AvailableSince.ShouldBeNull();
    }

    [Fact, Trait("Rule", "R10")]
    public async Task A_supporter_asks_their_supervisor_for_contact_and_nobody_else_does_it_for_them()
    {
        var person = Standing(Domain.Supervision.Standing.Current, 5);
        var group = Institution.SupporterOf(new(person)).Group!.Value;
        using var self = await _server.BrowserAsync(person);
        var page = await self.OpenAsync("/my-supervision");
        await self.DoAsync(page, "contact", ("words", "Can we talk?"));
        Institution.GroupOf(group).Tasks.ShouldContain(task => task.About == new PersonId(person));
        using var stranger = await _server.BrowserAsync(Institution.Everybody.First(other =>
            Institution.SupporterOf(other.Id) is { Group: { } own, ActiveSince: not null } && own != group
            && other.LeftAt is null).Id.Value);
        var fields = page.Filled("contact", ("words", "Let me in."));
        (await stranger.PostAsync(page.Action("contact"), fields)).Status.ShouldBe(404);
        (await stranger.PostAsync($"/supporters/{person}/leave", fields)).Status.ShouldBe(404);
        var again = (await self.OpenAsync("/my-supervision")).Filled("contact", ("words", "Let me in."));
        var broken = new Dictionary<string, string>(again, StringComparer.Ordinal) { ["request"] = "not an id" };
        var back = await self.PostAsync(page.Action("contact"), broken);
        back.Status.ShouldBe(422);
        back.Value("#contact-words").ShouldBe("Let me in.");
    }

    private Standing StandingOf(string person) => Institution.StandingAt(new(person), _server.Now).Standing;

    private string Standing(Standing standing, int skipped) => Institution.Supporters.Keys
        .OrderBy(person => person.Value, StringComparer.Ordinal)
        .Where(person => Institution.People[person].LeftAt is null && person.Value != Wexcombe.Supporter
            && Institution.SupporterOf(person).Group is not null
            && Institution.StandingAt(person, _server.Now).Standing == standing)
        .ElementAt(skipped * 7).Value;
}
