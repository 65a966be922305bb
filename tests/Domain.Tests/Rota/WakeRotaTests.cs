using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Rota;

/// <summary>Gaps alarm ahead, each alarm once; a duty that nobody confirmed alarms and pages all the same.</summary>
[Trait("Rule", "R12")]
public sealed class WakeRotaTests
{
    private static readonly DateTimeOffset GapStarts = Utc(12, 4, 18);
    private static readonly DateTimeOffset GapEnds = Utc(12, 5, 18);

    /// <summary>First has a gap of a day on 4 December; the deputy never ends within sight. All is confirmed.</summary>
    private static readonly RotaEvent[] WithGap =
    [
        Shift(1, Vera, Utc(9, 1, 0), GapStarts), Shift(2, Otto, GapEnds, Utc(12, 31, 0).AddDays(180)),
        Shift(3, Otto, Utc(9, 1, 0), Utc(12, 31, 0).AddDays(180), Duty.Deputy),
        new DutyConfirmed(Alder, Id(1), Vera), new DutyConfirmed(Alder, Id(2), Otto),
        new DutyConfirmed(Alder, Id(3), Otto),
    ];

    private static RotaContext At(DateTimeOffset now, Institution? institution = null) =>
        (institution ?? University).RotaContextFor(Alder, Caller.System, now);

    [Fact]
    public void A_gap_alarms_seven_days_and_a_day_ahead_each_time_once()
    {
        var rota = RotaOf(WithGap);
        WakeRota.NextWakeUp(rota, At(Noon)).ShouldBe(GapStarts.AddDays(-7));
        WakeRota.Decide(new(), rota, At(GapStarts.AddDays(-7).AddMilliseconds(-1))).ShouldBeAlreadySo();
        var first = Gap(TimeSpan.FromDays(7));
        WakeRota.Decide(new(), rota, At(GapStarts.AddDays(-7))).ShouldHappen(first);

        rota = rota.Evolve(first, Stamp(Noon));
        WakeRota.Decide(new(), rota, At(GapStarts.AddDays(-7))).ShouldBeAlreadySo();
        WakeRota.NextWakeUp(rota, At(GapStarts.AddDays(-7))).ShouldBe(GapStarts.AddHours(-24));
        var second = Gap(TimeSpan.FromHours(24));
        WakeRota.Decide(new(), rota, At(GapStarts.AddHours(-24))).ShouldHappen(second);

        rota = rota.Evolve(second, Stamp(Noon));
        WakeRota.Decide(new(), rota, At(GapStarts.AddHours(1))).ShouldBeAlreadySo();
        WakeRota.NextWakeUp(rota, At(GapStarts.AddHours(1)))!.Value.ShouldBeGreaterThan(GapEnds.AddDays(100));
    }

    [Fact]
    public void A_gap_found_late_alarms_once_at_the_nearest()
    {
        var rota = RotaOf(WithGap);
        WakeRota.NextWakeUp(rota, At(GapStarts.AddHours(-3)))!.Value.ShouldBeLessThan(GapStarts.AddHours(-3));
        foreach (var now in new[] { GapStarts.AddHours(-3), GapStarts.AddHours(3) })
            WakeRota.Decide(new(), rota, At(now)).ShouldHappen(Gap(TimeSpan.FromHours(24)));
        WakeRota.Decide(new(), rota, At(GapEnds)).ShouldBeAlreadySo();
    }

    [Fact]
    public void A_gap_that_is_filled_alarms_no_more_and_what_is_left_of_it_does()
    {
        var alarmed = RotaOf([.. WithGap, Gap(TimeSpan.FromDays(7))]);
        var now = GapStarts.AddHours(-24);
        var whole = alarmed.Evolve(Shift(4, Otto, GapStarts, GapEnds), Stamp(Noon));
        WakeRota.Decide(new(), Confirmed(whole, 4), At(now)).ShouldBeAlreadySo();
        var half = alarmed.Evolve(Shift(4, Otto, GapStarts, GapStarts.AddHours(6)), Stamp(Noon));
        WakeRota.Decide(new(), Confirmed(half, 4), At(now)).ShouldHappen(
            new CoverGapFound(Alder, Duty.First, GapStarts.AddHours(6), GapEnds, TimeSpan.FromDays(7)));
    }

    [Fact]
    public void The_end_of_the_rota_is_a_gap_without_an_end()
    {
        var rota = Confirmed(RotaOf(Shift(1, Vera, Utc(9, 1, 0), Noon.AddDays(3))), 1, Vera);
        WakeRota.Decide(new(), rota, At(Noon)).Events.ShouldBe(
        [
            new CoverGapFound(Alder, Duty.Deputy, Utc(9, 1, 0), null, TimeSpan.FromHours(24)),
            new CoverGapFound(Alder, Duty.First, Noon.AddDays(3), null, TimeSpan.FromDays(7)),
        ]);
    }

