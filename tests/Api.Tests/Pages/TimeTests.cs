using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Tests.Pages.Samples;

namespace Safeguard.Api.Tests.Pages;

/// <summary>How moments and lengths of time read (R25 and the design's rules for times).</summary>
public sealed class TimeTests
{
    private static readonly PageClock Clock = Night.Deputy.Clock;

    [Theory]
    [InlineData("02:14:07", "02:14")]
    [InlineData("2026-11-19T21:30", "Thu 19 Nov, 21:30")]
    [InlineData("2026-11-21T02:14", "Sat 21 Nov, 02:14")]
    [InlineData("2026-09-01T08:00", "Tue 1 Sep, 09:00")]
    [InlineData("2026-08-31T08:00", "Mon 31 Aug 2026, 09:00")]
    [InlineData("2025-11-20T02:14", "Thu 20 Nov 2025, 02:14")]
    public void A_moment_says_its_day_unless_it_is_today_and_its_year_unless_it_is_this_academic_year(
        string at, string words) => Clock.Near(Night.At(at)).ShouldBe(words);

    [Theory]
    [InlineData("2026-10-25T00:30", "Sun 25 Oct, 01:30 BST")]
    [InlineData("2026-10-25T01:30", "Sun 25 Oct, 01:30 GMT")]
    [InlineData("2026-10-25T02:00", "Sun 25 Oct, 02:00")]
    [InlineData("2026-10-24T23:59", "Sun 25 Oct, 00:59")]
    public void The_hour_that_happens_twice_says_which(string at, string words) =>
        Clock.Dated(Night.At(at)).ShouldBe(words);

    [Fact]
    public void Another_zone_says_its_offset_in_the_hour_that_happens_twice() =>
        PageClock.In("Europe/Berlin", Clock.Now).Clock(Night.At("2026-10-25T01:30")).ShouldBe("02:30 UTC+01:00");

    [Fact]
    public void A_receipt_says_the_year_and_the_second() =>
        Clock.Full(Night.At("02:14:07"), seconds: true).ShouldBe("Fri 20 Nov 2026, 02:14:07");

    [Fact]
    public void A_day_in_a_sentence_is_written_out() =>
        Clock.Day(new DateOnly(2026, 11, 27), inWords: true).ShouldBe("Friday 27 November");

    [Theory]
    [InlineData(0, "less than 1 min")]
    [InlineData(59, "less than 1 min")]
    [InlineData(60, "1 min")]
    [InlineData(55 * 60, "55 min")]
    [InlineData(3600, "1 h")]
    [InlineData(3 * 3600 + 10 * 60, "3 h 10 min")]
    [InlineData(19 * 3600 + 300, "19 h")]
    [InlineData(47 * 3600, "47 h")]
    [InlineData(48 * 3600, "2 days")]
    [InlineData(-360, "6 min")]
    public void A_length_of_time_is_said_in_the_units_that_help(int seconds, string words) =>
        Durations.Words(TimeSpan.FromSeconds(seconds)).ShouldBe(words);

    [Fact]
    public void What_was_missed_is_said_to_the_second() =>
        Durations.Exactly(TimeSpan.FromSeconds(444)).ShouldBe("7 min 24 s");

    [Theory]
    [InlineData("02:14", "02:19", "02:25:12", CountdownState.Late, "6 min late", 100)]
    [InlineData("01:40", "02:40", "02:25:12", CountdownState.Soon, "15 min left", 75)]
    [InlineData("2026-11-19T21:30", "21:30", "02:25:12", CountdownState.InTime, "19 h left", 20)]
    [InlineData("02:14", "02:19", "02:18:30", CountdownState.Soon, "less than 1 min left", 90)]
    [InlineData("02:14", "02:19", "02:19:00", CountdownState.Soon, "less than 1 min left", 100)]
    [InlineData("02:14", "02:19", "02:19:30", CountdownState.Late, "less than 1 min late", 100)]
    [InlineData("02:14", "02:14", "02:14", CountdownState.Soon, "less than 1 min left", 100)]
    public void A_promise_counts_down_in_words(
        string start, string due, string now, CountdownState state, string words, int used)
    {
        var view = CountdownView.At(Night.At(now), Night.At(start), Night.At(due), crisis: true);
        (view.State, view.Words, view.Used).ShouldBe((state, words, used));
    }

    [Fact]
    public void A_quarter_of_an_hour_is_soon_only_in_a_crisis()
    {
        var (start, due, now) = (Night.At("02:00"), Night.At("02:30"), Night.At("02:16"));
        CountdownView.At(now, start, due, crisis: true).State.ShouldBe(CountdownState.Soon);
        CountdownView.At(now, start, due, crisis: false).State.ShouldBe(CountdownState.InTime);
    }

    [Theory]
    [InlineData("5 min", 5)]
    [InlineData(" 1 h 30 min ", 90)]
    [InlineData("14 days", 14 * 24 * 60)]
    [InlineData("2d", 2 * 24 * 60)]
    [InlineData("15", 15)]
    public void A_length_of_time_is_read_as_people_write_it(string typed, int minutes) =>
        WrittenDuration.Read(typed).ShouldBe(TimeSpan.FromMinutes(minutes));

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-5 min")]
    [InlineData("5 weeks")]
    [InlineData("9999999 min")]
    public void What_is_no_length_of_time_is_not_read(string typed) => WrittenDuration.Read(typed).ShouldBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(90)]
    [InlineData(24 * 60)]
    [InlineData(3 * 24 * 60 + 61)]
    [InlineData(365 * 24 * 60)]
    public void A_length_of_time_written_is_read_again_unchanged(int minutes)
    {
        var length = TimeSpan.FromMinutes(minutes);
        WrittenDuration.Read(WrittenDuration.Write(length)).ShouldBe(length);
    }
}
