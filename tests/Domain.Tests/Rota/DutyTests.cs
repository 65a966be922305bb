using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Rota;

/// <summary>Who is on duty, what is left uncovered, and the word "I am on duty".</summary>
[Trait("Rule", "R12")]
public sealed class DutyTests
{
    private static readonly ShiftPlanned Veras = Shift(1, Vera, Utc(11, 13, 18), Utc(11, 20, 18));
    private static readonly ShiftPlanned Ottos = Shift(2, Otto, Utc(11, 27, 18), Utc(12, 4, 18));
    private static readonly ShiftPlanned OttosDeputy = Shift(3, Otto, Utc(11, 13, 18), Utc(11, 27, 18), Duty.Deputy);
    private static readonly Institution Planned = University.At(Utc(9, 1, 9), Veras, Ottos, OttosDeputy);

    private static RotaContext At(DateTimeOffset now, PersonId caller) =>
        Planned.RotaContextFor(Alder, SeniorMember(caller), now);

    [Fact]
    public void A_duty_is_held_from_its_first_moment_to_before_its_last()
    {
        Planned.DutyAt(Alder, Veras.Starts.AddMilliseconds(-1)).ShouldBe(new(Alder, null, null, Veras.Starts));
        Planned.DutyAt(Alder, Veras.Starts).ShouldBe(new(Alder, Vera, Otto, Veras.Ends));
        Planned.DutyAt(Alder, Veras.Ends.AddMilliseconds(-1)).First.ShouldBe(Vera);
        Planned.DutyAt(Alder, Veras.Ends).ShouldBe(new(Alder, null, Otto, OttosDeputy.Ends));
        Planned.DutyAt(Alder, Ottos.Starts).ShouldBe(new(Alder, Otto, null, Ottos.Ends));
        Planned.DutyAt(Alder, Ottos.Ends).ShouldBe(new(Alder, null, null, null));
        Planned.DutyAt(Law, Noon).ShouldBe(new(Law, null, null, null));
    }

    [Fact]
    public void The_duty_changes_hands_where_cover_begins_and_ends()
    {
        var (from, until) = (Utc(11, 15, 9), Utc(11, 16, 9));
        var covered = Planned.After(new ShiftCovered(Alder, Id(1), Vera, Otto, from, until));
        covered.DutyAt(Alder, from.AddHours(-1)).Until.ShouldBe(from);
        covered.DutyAt(Alder, from).ShouldBe(new(Alder, Otto, Otto, until));
        covered.DutyAt(Alder, until).First.ShouldBe(Vera);
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void Somebody_who_left_or_lost_the_role_is_not_on_duty_and_leaves_a_gap()
    {
        PersonEvent[] endings = [new PersonLeft(Vera), new RoleRevoked(Vera, Role.SeniorMember, Alder)];
        foreach (var happened in endings)
        {
            var without = Planned.After(happened);
            without.DutyAt(Alder, Noon).First.ShouldBeNull();
            without.Gaps(Alder, Noon, Noon.AddHours(1)).ShouldBe([new(Alder, Duty.First, Veras.Starts, Ottos.Starts)]);
        }
    }

    [Fact]
    public void A_gap_is_the_same_gap_whenever_it_is_asked_for_and_the_end_of_the_rota_is_one()
    {
        var gap = new CoverGap(Alder, Duty.First, Veras.Ends, Ottos.Starts);
        Planned.Gaps(Noon, Noon.AddHours(6)).ShouldBeEmpty();
        Planned.Gaps(Noon, Noon.AddHours(7)).ShouldBe([gap]);
        Planned.Gaps(Utc(11, 25, 0), Utc(11, 26, 0)).ShouldBe([gap]);
        Planned.Gaps(Ottos.Starts, Ottos.Starts.AddDays(1)).ShouldBe([new(Alder, Duty.Deputy, OttosDeputy.Ends, null)]);
        Planned.Gaps(Utc(1, 1, 0), Veras.Starts.AddDays(1)).ShouldBeEmpty("before the first shift there was no rota");
        Planned.Gaps(Alder, Noon, to: null).ShouldBe(
            [gap, new(Alder, Duty.Deputy, OttosDeputy.Ends, null), new(Alder, Duty.First, Ottos.Ends, null)]);
    }

    [Fact]
    public void Shifts_are_listed_in_order()
    {
        Planned.Shifts(Alder, Noon, Utc(12, 1, 0)).Select(shift => shift.Id).ShouldBe([Id(1), Id(3), Id(2)]);
        Planned.Shifts(Alder, Veras.Ends, Ottos.Starts).Select(shift => shift.Id).ShouldBe([Id(3)]);
        Planned.Shifts(Law, Noon, Utc(12, 1, 0)).ShouldBeEmpty();
    }

    [Fact]
    public void A_panel_without_people_or_a_rota_is_a_standing_warning()
    {
        Planned.StandingWarnings().ShouldBe(
            [new(Law, "panel.noSeniorMember"), new(Law, "panel.noDeputy"), new(Law, "panel.noRota")]);
        Planned.After(new PersonLeft(Otto), new PanelClosed(Law)).StandingWarnings()
            .ShouldBe([new(Alder, "panel.noDeputy")]);
    }

    [Fact]
    public void A_duty_is_confirmed_in_the_twelve_hours_before_it_and_while_it_runs()
    {
        var rota = Planned.Rotas[Alder];
        var confirmed = new DutyConfirmed(Alder, Id(2), Otto);
        foreach (var now in new[] { Ottos.Starts.AddHours(-12), Ottos.Starts, Ottos.Ends.AddMilliseconds(-1) })
            ConfirmDuty.Decide(new(Id(2)), rota, At(now, Otto)).ShouldHappen(confirmed);
        ConfirmDuty.Decide(new(Id(2)), rota.Evolve(confirmed, Stamp(Noon)), At(Ottos.Starts, Otto)).ShouldBeAlreadySo();
    }

    [Fact]
    public void A_duty_that_cannot_be_confirmed_is_refused()
    {
        var rota = Planned.Rotas[Alder];
        ConfirmDuty.Decide(new(Id(9)), rota, At(Noon, Otto))
            .ShouldBeRefused("shift.unknown", Rule.R12, RejectionKind.NotThere);
        ConfirmDuty.Decide(new(Id(1)), rota, At(Noon, Otto))
            .ShouldBeRefused("duty.notYours", Rule.R12, RejectionKind.RoleMayNot);
        ConfirmDuty.Decide(new(Id(1)), rota, At(Veras.Ends, Vera)).ShouldBeRefused("shift.over", Rule.R12);
        ConfirmDuty.Decide(new(Id(2)), rota, At(Ottos.Starts.AddHours(-12).AddMilliseconds(-1), Otto))
            .ShouldBeRefused("duty.tooEarly", Rule.R12).Since.ShouldBe(Ottos.Starts);
    }

    [Fact]
    public void Who_covers_a_part_confirms_that_part()
    {
        var covered = Planned.After(new ShiftCovered(Alder, Id(1), Vera, Otto, Noon.AddHours(1), Noon.AddHours(2)));
        var rota = covered.Rotas[Alder];
        ConfirmDuty.Decide(new(Id(1)), rota, At(Noon, Otto)).ShouldHappen(new DutyConfirmed(Alder, Id(1), Otto));
        ConfirmDuty.Decide(new(Id(1)), rota, At(Noon.AddHours(2), Otto)).ShouldBeRefused("shift.over", Rule.R12);
        ConfirmDuty.Decide(new(Id(1)), rota, At(Noon.AddHours(2), Vera))
            .ShouldHappen(new DutyConfirmed(Alder, Id(1), Vera));
    }
}
