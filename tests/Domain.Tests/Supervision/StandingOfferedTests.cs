using Safeguard.Domain.Supervision;
using Safeguard.Domain.Tests.Supervision.Model;
using static Safeguard.Domain.Tests.Supervision.Lives;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>
/// Nobody lapses through the programme's fault: sessions that were cancelled, moved, never scheduled or not theirs.
/// A supporter from 11 October 2026 is due on the 25th. Each is asked of the product and of the model.
/// </summary>
[Trait("Rule", "R9")]
public sealed class StandingOfferedTests
{
    [Fact]
    public void A_session_cancelled_in_the_last_week_moves_the_due_day_to_the_next_one()
    {
        var life = Weekly with { Sessions = [Cancelled(10, 20), Cancelled(10, 25), Own(11, 3), Own(11, 17)] };
        life.On(10, 25).ShouldBe(Standing.Current);
        life.On(10, 29).ShouldBe(Standing.Current);
        life.On(10, 30).ShouldBe(Standing.DueSoon);
        life.On(11, 3).ShouldBe(Standing.DueSoon);
        life.On(11, 4).ShouldBe(Standing.Overdue);
        life.On(11, 10).ShouldBe(Standing.Overdue);
        life.On(11, 11).ShouldBe(Standing.Lapsed);
    }

    [Fact]
    public void A_session_that_was_held_before_the_cancelled_one_was_offered()
    {
        var life = Weekly with { Sessions = [Own(10, 13), Cancelled(10, 25), Own(11, 3)] };
        life.On(10, 26).ShouldBe(Standing.Overdue);
        life.On(11, 2).ShouldBe(Standing.Lapsed);
    }

    [Fact]
    public void While_nothing_is_scheduled_they_stay_due_soon_for_good()
    {
        foreach (var life in new[]
        {
            Weekly with { Sessions = [Cancelled(10, 20)] },
            Weekly with { Sessions = [] },
            Weekly with { Joined = null },
        })
        {
            life.On(10, 20).ShouldBe(Standing.Current);
            life.On(10, 21).ShouldBe(Standing.DueSoon);
            life.On(12, 25).ShouldBe(Standing.DueSoon);
            life.In2027(3, 1).ShouldBe(Standing.DueSoon);
        }
    }

    [Fact]
    public void A_session_moved_past_the_due_day_takes_the_due_day_with_it()
    {
        var moved = Own(10, 28) with { MovedFrom = new DateOnly(2026, 10, 22) };
        var life = Weekly with { Sessions = [moved] };
        life.On(10, 28).ShouldBe(Standing.DueSoon);
        life.On(10, 29).ShouldBe(Standing.Overdue);
        var broughtForward = Own(10, 25) with { MovedFrom = new DateOnly(2026, 10, 28) };
        var brought = Weekly with { Sessions = [broughtForward, Own(11, 9)] };
        brought.On(10, 26).ShouldBe(Standing.Overdue);
    }

    [Fact]
    public void A_session_moved_into_the_vacation_is_the_last_day_all_the_same()
    {
        var life = Weekly.Came(11, 20) with { Sessions = [Own(11, 20, ModelMark.Attended), Own(12, 9)] };
        life.On(12, 1).ShouldBe(Standing.Current);
        life.On(12, 2).ShouldBe(Standing.DueSoon);
        life.On(12, 9).ShouldBe(Standing.DueSoon);
        life.On(12, 10).ShouldBe(Standing.Overdue);
        life.In2027(1, 24).ShouldBe(Standing.Lapsed);
    }

    [Fact]
    public void Sessions_before_they_joined_the_group_were_not_offered_to_them()
    {
        var life = Weekly with
        {
            Sessions = [Own(10, 20), Own(10, 24), Own(11, 3)],
            Joined = Supervised.NoonOn(new(2026, 10, 25)),
        };
        life.On(10, 29).ShouldBe(Standing.Current);
        life.On(11, 3).ShouldBe(Standing.DueSoon);
        life.On(11, 4).ShouldBe(Standing.Overdue);
        var sameDay = life with { Joined = Supervised.NoonOn(new(2026, 10, 24)) };
        sameDay.On(10, 26).ShouldBe(Standing.Overdue);
    }

    [Fact]
    public void Made_up_counts_when_the_other_group_confirms_it_and_not_before()
    {
        var says = Weekly.Marked(10, 20, ModelMark.SaysMadeUp);
        says.On(10, 26).ShouldBe(Standing.Overdue);
        says.On(11, 2).ShouldBe(Standing.Lapsed);
        var confirmed = says with { Guests = [new(new(2026, 10, 22), FromOffice: false)] };
        confirmed.On(10, 26).ShouldBe(Standing.Current);
        confirmed.On(11, 6).ShouldBe(Standing.Overdue);
    }
}
