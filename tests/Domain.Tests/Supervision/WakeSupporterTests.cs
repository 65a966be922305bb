using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>
/// What became of a standing is recorded as an event, once, whenever somebody looks; nothing is decided on it.
/// </summary>
[Trait("Rule", "R9")]
public sealed class WakeSupporterTests
{
    private static readonly BecameOverdue Overdue = new(Ida, new(2026, 10, 26));
    private static readonly Lapsed Lapse = new(Ida, Standings.LapsedOn);

    [Fact]
    public void Overdue_and_lapsed_are_recorded_on_their_days_and_once()
    {
        Wake(Standings.Lapsed, Utc(10, 24, 12)).ShouldBeAlreadySo();
        Wake(Standings.Lapsed, Utc(10, 26, 0)).ShouldHappen(Overdue);
        var overdue = Standings.Lapsed.And(Overdue);
        Wake(overdue, Utc(11, 1, 12)).ShouldBeAlreadySo();
        Wake(overdue, Utc(11, 2, 0)).ShouldHappen(Lapse);
        Wake(overdue.And(Lapse), Noon).ShouldBeAlreadySo();
    }

    [Fact]
    public void Somebody_who_wakes_late_records_both_with_the_days_on_which_they_came()
    {
        Wake(Standings.Lapsed, Noon).ShouldHappen(Overdue, Lapse);
        Wake(Standings.Lapsed.And(Overdue, Lapse), Noon).ShouldBeAlreadySo();
    }

    [Fact]
    public void Coming_back_is_recorded_once()
    {
        var back = Standings.Lapsed.And(Overdue, Lapse, new SupervisionAttended(Ida, G1, Id(2), Today, false));
        var reinstated = new Reinstated(Ida, Today, ConfirmedBy: null);
        Wake(back, Noon).ShouldHappen(reinstated);
        Wake(back.And(reinstated), Noon).ShouldBeAlreadySo();
        back.And(reinstated).SupporterOf(Ida).ConfirmedReturns.ShouldBeEmpty();
    }

    [Fact]
    public void A_correction_that_leaves_them_overdue_only_is_recorded_as_it_is()
    {
        var corrected = Standings.Lapsed.And(
            Overdue, Lapse, new SessionScheduled(G1, Id(8), new(2026, 11, 10), StartsAt: null),
            new SupervisionMadeUp(Ida, G2, Id(9), new DateOnly(2026, 10, 31), ConfirmedByOffice: false));
        Wake(corrected, Utc(11, 15, 12)).ShouldHappen(
            new Reinstated(Ida, new(2026, 11, 15), ConfirmedBy: null), Overdue with { On = new(2026, 11, 15) });
    }

    [Fact]
    public void That_nothing_was_offered_is_told_once_for_each_due_day()
    {
        var notOffered = new SupervisionNotOffered(Ida, new(2026, 10, 25));
        Wake(InTerm, Utc(10, 25, 12)).ShouldBeAlreadySo();
        Wake(InTerm, Utc(10, 26, 0)).ShouldHappen(notOffered);
        Wake(InTerm.And(notOffered), Noon).ShouldBeAlreadySo();
        InTerm.StandingAt(Ida, Noon).NotOfferedOn.ShouldBe(new(2026, 10, 25));
        var again = InTerm.And(notOffered, new SupervisionMadeUp(Ida, G2, Id(9), new(2026, 11, 1), false));
        Wake(again, Noon).ShouldHappen(notOffered with { WasDueOn = new(2026, 11, 15) });
    }

    [Fact]
    public void Nothing_is_recorded_of_somebody_who_is_away_or_in_training()
    {
        foreach (var standing in new[]
        {
            Standing.InTraining, Standing.OnLeave, Standing.StoodDown, Standing.Suspended, Standing.Left,
        })
        {
            var (institution, moment, _) = Standings.In(standing);
            Wake(institution, moment).ShouldBeAlreadySo();
            Next(institution, moment).ShouldBeNull(standing.ToString());
        }
    }

    [Fact]
    public void The_next_wake_up_is_the_next_change_and_at_once_where_something_is_not_recorded_yet()
    {
        Next(Standings.Lapsed, Utc(10, 12, 12)).ShouldBe(Utc(10, 26, 0));
        Next(Standings.Lapsed, Utc(10, 27, 12)).ShouldBe(Utc(10, 27, 12));
        Next(Standings.Lapsed.And(Overdue), Utc(10, 27, 12)).ShouldBe(Utc(11, 2, 0));
        Next(Standings.Lapsed.And(Overdue, Lapse), Noon).ShouldBeNull();
        Next(InTerm, Utc(10, 12, 12)).ShouldBe(Utc(10, 26, 0));
    }

    [Fact]
    public void Somebody_activated_from_a_day_to_come_is_looked_at_on_that_day()
    {
        var institution = Standings.Lapsed.And(new SupporterActivated(Ida, Today.AddDays(3)));
        Next(institution, Noon).ShouldBe(Utc(11, 23, 0));
        Wake(institution, Utc(11, 23, 0)).ShouldBeAlreadySo();
        Next(institution, Utc(11, 23, 0)).ShouldNotBeNull();
    }

    private static Decision<SupporterEvent> Wake(Institution institution, DateTimeOffset now) =>
        WakeSupporter.Decide(new(), institution.StandingFactsOf(Ida, now), now);

    private static DateTimeOffset? Next(Institution institution, DateTimeOffset now) =>
        WakeSupporter.NextWakeUp(institution.StandingFactsOf(Ida, now), now);
}
