using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Tests.Programmes;

/// <summary>
/// 20 November 2026 is a Friday. In 2026 London's clocks go forward on 29 March at 01:00 and back on 25 October at
/// 02:00, both Sundays. Wednesday 25 and Thursday 26 November are made holidays here.
/// </summary>
[Trait("Rule", "R22")]
public sealed class OpeningHoursTests
{
    private static readonly InstitutionCalendar London =
        new("Europe/London", [new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 26)]);

    [Theory]
    [InlineData("Mon-Fri 09:00-17:00", "2026-11-20T08:59:59Z", false)]
    [InlineData("Mon-Fri 09:00-17:00", "2026-11-20T09:00Z", true)]
    [InlineData("Mon-Fri 09:00-17:00", "2026-11-20T16:59:59Z", true)]
    [InlineData("Mon-Fri 09:00-17:00", "2026-11-20T17:00Z", false)]
    [InlineData("Mon-Fri 09:00-17:00", "2026-11-21T12:00Z", false)]
    [InlineData("Tue, Thu 13:00-16:00", "2026-11-24T13:00Z", true)]
    [InlineData("Tue, Thu 13:00-16:00", "2026-11-23T13:00Z", false)]
    [InlineData("every day 20:00-08:00", "2026-11-20T19:59Z", false)]
    [InlineData("every day 20:00-08:00", "2026-11-20T20:00Z", true)]
    [InlineData("every day 20:00-08:00", "2026-11-21T00:00Z", true)]
    [InlineData("every day 20:00-08:00", "2026-11-21T07:59Z", true)]
    [InlineData("every day 20:00-08:00", "2026-11-21T08:00Z", false)]
    [InlineData("Fri 20:00-08:00", "2026-11-21T07:00Z", true)]
    [InlineData("Fri 20:00-08:00", "2026-11-20T07:00Z", false)]
    [InlineData("Sat-Sun 00:00-24:00", "2026-11-22T23:59:59Z", true)]
    [InlineData("Sat-Sun 00:00-24:00", "2026-11-23T00:00Z", false)]
    [InlineData("Sat–Mon 10:00–12:00", "2026-11-23T11:00Z", true)]
    [InlineData("Mon-Fri 09:00-12:00, 13:00-17:00", "2026-11-20T12:30Z", false)]
    [InlineData("Mon-Fri 09:00-12:00, 13:00-17:00", "2026-11-20T13:00Z", true)]
    [InlineData("Mon-Thu 9:00-17:00; Friday 9:00-13:00", "2026-11-20T14:00Z", false)]
    [InlineData("mon-thurs 9:00-17:00; FRI 9:00-13:00", "2026-11-20T12:00Z", true)]
    [InlineData("always", "2026-11-25T03:00Z", true)]
    [InlineData(" Always ", "2026-11-25T03:00Z", true)]
    public void It_is_open_from_the_first_moment_to_the_last(string written, string moment, bool open) =>
        OpeningHours.Read(written).IsOpenAt(DateTimeOffset.Parse(moment), London).ShouldBe(open);

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    [InlineData("by appointment")]
    [InlineData("Mon-Fri")]
    [InlineData("09:00-17:00")]
    [InlineData("Mon-Fri 9-17")]
    [InlineData("Mon-Fri 09:00-25:00")]
    [InlineData("Mon-Fri 24:00-08:00")]
    [InlineData("Mon-Fri 09:00-09:00")]
    [InlineData("Mo-Fr 09:00-17:00")]
    [InlineData("Mon-Wed-Fri 09:00-17:00")]
    [InlineData("Mon-Fri 09:00-17:00 in term")]
    [InlineData("Mon-Fri 09:00-17:00; ask at the desk")]
    [InlineData("term time Mon-Fri 09:00-17:00")]
    public void What_cannot_be_read_is_unknown_and_never_called_closed(string? written)
    {
        var hours = OpeningHours.Read(written);
        hours.IsKnown.ShouldBeFalse();
        hours.IsOpenAt(Wexcombe.Noon, London).ShouldBeNull();
        hours.NextOpening(Wexcombe.Noon, London).ShouldBeNull();
        hours.Written.ShouldBe(string.IsNullOrWhiteSpace(written) ? null : written);
    }

    [Theory]
    [InlineData("Mon-Fri 09:00-17:00", "2026-11-20T12:00Z", "2026-11-20T12:00Z")]
    [InlineData("Mon-Fri 09:00-17:00", "2026-11-20T17:00Z", "2026-11-23T09:00Z")]
    [InlineData("Mon-Fri 09:00-17:00", "2026-11-24T17:00Z", "2026-11-27T09:00Z")]
    [InlineData("every day 20:00-08:00", "2026-11-25T09:00Z", "2026-11-25T20:00Z")]
    [InlineData("Mon-Fri 13:00-17:00, 09:00-12:00", "2026-11-20T08:00Z", "2026-11-20T09:00Z")]
    [InlineData("Mon-Fri 13:00-17:00, 09:00-12:00", "2026-11-20T12:00Z", "2026-11-20T13:00Z")]
    [InlineData("Wed 09:00-17:00", "2026-11-20T12:00Z", "2026-12-02T09:00Z")]
    [InlineData("always", "2026-11-25T03:00Z", "2026-11-25T03:00Z")]
    public void It_opens_next_when_it_says_holidays_left_out(string written, string moment, string opens) =>
        OpeningHours.Read(written).NextOpening(DateTimeOffset.Parse(moment), London)
            .ShouldBe(DateTimeOffset.Parse(opens));

    [Fact]
    public void A_holiday_closes_what_names_weekdays_and_not_what_is_open_every_day()
    {
        var holiday = DateTimeOffset.Parse("2026-11-25T10:00Z");
        OpeningHours.Read("Mon-Fri 09:00-17:00").IsOpenAt(holiday, London).ShouldBe(false);
        OpeningHours.Read("every day 08:00-22:00").IsOpenAt(holiday, London).ShouldBe(true);
    }

    [Fact]
    public void The_night_before_a_holiday_ends_as_it_began() =>
        OpeningHours.Read("Mon-Fri 20:00-08:00").IsOpenAt(DateTimeOffset.Parse("2026-11-25T07:00Z"), London)
            .ShouldBe(true);

    [Theory]
    [InlineData("2026-07-01T07:59Z", false)]
    [InlineData("2026-07-01T08:00Z", true)]
    [InlineData("2026-07-01T16:00Z", false)]
    public void In_summer_the_hours_are_the_institutions_own(string moment, bool open) =>
        OpeningHours.Read("Mon-Fri 09:00-17:00").IsOpenAt(DateTimeOffset.Parse(moment), London).ShouldBe(open);

    [Fact]
    public void A_night_across_the_clock_change_is_an_hour_shorter_or_longer()
    {
        var night = OpeningHours.Read("Sat 20:00-08:00");
        Minutes(night, "2026-03-28T00:00Z").ShouldBe(11 * 60);
        Minutes(night, "2026-10-24T00:00Z").ShouldBe(13 * 60);
        Minutes(night, "2026-11-21T00:00Z").ShouldBe(12 * 60);
    }

    [Fact]
    public void Hours_within_what_the_clock_skips_or_repeats_are_neither_lost_nor_invented()
    {
        Minutes(OpeningHours.Read("Sun 01:00-02:00"), "2026-03-28T12:00Z").ShouldBe(0);
        Minutes(OpeningHours.Read("Sun 01:00-02:00"), "2026-10-24T12:00Z").ShouldBe(120);
        Minutes(OpeningHours.Read("Sun 00:00-01:30"), "2026-10-24T12:00Z").ShouldBe(150);
        OpeningHours.Read("Sun 01:15-01:45").NextOpening(DateTimeOffset.Parse("2026-03-28T12:00Z"), London)
            .ShouldBe(DateTimeOffset.Parse("2026-04-05T00:15Z"));
    }

    /// <summary>How many of the minutes of the two days from then on it is open.</summary>
    private static int Minutes(OpeningHours hours, string from) => Enumerable.Range(0, 48 * 60)
        .Count(minute => hours.IsOpenAt(DateTimeOffset.Parse(from).AddMinutes(minute), London) == true);
}