    [Fact]
    public void A_panel_that_never_had_a_rota_has_nothing_to_say()
    {
        WakeRota.Decide(new(), PanelRota.Unplanned, At(Noon)).ShouldBeAlreadySo();
        WakeRota.NextWakeUp(PanelRota.Unplanned, At(Noon)).ShouldBeNull();
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Somebody_who_leaves_opens_a_gap_that_alarms()
    {
        var without = University.After(new PersonLeft(Otto));
        WakeRota.Decide(new(), RotaOf(WithGap), At(Noon, without)).Events.ShouldHaveSingleItem()
            .ShouldBe(new CoverGapFound(Alder, Duty.Deputy, Utc(9, 1, 0), null, TimeSpan.FromHours(24)));
    }

    [Fact]
    public void A_duty_not_confirmed_in_fifteen_minutes_alarms_once_and_pages_all_the_same()
    {
        var starts = Utc(11, 20, 18);
        var shift = Shift(5, Vera, starts, Utc(11, 27, 18));
        var rota = RotaOf(shift);
        var due = starts.AddMinutes(15);
        var alarm = new DutyUnconfirmed(Alder, Id(5), Vera);
        WakeRota.Decide(new(), rota, At(due.AddMilliseconds(-1))).Events.ShouldNotContain(alarm);
        WakeRota.Decide(new(), rota, At(due)).Events.ShouldContain(alarm);
        WakeRota.Decide(new(), rota.Evolve(alarm, Stamp(due)), At(due)).Events.ShouldNotContain(alarm);
        WakeRota.Decide(new(), Confirmed(rota, 5, Vera), At(due)).Events.ShouldNotContain(alarm);
        WakeRota.Decide(new(), rota, At(shift.Ends)).Events.ShouldNotContain(alarm);
        University.At(Utc(9, 1, 0), shift).After(alarm).DutyAt(Alder, due).First.ShouldBe(Vera);
    }

    [Fact]
    public void The_next_wake_up_is_the_nearest_of_gaps_and_confirmations()
    {
        var rota = RotaOf([.. WithGap, Shift(6, Vera, GapStarts, GapEnds)]);
        WakeRota.NextWakeUp(rota, At(Noon)).ShouldBe(GapStarts.AddMinutes(15));
        WakeRota.NextWakeUp(RotaOf(WithGap[0], WithGap[1], WithGap[2]), At(Noon)).ShouldBe(Utc(9, 1, 9, 15));
    }

    [Fact]
    public void A_shift_entered_after_it_began_is_given_its_time_from_then()
    {
        var rota = PanelRota.Unplanned.Evolve(Shift(5, Vera, Noon.AddHours(-5), Noon.AddHours(5)), Stamp(Noon));
        var alarm = new DutyUnconfirmed(Alder, Id(5), Vera);
        WakeRota.Decide(new(), rota, At(Noon.AddMinutes(14))).Events.ShouldNotContain(alarm);
        WakeRota.Decide(new(), rota, At(Noon.AddMinutes(15))).Events.ShouldContain(alarm);
    }

    [Fact]
    [Trait("Rule", "R29")]
    public void The_alarms_are_those_of_the_policy_in_force()
    {
        var policy = Policy.Default with { Version = 1, GapAlarmsAhead = [TimeSpan.FromDays(3)] };
        var adopted = University.At(Utc(9, 1, 0), new PolicyAdopted(policy, Utc(9, 1, 0), "Three days will do"));
        WakeRota.NextWakeUp(RotaOf(WithGap), At(Noon, adopted)).ShouldBe(GapStarts.AddDays(-3));
    }

    [Fact]
    public void Releasing_somebody_takes_off_what_is_theirs_to_the_end()
    {
        var rota = RotaOf(
            [.. WithGap, Shift(7, Vera, Utc(12, 4, 18), Utc(12, 5, 18)),
                new ShiftCovered(Alder, Id(7), Vera, Otto, Utc(12, 5, 0), Utc(12, 5, 18))]);
        ReleaseShifts.Decide(new(Vera), rota, At(Noon)).ShouldHappen(new ShiftRemoved(Alder, Id(1), Noon));
        ReleaseShifts.Decide(new(Ida), rota, At(Noon)).ShouldBeAlreadySo();
    }

    private static CoverGapFound Gap(TimeSpan ahead) => new(Alder, Duty.First, GapStarts, GapEnds, ahead);

    private static PanelRota Confirmed(PanelRota rota, int shift, PersonId? by = null) =>
        rota.Evolve(new DutyConfirmed(Alder, Id(shift), by ?? Otto), Stamp(Noon));
}
