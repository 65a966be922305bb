using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>How supervision was kept to, panel by panel. Ida and Nia are Alder's, Ben is Law's.</summary>
[Trait("Rule", "R9")]
public sealed class SupervisionComplianceTests
{
    private static readonly Term Michaelmas = new("Michaelmas 2026", new(2026, 10, 11), new(2026, 12, 5));

    /// <summary>Two sessions of g01; Ida came to both, Nia to the second, Ben's group met once.</summary>
    private static readonly Institution Autumn = InTerm.And(
        new SessionScheduled(G1, Id(1), Day(10, 20), null), new SessionScheduled(G1, Id(2), Day(10, 30), null),
        new SessionScheduled(G1, Id(3), Day(11, 12), null), new SessionScheduled(G2, Id(4), Day(10, 22), null),
        Came(Ida, 1, Day(10, 20)), Came(Ida, 2, Day(10, 30)), Came(Ida, 3, Day(11, 12)),
        Missed(Nia, 1, Day(10, 20)), Came(Nia, 2, Day(10, 30)), Came(Nia, 3, Day(11, 12)),
        new SupervisionMissed(Ben, G2, Id(4), Day(10, 22), Attendance.Absent, Reason: null));

    [Fact]
    public void Each_supporter_counts_once_by_the_worst_that_they_came_to()
    {
        var alder = Of(Autumn, Alder);
        (alder.CurrentThroughout, alder.OverdueOnce, alder.LapsedOnce, alder.Active).ShouldBe((1, 1, 0, 2));
        (alder.SessionsOffered, alder.SessionsAttended).ShouldBe((6, 5));
        var law = Of(Autumn, Law);
        (law.CurrentThroughout, law.OverdueOnce, law.LapsedOnce).ShouldBe((0, 0, 1));
        (law.SessionsOffered, law.SessionsAttended).ShouldBe((1, 0));
    }

    [Fact]
    public void Of_days_to_come_nothing_is_said()
    {
        var before = SupervisionCompliance.Of(Autumn, Michaelmas, NoonOn(Day(10, 25)));
        before.Select(panel => (panel.Panel, panel.CurrentThroughout, panel.Active))
            .ShouldBe([(Alder, 2, 2), (Law, 1, 1)]);
        SupervisionCompliance.Of(Autumn, Michaelmas, NoonOn(Day(10, 10))).ShouldBeEmpty();
    }

    [Fact]
    public void A_term_that_is_over_is_told_to_its_last_day_whenever_it_is_asked_for() =>
        SupervisionCompliance.Of(Autumn, Michaelmas, NoonOn(new(2027, 2, 20)))
            .ShouldBe(SupervisionCompliance.Of(Autumn, Michaelmas, NoonOn(Michaelmas.Ends)));

    [Fact]
    public void Days_away_are_not_counted_against_anybody_and_who_was_away_throughout_is_not_counted()
    {
        var before = NoonOn(Day(10, 12));
        var away = Autumn.At(before, new LeaveStarted(Ben));
        SupervisionCompliance.Of(away, Michaelmas, Noon).Single(panel => panel.Panel == Law).CurrentThroughout
            .ShouldBe(1, "active on one day, and current on it");
        Of(away.At(NoonOn(Day(11, 19)), new LeaveEnded(Ben)), Law).LapsedOnce
            .ShouldBe(1, "leave does not stop the fortnight: back, and no session yet");
        var all = Autumn.At(NoonOn(TermBegins), new StoodDown(Ben));
        SupervisionCompliance.Of(all, Michaelmas, Noon).ShouldNotContain(panel => panel.Panel == Law);
        var left = Autumn.At(before, new SupporterLeft(Ben));
        Of(left, Law).CurrentThroughout.ShouldBe(1, "until they left");
    }

    [Fact]
    public void What_was_made_up_counts_for_what_was_missed_and_never_for_more()
    {
        var madeUp = Autumn.And(
            new SupervisionMadeUp(Nia, G2, Id(4), Day(10, 22), ConfirmedByOffice: true),
            new SupervisionMadeUp(Ida, G2, Id(4), Day(10, 22), ConfirmedByOffice: true));
        var alder = Of(madeUp, Alder);
        (alder.SessionsOffered, alder.SessionsAttended).ShouldBe((6, 6));
        alder.CurrentThroughout.ShouldBe(2);
    }

    [Fact]
    public void A_corrected_register_corrects_the_report()
    {
        var corrected = Autumn.And(new AttendanceCorrected(
            Nia, G1, Id(1), Day(10, 20), Attendance.Attended, Guest: false, Reason: null));
        Of(corrected, Alder).CurrentThroughout.ShouldBe(2);
    }

    [Fact]
    public void Trainees_are_not_counted_and_a_supporter_without_a_panel_is_counted_under_none()
    {
        Of(Autumn, Alder).Active.ShouldBe(2, "Tom trains");
        var homeless = Autumn.And(
            new RoleRevoked(Ben, Role.Supporter, Law), new RoleGranted(Ben, Role.Supporter, null));
        SupervisionCompliance.Of(homeless, Michaelmas, Noon)[0].ShouldBe(Of(Autumn, Law) with { Panel = null });
    }

    private static SupervisionCompliance Of(Institution institution, PanelId panel) =>
        SupervisionCompliance.Of(institution, Michaelmas, Noon).Single(known => known.Panel == panel);

    private static DateOnly Day(int month, int day) => new(2026, month, day);

    private static SupervisionAttended Came(PersonId person, int session, DateOnly day) =>
        new(person, G1, Id(session), day, ConfirmedByOffice: false);

    private static SupervisionMissed Missed(PersonId person, int session, DateOnly day) =>
        new(person, G1, Id(session), day, Attendance.Absent, Reason: null);
}
