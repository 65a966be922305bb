using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Rota;

/// <summary>Planning shifts and taking them off.</summary>
[Trait("Rule", "R12")]
public sealed class PlanShiftTests
{
    private static readonly PlanShift Plan = new(
        Id(1), Duty.First, Vera, new DateTime(2026, 11, 27, 18, 0, 0), new DateTime(2026, 12, 4, 18, 0, 0));

    private static readonly ShiftPlanned Planned = Shift(1, Vera, Utc(11, 27, 18), Utc(12, 4, 18));

    private static RotaContext By(Caller caller) => University.RotaContextFor(Alder, caller, Noon);

    [Fact]
    public void A_shift_is_planned_by_a_coordinator_and_once()
    {
        PlanShift.Decide(Plan, PanelRota.Unplanned, By(Coordinator)).ShouldHappen(Planned);
        PlanShift.Decide(Plan, PanelRota.Unplanned, By(Caller.System)).ShouldHappen(Planned);
        PlanShift.Decide(Plan, RotaOf(Planned), By(Coordinator)).ShouldBeAlreadySo();
    }

    [Fact]
    public void It_is_entered_in_local_time_and_right_across_the_clock_change()
    {
        var autumn = Plan with { StartsLocal = new(2027, 10, 29, 18, 0, 0), EndsLocal = new(2027, 11, 5, 18, 0, 0) };
        var happened = PlanShift.Decide(autumn, PanelRota.Unplanned, By(Coordinator))
            .Events.ShouldHaveSingleItem().ShouldBeOfType<ShiftPlanned>();
        (happened.Ends - happened.Starts).ShouldBe(TimeSpan.FromHours(169));
        happened.Starts.ShouldBe(DateTimeOffset.Parse("2027-10-29T17:00Z"));
    }

    [Fact]
    public void A_shift_that_cannot_be_is_refused()
    {
        PlanShift.Decide(Plan, PanelRota.Unplanned, By(SeniorMember(Vera)))
            .ShouldBeRefused("rota.coordinatorsPlan", Rule.R12, RejectionKind.RoleMayNot);
        var nowhere = University.RotaContextFor(new PanelId("atlantis"), Coordinator, Noon);
        PlanShift.Decide(Plan, PanelRota.Unplanned, nowhere)
            .ShouldBeRefused("panel.unknown", Rule.R13, RejectionKind.NotThere);
        var closed = University.After(new PanelClosed(Alder)).RotaContextFor(Alder, Coordinator, Noon);
        PlanShift.Decide(Plan, PanelRota.Unplanned, closed)
            .ShouldBeRefused("panel.unknown", Rule.R13, RejectionKind.NotThere);
        PlanShift.Decide(Plan with { Person = Otto }, RotaOf(Planned), By(Coordinator))
            .ShouldBeRefused("shift.exists", Rule.R12);
        Refused(Plan with { EndsLocal = Plan.StartsLocal }, "shift.endsBeforeStart");
        Refused(Plan with { EndsLocal = Plan.StartsLocal.AddDays(367) }, "shift.tooLong");
        Refused(Plan with { StartsLocal = new(2026, 11, 19), EndsLocal = new(2026, 11, 20, 12, 0, 0) }, "shift.over");
        Refused(Plan with { Person = Ida }, "rota.notSeniorMember");
    }

    [Fact]
    public void A_shift_of_a_year_is_the_longest() => PlanShift.Decide(
        Plan with { EndsLocal = Plan.StartsLocal.AddDays(366) }, PanelRota.Unplanned, By(Coordinator))
        .Events.Count.ShouldBe(1);

