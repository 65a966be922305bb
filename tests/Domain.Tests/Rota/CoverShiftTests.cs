using Safeguard.Domain.People;
using Safeguard.Domain.Rota;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Rota;

/// <summary>Swaps and cover are events, and who has a shift is known for every moment of it.</summary>
[Trait("Rule", "R12")]
public sealed class CoverShiftTests
{
    private static readonly ShiftPlanned Running = Shift(1, Vera, Utc(11, 13, 18), Utc(11, 20, 18));
    private static readonly ShiftPlanned ToCome = Shift(2, Vera, Utc(11, 27, 18), Utc(12, 4, 18));
    private static readonly ShiftPlanned Ottos = Shift(3, Otto, Utc(11, 20, 18), Utc(11, 27, 18));

    private static RotaContext By(Caller caller) => University.RotaContextFor(Alder, caller, Noon);

    [Fact]
    public void A_senior_member_of_the_panel_takes_a_whole_shift_to_come()
    {
        CoverShift.Decide(new(Id(2), Otto, null, null), RotaOf(ToCome), By(SeniorMember(Otto)))
            .ShouldHappen(new ShiftCovered(Alder, Id(2), Vera, Otto, ToCome.Starts, ToCome.Ends));
    }

    [Fact]
    public void Of_a_shift_under_way_only_what_is_left_changes_hands()
    {
        CoverShift.Decide(new(Id(1), Otto, Utc(11, 13, 18), Utc(12, 1, 0)), RotaOf(Running), By(Coordinator))
            .ShouldHappen(new ShiftCovered(Alder, Id(1), Vera, Otto, Noon, Running.Ends));
    }

    [Fact]
    public void Who_takes_a_running_duty_for_themselves_is_confirmed_by_it()
    {
        CoverShift.Decide(new(Id(1), Otto, null, null), RotaOf(Running), By(SeniorMember(Otto))).ShouldHappen(
            new ShiftCovered(Alder, Id(1), Vera, Otto, Noon, Running.Ends), new DutyConfirmed(Alder, Id(1), Otto));
        CoverShift.Decide(new(Id(1), Otto, Noon.AddHours(1), null), RotaOf(Running), By(SeniorMember(Otto)))
            .ShouldHappen(new ShiftCovered(Alder, Id(1), Vera, Otto, Noon.AddHours(1), Running.Ends));
    }

    [Fact]
    public void A_part_is_covered_and_the_rest_stays_where_it_was()
    {
        var (from, until) = (Utc(11, 28, 9), Utc(11, 29, 9));
        var covered = CoverShift.Decide(new(Id(2), Otto, from, until), RotaOf(ToCome), By(Coordinator)).Events;
        var shift = RotaOf([ToCome, .. covered]).Find(Id(2))!;
        shift.Stretches().ShouldBe(
        [
            new(Vera, ToCome.Starts, from), new(Otto, from, until), new(Vera, until, ToCome.Ends),
        ]);
        (shift.HolderAt(from.AddMilliseconds(-1)), shift.HolderAt(from), shift.HolderAt(until))
            .ShouldBe((Vera, Otto, Vera));
    }

    [Fact]
    public void The_last_cover_counts_and_taking_back_is_cover_too()
    {
        var rota = RotaOf(ToCome, new ShiftCovered(Alder, Id(2), Vera, Otto, Utc(11, 28, 9), Utc(11, 30, 9)));
        var back = CoverShift.Decide(new(Id(2), Vera, Utc(11, 29, 9), null), rota, By(Coordinator)).Events;
        back.ShouldBe([new ShiftCovered(Alder, Id(2), Otto, Vera, Utc(11, 29, 9), Utc(11, 30, 9))]);
        rota.Evolve(back[0], Stamp(Noon)).Find(Id(2))!.Stretches().Select(stretch => stretch.Person)
            .ShouldBe([Vera, Otto, Vera]);
    }

