using Safeguard.Domain.Supervision;
using Safeguard.Domain.Tests.Supervision.Model;
using static Safeguard.Domain.Tests.Supervision.Lives;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>
/// The days on which standing turns, by name. A supporter from 11 October 2026, the first day of term, is due on the
/// 25th, overdue from the 26th and lapsed from 2 November. Each is asked of the product and of the model.
/// </summary>
[Trait("Rule", "R9")]
public sealed class StandingBoundaryTests
{
    [Fact]
    public void The_last_day_of_the_fortnight_still_keeps_them_current()
    {
        Weekly.On(10, 20).ShouldBe(Standing.Current);
        Weekly.On(10, 21).ShouldBe(Standing.DueSoon);
        Weekly.On(10, 25).ShouldBe(Standing.DueSoon);
        Weekly.On(10, 26).ShouldBe(Standing.Overdue);
        var came = Weekly.Came(10, 25);
        came.On(10, 25).ShouldBe(Standing.Current);
        came.On(10, 26).ShouldBe(Standing.Current);
        came.On(11, 8).ShouldBe(Standing.DueSoon);
        came.On(11, 9).ShouldBe(Standing.Overdue);
    }

    [Fact]
    public void The_last_day_of_the_grace_is_not_lapsed_yet()
    {
        Weekly.On(11, 1).ShouldBe(Standing.Overdue);
        Weekly.On(11, 2).ShouldBe(Standing.Lapsed);
        Weekly.Came(11, 1).On(11, 2).ShouldBe(Standing.Current);
        Weekly.Came(11, 2).On(11, 2).ShouldBe(Standing.Current);
    }

    [Fact]
    public void A_fortnight_that_ends_on_the_last_day_of_term_is_overdue_all_through_the_vacation()
    {
        var life = Weekly.Came(11, 21);
        life.On(12, 5).ShouldBe(Standing.DueSoon);
        life.On(12, 6).ShouldBe(Standing.Overdue);
        life.In2027(1, 16).ShouldBe(Standing.Overdue);
        life.In2027(1, 23).ShouldBe(Standing.Overdue);
        life.In2027(1, 24).ShouldBe(Standing.Lapsed);
    }

    [Fact]
    public void A_fortnight_that_ends_on_the_first_day_of_term_is_due_soon_all_through_the_vacation()
    {
        var life = Weekly.Came(11, 22);
        life.On(12, 1).ShouldBe(Standing.Current);
        life.On(12, 2).ShouldBe(Standing.DueSoon);
        life.On(12, 25).ShouldBe(Standing.DueSoon);
        life.In2027(1, 17).ShouldBe(Standing.DueSoon);
        life.In2027(1, 18).ShouldBe(Standing.Overdue);
    }

    /// <summary>Grace that ends with the term: 29 November to 5 December.</summary>
    [Fact]
    public void Nobody_lapses_in_a_vacation()
    {
        var life = Weekly.Came(11, 14);
        for (var day = new DateOnly(2026, 12, 5); day < new DateOnly(2027, 1, 17); day = day.AddDays(1))
            life.On(day).ShouldBe(Standing.Overdue, day.ToString("o"));
        life.In2027(1, 17).ShouldBe(Standing.Lapsed);
    }

    [Fact]
    public void A_vacation_stops_the_clock_for_those_who_are_not_due()
    {
        var life = Weekly.Came(11, 21).Came(12, 5);
        for (var day = new DateOnly(2026, 12, 5); day < new DateOnly(2027, 1, 26); day = day.AddDays(1))
            life.On(day).ShouldBe(Standing.Current, day.ToString("o"));
        life.In2027(1, 30).ShouldBe(Standing.DueSoon);
    }

    [Fact]
    public void Past_the_last_term_day_that_is_known_nobody_is_due()
    {
        var life = Weekly with { Terms = [Weekly.Terms[0]] };
        life.Came(11, 22).In2027(6, 1).ShouldBe(Standing.Current);
        life.Came(11, 21).In2027(6, 1).ShouldBe(Standing.Overdue);
    }

    [Fact]
    public void Two_unexplained_absences_ask_for_a_call_and_stop_no_clock()
    {
        var life = Weekly.Marked(10, 13, ModelMark.Unexplained).Marked(10, 20, ModelMark.Unexplained);
        life.On(10, 25).ShouldBe(Standing.DueSoon);
        life.On(10, 26).ShouldBe(Standing.Overdue);
    }