    [Theory]
    [InlineData("2026-11-28T18:00", "2026-11-29T18:00")]
    [InlineData("2026-11-20T18:00", "2026-11-27T18:01")]
    [InlineData("2026-12-04T17:59", "2026-12-11T18:00")]
    [InlineData("2026-11-01T18:00", "2027-01-01T18:00")]
    public void Two_people_never_have_one_duty_at_a_time(string starts, string ends)
    {
        var other = Plan with
        {
            Shift = Id(2),
            Person = Otto,
            StartsLocal = DateTime.Parse(starts),
            EndsLocal = DateTime.Parse(ends),
        };
        PlanShift.Decide(other, RotaOf(Planned), By(Coordinator))
            .ShouldBeRefused("shift.overlaps", Rule.R12).Since.ShouldBe(Planned.Starts);
        PlanShift.Decide(other with { Duty = Duty.Deputy }, RotaOf(Planned), By(Coordinator)).Events.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("2026-11-20T18:00", "2026-11-27T18:00")]
    [InlineData("2026-12-04T18:00", "2026-12-11T18:00")]
    public void Shifts_meet_without_overlapping(string starts, string ends)
    {
        var next = Plan with { Shift = Id(2), StartsLocal = DateTime.Parse(starts), EndsLocal = DateTime.Parse(ends) };
        PlanShift.Decide(next, RotaOf(Planned), By(Coordinator)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Shifts_that_meet_in_the_hour_that_happens_twice_share_it_and_do_not_overlap()
    {
        var context = University.RotaContextFor(Alder, Coordinator, Utc(10, 1, 12));
        var before = Plan with { StartsLocal = new(2026, 10, 24, 18, 0, 0), EndsLocal = new(2026, 10, 25, 1, 30, 0) };
        var after = Plan with
        {
            Shift = Id(2),
            Person = Otto,
            StartsLocal = before.EndsLocal,
            EndsLocal = new(2026, 10, 25, 18, 0, 0),
        };
        var events = PlanShift.Decide(before, PanelRota.Unplanned, context).Events;
        var rota = RotaOf([.. events, .. PlanShift.Decide(after, RotaOf([.. events]), context).Events]);
        rota.At(Duty.First, Utc(10, 25, 0, 29))!.Planned.ShouldBe(Vera);
        rota.At(Duty.First, Utc(10, 25, 0, 30))!.Planned.ShouldBe(Otto);
        CoverGaps.Find(Alder, rota, context.CanServe, Utc(10, 24, 18), Utc(10, 25, 18))
            .ShouldAllBe(gap => gap.Duty == Duty.Deputy);
    }

    [Fact]
    public void A_shift_to_come_is_removed_and_of_one_under_way_what_is_left()
    {
        var running = Shift(2, Otto, Utc(11, 13, 18), Utc(11, 20, 18));
        var rota = RotaOf(running, Planned);
        RemoveShift.Decide(new(Id(1)), rota, By(Coordinator))
            .ShouldHappen(new ShiftRemoved(Alder, Id(1), Planned.Starts));
        RemoveShift.Decide(new(Id(2)), rota, By(Coordinator)).ShouldHappen(new ShiftRemoved(Alder, Id(2), Noon));
        var removed = RotaOf(
            running, Planned, new ShiftRemoved(Alder, Id(1), Planned.Starts), new ShiftRemoved(Alder, Id(2), Noon));
        removed.First.ShouldHaveSingleItem().Ends.ShouldBe(Noon);
        removed.At(Duty.First, Noon).ShouldBeNull();
        removed.At(Duty.First, Noon.AddMilliseconds(-1))!.Id.ShouldBe(Id(2));
        RemoveShift.Decide(new(Id(1)), removed, By(Coordinator)).ShouldBeAlreadySo();
        RemoveShift.Decide(new(Id(2)), removed, By(Coordinator)).ShouldBeAlreadySo();
    }

    [Fact]
    [Trait("Rule", "R2")]
    public void A_shift_that_cannot_be_removed_is_refused()
    {
        var rota = RotaOf(Shift(2, Otto, Utc(11, 13, 18), Noon), Planned);
        RemoveShift.Decide(new(Id(1)), rota, By(SeniorMember(Vera)))
            .ShouldBeRefused("rota.coordinatorsPlan", Rule.R12, RejectionKind.RoleMayNot);
        RemoveShift.Decide(new(Id(9)), rota, By(Coordinator))
            .ShouldBeRefused("shift.unknown", Rule.R12, RejectionKind.NotThere);
        RemoveShift.Decide(new(Id(2)), rota, By(Coordinator)).ShouldBeRefused("shift.over", Rule.R12);
    }

    private static void Refused(PlanShift command, string code) =>
        PlanShift.Decide(command, PanelRota.Unplanned, By(Coordinator)).ShouldBeRefused(code, Rule.R12);
}
