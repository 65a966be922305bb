using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>Every answer says what it was concluded from, in the order in which it was.</summary>
[Trait("Rule", "R9")]
public sealed class StandingReasonsTests
{
    private static readonly DateOnly Late = new(2026, 11, 30);

    [Fact]
    public void Before_the_first_session_the_day_of_activation() =>
        Why(Standings.Lapsed, Noon).ShouldBe([new(StandingFact.Activated, TermBegins)]);

    [Fact]
    public void The_session_that_counted_and_whose_it_was()
    {
        Why(Registered, Noon).ShouldBe(
        [
            new(StandingFact.Attended, Today, Group: G1),
            new(StandingFact.NothingScheduled, new(2026, 12, 4)),
        ]);
        var guest = With(Late).And(new SupervisionMadeUp(Ida, G2, Id(9), Today, ConfirmedByOffice: false));
        Why(guest, Noon).ShouldBe([new(StandingFact.MadeUp, Today, Group: G2)]);
        guest.StandingAt(Ida, Noon).NextSession!.Day.ShouldBe(Late);
    }

    [Fact]
    public void A_vacation_whose_days_do_not_count()
    {
        var institution = With(Late, new(2027, 1, 19)).And(new SupervisionAttended(Ida, G1, Id(1), Late, false));
        Why(institution, Utc(12, 1, 12)).ShouldBe(
        [
            new(StandingFact.Attended, Late, Group: G1),
            new(StandingFact.Vacation, new(2026, 12, 6), new(2027, 1, 16)),
        ]);
    }

    [Fact]
    public void What_was_cancelled_and_where_the_due_day_moved()
    {
        var institution = With(new DateOnly(2026, 10, 20), new(2026, 11, 3)).And(new SessionCancelled(G1, Id(1), null));
        Why(institution, Utc(10, 27, 12)).ShouldBe(
        [
            new(StandingFact.Activated, TermBegins),
            new(StandingFact.Cancelled, new(2026, 10, 20), Group: G1),
            new(StandingFact.DueMoved, new(2026, 11, 3)),
        ]);
    }

    [Fact]
    public void Absences_that_were_excused_and_the_one_too_many()
    {
        var excused = With(new DateOnly(2026, 10, 20), new(2026, 11, 2)).And(
            Excused(1, new(2026, 10, 20)), Excused(2, new(2026, 11, 2)));
        Why(excused, Utc(11, 3, 12)).ShouldBe(
        [
            new(StandingFact.Excused, new(2026, 10, 20), Group: G1),
            new(StandingFact.ExcusedAgain, new(2026, 11, 2)),
        ]);
    }

    [Fact]
    public void Who_confirmed_a_return() =>
        Why(Standings.Lapsed.And(
            new SupervisionMadeUp(Ida, G2, Id(9), Late, ConfirmedByOffice: false),
            new Reinstated(Ida, Late.AddDays(1), Cass)), Utc(12, 1, 12))
            .Take(2).ShouldBe(
            [
                new(StandingFact.MadeUp, Late, Group: G2), new(StandingFact.Reinstated, Late.AddDays(1)),
            ]);

    [Fact]
    public void That_no_term_reaches_so_far()
    {
        var institution = With(Late).And(
            new TermDatesSet("Hilary 2027", new(2027, 1, 17), new(2027, 1, 18)),
            new SupervisionAttended(Ida, G1, Id(1), Late, ConfirmedByOffice: false));
        Why(institution, Utc(12, 1, 12)).ShouldBe(
            [new(StandingFact.Attended, Late, Group: G1), new(StandingFact.NoTermDates, Late)]);
        var answer = institution.StandingAt(Ida, Utc(12, 1, 12));
        (answer.DueOn, answer.LapsesOn).ShouldBe((null, null));
    }

    [Fact]
    public void A_status_that_goes_before_the_fortnight() =>
        Why(Standings.In(Standing.OnLeave).Institution, Noon).ShouldBe([new(StandingFact.Status, Today)]);

    private static SupervisionMissed Excused(int session, DateOnly day) =>
        new(Ida, G1, Id(session), day, Attendance.Excused, Reason: null);

    private static IReadOnlyList<StandingReason> Why(Institution institution, DateTimeOffset moment) =>
        institution.StandingAt(Ida, moment).Why;
}