    [Fact]
    public void An_excused_absence_restarts_the_fortnight_once_in_a_row()
    {
        var once = Weekly.Marked(10, 20, ModelMark.Excused);
        once.On(10, 26).ShouldBe(Standing.Current);
        once.On(11, 3).ShouldBe(Standing.DueSoon);
        once.On(11, 4).ShouldBe(Standing.Overdue);
        var twice = once.Marked(11, 3, ModelMark.Excused);
        twice.On(11, 4).ShouldBe(Standing.Overdue);
        twice.On(11, 11).ShouldBe(Standing.Lapsed);
        var between = once.Came(10, 27).Marked(11, 3, ModelMark.Excused);
        between.On(11, 17).ShouldBe(Standing.DueSoon);
        between.On(11, 18).ShouldBe(Standing.Overdue);
    }

    [Fact]
    public void An_excused_absence_never_brings_back_from_a_lapse()
    {
        Weekly.Marked(11, 1, ModelMark.Excused).On(11, 2).ShouldBe(Standing.Current);
        Weekly.Marked(11, 2, ModelMark.Excused).On(11, 2).ShouldBe(Standing.Lapsed);
    }

    /// <summary>Excused from their own group's session and a guest of another's on one day, in any order.</summary>
    [Fact]
    public void Coming_elsewhere_on_the_day_of_an_excused_absence_ends_the_row()
    {
        var guest = new GuestSession(new(2026, 10, 20), FromOffice: false);
        foreach (var guests in new[] { [guest], new[] { new GuestSession(new(2026, 1, 1), false), guest } })
        {
            var excused = Weekly.Marked(10, 20, ModelMark.Excused).Marked(11, 3, ModelMark.Excused);
            var life = excused with { Guests = guests };
            life.On(11, 4).ShouldBe(Standing.Current);
            life.On(11, 17).ShouldBe(Standing.DueSoon);
        }
    }

    /// <summary>Lapsed on 2 November: the 28th day after it is the 30th.</summary>
    [Theory]
    [InlineData(29, 27, Standing.Current)]
    [InlineData(30, 28, Standing.Lapsed)]
    [InlineData(31, 29, Standing.Lapsed)]
    public void A_return_after_28_days_waits_for_a_coordinator(int dayOfNovember, int daysLapsed, Standing unconfirmed)
    {
        var came = new DateOnly(2026, 11, 1).AddDays(dayOfNovember - 1);
        came.DayNumber.ShouldBe(new DateOnly(2026, 11, 2).DayNumber + daysLapsed);
        var life = Weekly.Came(came);
        life.On(came).ShouldBe(unconfirmed);
        life.Ask(Supervised.NoonOn(came)).AwaitsCoordinator.ShouldBe(unconfirmed == Standing.Lapsed);
        var confirmed = life with { Confirmed = [came.AddDays(2)] };
        confirmed.On(came.AddDays(1)).ShouldBe(unconfirmed);
        confirmed.On(came.AddDays(2)).ShouldBe(Standing.Current);
        (life with { Confirmed = [came] }).On(came).ShouldBe(Standing.Current);
        (life with { Confirmed = [came.AddDays(-1)] }).On(came).ShouldBe(unconfirmed);
        (Weekly with { Guests = [new(came, FromOffice: true)] }).On(came).ShouldBe(Standing.Current);
        (Weekly with { Guests = [new(came, FromOffice: false)] }).On(came).ShouldBe(unconfirmed);
    }

    [Fact]
    public void The_strongest_status_goes_before_the_fortnight()
    {
        ModelAway[] spells = [];
        Weekly.On(11, 20).ShouldBe(Standing.Lapsed);
        foreach (var (spell, standing) in new[]
        {
            (ModelSpell.OnLeave, Standing.OnLeave), (ModelSpell.StoodDown, Standing.StoodDown),
            (ModelSpell.Suspended, Standing.Suspended), (ModelSpell.Left, Standing.Left),
        })
        {
            spells = [.. spells, new ModelAway(spell, new(2026, 11, 19))];
            (Weekly with { Spells = spells }).On(11, 20).ShouldBe(standing);
            (Weekly with { Spells = spells }).On(11, 18).ShouldBe(Standing.Lapsed);
        }

        (Weekly with { Activated = null }).On(11, 20).ShouldBe(Standing.InTraining);
        (Weekly with { Activated = new(2026, 11, 21) }).On(11, 20).ShouldBe(Standing.InTraining);
        (Weekly with { Activated = new(2026, 11, 20) }).On(11, 20).ShouldBe(Standing.Current);
    }
}