    [Fact]
    public void What_somebody_has_already_needs_no_cover() =>
        CoverShift.Decide(new(Id(1), Vera, null, null), RotaOf(Running), By(SeniorMember(Vera))).ShouldBeAlreadySo();

    [Fact]
    public void Cover_that_cannot_be_is_refused()
    {
        var rota = RotaOf(Shift(9, Vera, Utc(11, 13, 18), Noon), ToCome);
        CoverShift.Decide(new(Id(2), Otto, null, null), rota, By(AsSupporter))
            .ShouldBeRefused("rota.notYourPanel", Rule.R12, RejectionKind.RoleMayNot);
        CoverShift.Decide(new(Id(2), Otto, null, null), rota, By(SeniorMember(Otto, Law)))
            .ShouldBeRefused("rota.notYourPanel", Rule.R12, RejectionKind.RoleMayNot);
        CoverShift.Decide(new(Id(7), Otto, null, null), rota, By(Coordinator))
            .ShouldBeRefused("shift.unknown", Rule.R12, RejectionKind.NotThere);
        CoverShift.Decide(new(Id(9), Otto, null, null), rota, By(Coordinator)).ShouldBeRefused("shift.over", Rule.R12);
        CoverShift.Decide(new(Id(2), Ida, null, null), rota, By(Coordinator))
            .ShouldBeRefused("rota.notSeniorMember", Rule.R12);
        CoverShift.Decide(new(Id(2), Otto, Utc(11, 29, 0), Utc(11, 29, 0)), rota, By(Coordinator))
            .ShouldBeRefused("shift.endsBeforeStart", Rule.R12);
    }

    [Fact]
    public void Two_shifts_are_swapped_by_two_covers()
    {
        SwapShifts.Decide(new(Id(2), Id(3)), RotaOf(Ottos, ToCome), By(SeniorMember(Otto))).ShouldHappen(
            new ShiftCovered(Alder, Id(2), Vera, Otto, ToCome.Starts, ToCome.Ends),
            new ShiftCovered(Alder, Id(3), Otto, Vera, Ottos.Starts, Ottos.Ends));
        SwapShifts.Decide(new(Id(1), Id(3)), RotaOf(Running, Ottos), By(Coordinator)).ShouldHappen(
            new ShiftCovered(Alder, Id(1), Vera, Otto, Noon, Running.Ends),
            new ShiftCovered(Alder, Id(3), Otto, Vera, Ottos.Starts, Ottos.Ends));
        SwapShifts.Decide(new(Id(1), Id(2)), RotaOf(Running, ToCome), By(Coordinator)).ShouldBeAlreadySo();
    }

    [Fact]
    public void A_swap_that_cannot_be_is_refused()
    {
        var rota = RotaOf(Shift(9, Otto, Utc(11, 13, 18), Noon), Ottos, ToCome);
        SwapShifts.Decide(new(Id(2), Id(3)), rota, By(AsSupporter))
            .ShouldBeRefused("rota.notYourPanel", Rule.R12, RejectionKind.RoleMayNot);
        foreach (var (one, other) in new[] { (7, 3), (3, 7) })
            SwapShifts.Decide(new(Id(one), Id(other)), rota, By(Coordinator))
                .ShouldBeRefused("shift.unknown", Rule.R12, RejectionKind.NotThere);
        foreach (var (one, other) in new[] { (9, 2), (2, 9) })
            SwapShifts.Decide(new(Id(one), Id(other)), rota, By(Coordinator)).ShouldBeRefused("shift.over", Rule.R12);
        var gone = University.After(new PersonLeft(Otto)).RotaContextFor(Alder, Coordinator, Noon);
        foreach (var (one, other) in new[] { (3, 2), (2, 3) })
            SwapShifts.Decide(new(Id(one), Id(other)), rota, gone).ShouldBeRefused("rota.notSeniorMember", Rule.R12);
    }
}
