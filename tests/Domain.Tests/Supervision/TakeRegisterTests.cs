using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>One tap a person; one command that changes the group and each person's own stream.</summary>
[Trait("Rule", "R9")]
public sealed class TakeRegisterTests
{
    private static readonly RegisterLine[] Both = [Line(Ida, Attendance.Attended), Line(Nia, Attendance.Attended)];

    [Fact]
    public void The_register_says_who_was_there_and_each_persons_own_stream_says_it_too()
    {
        var illness = new Confidential("Illness");
        var lines = new[]
        {
            Line(Ida, Attendance.Attended), Line(Nia, Attendance.Excused) with { Reason = illness },
            Line(Ben, Attendance.Attended),
        };
        var taken = Take(MetToday, lines).Events.ShouldHaveSingleItem().ShouldBeOfType<RegisterTaken>();
        (taken.Group, taken.Session, taken.Day).ShouldBe((G1, Id(1), Today));
        taken.Entries.ShouldBe(
            [new(Ida, Attendance.Attended), new(Nia, Attendance.Excused), new(Ben, Attendance.Attended)]);
        Follow(MetToday, lines).ShouldBe(
            ("supporter", "ida", new SupervisionAttended(Ida, G1, Id(1), Today, ConfirmedByOffice: false)),
            ("supporter", "nia", new SupervisionMissed(Nia, G1, Id(1), Today, Attendance.Excused, illness)),
            ("supporter", "ben", new SupervisionMadeUp(Ben, G1, Id(1), Today, ConfirmedByOffice: false)));
    }

    [Fact]
    public void Made_up_and_absent_are_missed_in_their_own_words()
    {
        var lines = new[] { Line(Ida, Attendance.MadeUp), Line(Nia, Attendance.Absent) };
        Follow(MetToday, lines).ShouldBe(
            ("supporter", "ida", new SupervisionMissed(Ida, G1, Id(1), Today, Attendance.MadeUp, Reason: null)),
            ("supporter", "nia", new SupervisionMissed(Nia, G1, Id(1), Today, Attendance.Absent, Reason: null)));
    }

    [Fact]
    public void A_guest_makes_up_what_they_missed_in_their_own_group()
    {
        var after = MetToday.And(
            [.. Follow(MetToday, [.. Both, Line(Ben, Attendance.Attended)]).SelectMany(stream => stream.Events)]);
        var record = after.SupporterOf(Ben).Attendances.Values.ShouldHaveSingleItem();
        record.ShouldBe(new AttendanceRecord(Id(1), G1, Today, Attendance.Attended, Guest: true, false));
        after.StandingAt(Ben, Noon).LastCounted.ShouldBe(Today);
        after.StandingAt(Ben, Noon).Why.ShouldContain(new StandingReason(StandingFact.MadeUp, Today, Group: G1));
    }

    [Fact]
    public void The_same_register_again_is_already_so_in_any_order()
    {
        Take(Registered, Both).ShouldBeAlreadySo();
        Take(Registered, [Both[1], Both[0]]).ShouldBeAlreadySo();
    }

    [Fact]
    [Trait("Rule", "R2")]
    public void Another_register_of_the_same_session_is_a_correction()
    {
        Take(Registered, [Both[0], Line(Nia, Attendance.Absent)])
            .ShouldBeRefused("supervision.registerTaken", Rule.R2);
        Take(Registered, [Both[0]]).ShouldBeRefused("supervision.registerTaken", Rule.R2);
    }

    [Fact]
    public void A_session_to_come_has_no_register_and_one_today_has()
    {
        var planned = With(Today.AddDays(1));
        Take(planned, Both).ShouldBeRefused("supervision.sessionToCome", Rule.R9);
        Take(planned, Both, Noon.AddDays(1)).Events.Count.ShouldBe(1);
    }

    /// <summary>In June it is tomorrow in Britain an hour before it is in UTC.</summary>
    [Fact]
    public void Today_is_the_institutions_day()
    {
        var june = new DateOnly(2027, 6, 14);
        var planned = With(june);
        Take(planned, Both, new(2027, 6, 13, 22, 59, 59, TimeSpan.Zero))
            .ShouldBeRefused("supervision.sessionToCome", Rule.R9);
        Take(planned, Both, new(2027, 6, 13, 23, 0, 0, TimeSpan.Zero)).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void Everybody_of_the_group_is_in_it_and_each_one_missing_is_named()
    {
        Take(MetToday, []).ShouldBeRefused("supervision.registerIncomplete", Rule.R9).Missing.ShouldBe(["ida", "nia"]);
        Take(MetToday, [Both[0]]).ShouldBeRefused("supervision.registerIncomplete", Rule.R9).Missing.ShouldBe(["nia"]);
    }

    [Fact]
    public void Whoever_is_away_or_joined_later_may_be_left_out()
    {
        foreach (var away in new object[]
        {
            new LeaveStarted(Nia), new StoodDown(Nia), new Suspended(Nia, new("Why")), new SupporterLeft(Nia),
        })
            Take(MetToday.And(away), [Both[0]]).Events.Count.ShouldBe(1, away.ToString());
        var yesterday = With(Today.AddDays(-1)).And(new SupervisionGroupAssigned(Nia, G1, Reason: null));
        Take(yesterday, [Both[0]]).Events.Count.ShouldBe(1);
        Take(yesterday, Both).Events.Count.ShouldBe(1);
    }

    [Fact]
    public void A_person_is_named_once_a_guest_came_and_nobody_else_is_in_it()
    {
        Others([.. Both, Both[0]], "ida");
        Others([.. Both, Line(Ben, Attendance.Absent)], "ben");
        Others([.. Both, Line(Ben, Attendance.Excused)], "ben");
        Others([.. Both, Line(Vera, Attendance.Attended)], "vera");
        Others([Both[0], Line(Nia, attendance: null)], "nia");

        static void Others(RegisterLine[] lines, string who) => Take(MetToday, lines)
            .ShouldBeRefused("supervision.registerNamesOthers", Rule.R9).Missing.ShouldBe([who]);
    }

    [Fact]
    public void The_group_keeps_what_its_register_said() =>
        Registered.Own().Sessions[Id(1)].Register!.Count.ShouldBe(2);

    private static Decision<SupervisionGroupEvent> Take(
        Institution institution, RegisterLine[] lines, DateTimeOffset? now = null) =>
        TakeRegister.Decide(new(Id(1), lines), institution.Own(), institution.By(SueSupervises, now));

    private static IReadOnlyList<InStream> Follow(Institution institution, RegisterLine[] lines) =>
        TakeRegister.Follow(new(Id(1), lines), institution.Own(), institution.By(SueSupervises));
}
