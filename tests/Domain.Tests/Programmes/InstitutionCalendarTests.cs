using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.Programmes;

/// <summary>In 2026 London's clocks go forward on 29 March at 01:00 and back on 25 October at 02:00.</summary>
[Trait("Rule", "R12")]
public sealed class InstitutionCalendarTests
{
    private static readonly InstitutionCalendar London =
        new("Europe/London", [new DateOnly(2026, 12, 25), new DateOnly(2026, 12, 28)]);

    [Theory]
    [InlineData("2026-01-15T18:00", "2026-01-15T18:00Z")]
    [InlineData("2026-07-15T18:00", "2026-07-15T17:00Z")]
    [InlineData("2026-03-29T00:59", "2026-03-29T00:59Z")]
    [InlineData("2026-03-29T02:00", "2026-03-29T01:00Z")]
    [InlineData("2026-10-25T00:59", "2026-10-24T23:59Z")]
    [InlineData("2026-10-25T02:00", "2026-10-25T02:00Z")]
    public void A_local_time_that_happens_once_is_one_moment(string local, string moment)
    {
        London.Start(DateTime.Parse(local)).ShouldBe(DateTimeOffset.Parse(moment));
        London.End(DateTime.Parse(local)).ShouldBe(DateTimeOffset.Parse(moment));
    }

    [Theory]
    [InlineData("2026-03-29T01:00")]
    [InlineData("2026-03-29T01:30")]
    [InlineData("2026-03-29T01:59:59")]
    public void A_local_time_that_is_skipped_is_the_first_moment_after(string local)
    {
        London.Start(DateTime.Parse(local)).ShouldBe(DateTimeOffset.Parse("2026-03-29T01:00Z"));
        London.End(DateTime.Parse(local)).ShouldBe(DateTimeOffset.Parse("2026-03-29T01:00Z"));
    }

    [Theory]
    [InlineData("2026-10-25T01:00", "2026-10-25T00:00Z", "2026-10-25T01:00Z")]
    [InlineData("2026-10-25T01:30", "2026-10-25T00:30Z", "2026-10-25T01:30Z")]
    public void A_local_time_that_happens_twice_starts_at_the_first_and_ends_at_the_second(
        string local, string start, string end)
    {
        London.Start(DateTime.Parse(local)).ShouldBe(DateTimeOffset.Parse(start));
        London.End(DateTime.Parse(local)).ShouldBe(DateTimeOffset.Parse(end));
    }

    [Fact]
    public void A_weekly_shift_across_a_change_is_an_hour_longer_or_shorter_and_leaves_no_gap()
    {
        Lasts(new(2026, 10, 23, 18, 0, 0), new(2026, 10, 30, 18, 0, 0)).ShouldBe(TimeSpan.FromHours(169));
        Lasts(new(2026, 3, 27, 18, 0, 0), new(2026, 4, 3, 18, 0, 0)).ShouldBe(TimeSpan.FromHours(167));
        for (var handover = new DateTime(2026, 1, 1); handover.Year == 2026; handover = handover.AddMinutes(15))
            London.End(handover).ShouldBeGreaterThanOrEqualTo(London.Start(handover));
    }

    [Fact]
    public void The_day_is_the_institutions_own()
    {
        London.Day(DateTimeOffset.Parse("2026-07-01T23:30Z")).ShouldBe(new DateOnly(2026, 7, 2));
        London.Day(DateTimeOffset.Parse("2026-12-01T23:30Z")).ShouldBe(new DateOnly(2026, 12, 1));
    }

    [Theory]
    [InlineData("2026-11-20T09:00Z", 1, "2026-11-20T17:00Z")]
    [InlineData("2026-11-20T12:00Z", 1, "2026-11-23T12:00Z")]
    [InlineData("2026-11-20T18:00Z", 1, "2026-11-23T17:00Z")]
    [InlineData("2026-11-21T03:00Z", 1, "2026-11-23T17:00Z")]
    [InlineData("2026-11-20T07:00Z", 2, "2026-11-23T17:00Z")]
    [InlineData("2026-10-23T11:00Z", 1, "2026-10-26T12:00Z")]
    [InlineData("2026-12-24T12:00Z", 1, "2026-12-29T12:00Z")]
    public void A_working_day_is_eight_hours_of_weekdays_that_are_not_holidays(string from, int days, string due) =>
        London.AfterWorkingDays(DateTimeOffset.Parse(from), days).ShouldBe(DateTimeOffset.Parse(due));

    [Fact, Trait("Rule", "R29")]
    public void The_hours_of_a_working_day_are_the_policys()
    {
        var early = InstitutionCalendar.Of(
            Policy.Default with { WorkingDayStarts = new(7, 0), WorkingDayEnds = new(13, 0) });
        early.AfterWorkingDays(DateTimeOffset.Parse("2026-11-20T12:00Z"), 1)
            .ShouldBe(DateTimeOffset.Parse("2026-11-23T12:00Z"));
        early.AfterWorkingDays(DateTimeOffset.Parse("2026-11-20T14:00Z"), 1)
            .ShouldBe(DateTimeOffset.Parse("2026-11-23T13:00Z"));
    }

    [Fact]
    public void Holidays_without_end_do_not_hang_the_calendar()
    {
        var always = Enumerable.Range(0, 800).Select(day => new DateOnly(2026, 1, 1).AddDays(day)).ToList();
        var from = DateTimeOffset.Parse("2026-01-02T12:00Z");
        new InstitutionCalendar("Europe/London", always).AfterWorkingDays(from, 2).ShouldBe(from.AddDays(2));
    }

    private static TimeSpan Lasts(DateTime starts, DateTime ends) => London.End(ends) - London.Start(starts);
}
