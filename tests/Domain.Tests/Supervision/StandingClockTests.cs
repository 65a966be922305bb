using Safeguard.Domain.Supervision;
using Safeguard.Domain.Tests.Supervision.Model;
using static Safeguard.Domain.Tests.Supervision.Lives;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>
/// Days are days of the institution: on leap days, on days of 23 and 25 hours, and late on summer evenings.
/// </summary>
[Trait("Rule", "R9")]
public sealed class StandingClockTests
{
    [Fact]
    public void A_leap_day_is_a_day_of_term_like_any_other()
    {
        var life = LifeFrom(new(2028, 2, 15), new(2028, 1, 16), new(2028, 3, 18));
        life.On(new DateOnly(2028, 2, 28)).ShouldBe(Standing.DueSoon);
        life.On(new DateOnly(2028, 2, 29)).ShouldBe(Standing.DueSoon);
        life.On(new DateOnly(2028, 3, 1)).ShouldBe(Standing.Overdue);
        var came = life.Came(new DateOnly(2028, 2, 29)).Marked(new DateOnly(2028, 3, 7), ModelMark.Unexplained);
        came.On(new DateOnly(2028, 3, 14)).ShouldBe(Standing.DueSoon);
        came.On(new DateOnly(2028, 3, 15)).ShouldBe(Standing.Overdue);
        var lapses = LifeFrom(new(2028, 2, 8), new(2028, 1, 16), new(2028, 3, 18));
        lapses.On(new DateOnly(2028, 2, 29)).ShouldBe(Standing.Overdue);
        lapses.On(new DateOnly(2028, 3, 1)).ShouldBe(Standing.Lapsed);
    }

    /// <summary>Due on that day, and overdue from the local midnight that ends it, as UTC has it.</summary>
    [Theory]
    [InlineData("2026-03-28", "2026-03-29T00:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T23:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T23:00:00Z")]
    [InlineData("2026-10-25", "2026-10-26T00:00:00Z")]
    public void The_last_day_ends_at_midnight_in_Britain_also_when_the_clocks_change(string due, string ends)
    {
        var day = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);
        var midnight = DateTimeOffset.Parse(ends, System.Globalization.CultureInfo.InvariantCulture);
        var life = LifeFrom(day.AddDays(-14), day.AddDays(-30), day.AddDays(30));
        life.Ask(midnight.AddDays(-3)).DueOn.ShouldBe(day);
        life.At(midnight.AddTicks(-1)).ShouldBe(Standing.DueSoon);
        life.At(midnight).ShouldBe(Standing.Overdue);
        var facts = life.ToFacts();
        StandingOf.ChangesAfter(facts, midnight.AddDays(-3)).First().ShouldBe(midnight);
        StandingOf.ChangesAfter(facts, midnight).Count().ShouldBe(1);
    }

    [Fact]
    public void A_summer_evening_belongs_to_the_day_in_Britain()
    {
        var life = LifeFrom(new(2026, 6, 1), new(2026, 4, 26), new(2026, 6, 30));
        life.At(new(2026, 6, 15, 22, 59, 59, TimeSpan.Zero)).ShouldBe(Standing.DueSoon);
        life.At(new(2026, 6, 15, 23, 0, 0, TimeSpan.Zero)).ShouldBe(Standing.Overdue);
        life.At(new(2026, 6, 22, 22, 59, 59, TimeSpan.Zero)).ShouldBe(Standing.Overdue);
        life.At(new(2026, 6, 22, 23, 0, 0, TimeSpan.Zero)).ShouldBe(Standing.Lapsed);
    }

    [Fact]
    public void Joining_late_on_a_summer_evening_is_joining_on_the_next_day()
    {
        var life = LifeFrom(new(2026, 6, 1), new(2026, 4, 26), new(2026, 7, 30)) with
        {
            Sessions = [Own(new(2026, 6, 8)), Own(new(2026, 6, 22))],
        };
        (life with { Joined = new(2026, 6, 8, 22, 59, 59, TimeSpan.Zero) })
            .On(new DateOnly(2026, 6, 16)).ShouldBe(Standing.Overdue);
        (life with { Joined = new(2026, 6, 8, 23, 0, 0, TimeSpan.Zero) })
            .On(new DateOnly(2026, 6, 16)).ShouldBe(Standing.Current);
    }

    private static StandingCase LifeFrom(DateOnly active, DateOnly termBegins, DateOnly termEnds) => new()
    {
        Terms = [new(termBegins, termEnds)],
        Activated = active,
        Joined = Supervised.NoonOn(termBegins),
        Sessions = [Own(active.AddDays(7))],
    };
}
