using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>A slip is put right in the open: the old register stays, and standing is concluded anew.</summary>
[Trait("Rule", "R2")]
[Trait("Rule", "R9")]
public sealed class CorrectRegisterTests
{
    private static readonly Confidential Reason = new("Wrong line");

    [Fact]
    public void A_correction_says_what_it_was_and_what_it_is_for_those_it_changes_only()
    {
        var nia = Line(Nia, Attendance.Excused) with { Reason = new("Ill") };
        var lines = new[] { Line(Ida, Attendance.Attended), nia };
        var corrected = Correct(Registered, lines).Events.ShouldHaveSingleItem().ShouldBeOfType<RegisterCorrected>();
        (corrected.Group, corrected.Session, corrected.Day, corrected.Reason).ShouldBe((G1, Id(1), Today, Reason));
        corrected.Entries.ShouldBe([new(Nia, Attendance.Attended, Attendance.Excused)]);
        Follow(Registered, lines).ShouldBe(("supporter", "nia", new AttendanceCorrected(
            Nia, G1, Id(1), Today, Attendance.Excused, Guest: false, new("Ill"))));
    }

    [Fact]
    public void What_it_says_already_is_already_so()
    {
        Correct(Registered, [Line(Nia, Attendance.Attended)]).ShouldBeAlreadySo();
        Correct(Registered, []).ShouldBeAlreadySo();
        Correct(Registered, [Line(Ben, attendance: null)]).ShouldBeAlreadySo();
        Correct(Registered, [Line(Nia, Attendance.Attended)], reason: null).ShouldBeAlreadySo();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_correction_needs_its_reason(string? reason) =>
        Correct(Registered, [Line(Nia, Attendance.Absent)], reason)
            .ShouldBeRefused("supervision.correctionNeedsReason", Rule.R2, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["reason"]);

    [Fact]
    public void A_register_that_is_not_taken_is_taken_and_not_corrected() =>
        Correct(MetToday, [Line(Nia, Attendance.Absent)]).ShouldBeRefused("supervision.registerNotTaken", Rule.R9);

    [Fact]
    public void A_guest_came_or_was_not_there_at_all()
    {
        var came = Correct(Registered, [Line(Ben, Attendance.Attended)]).Events[0].ShouldBeOfType<RegisterCorrected>();
        came.Entries.ShouldBe([new(Ben, Was: null, Attendance.Attended)]);
        Follow(Registered, [Line(Ben, Attendance.Attended)]).ShouldBe(("supporter", "ben", new AttendanceCorrected(
            Ben, G1, Id(1), Today, Attendance.Attended, Guest: true, Reason: null)));
        var with = Registered.And(
            came, new AttendanceCorrected(Ben, G1, Id(1), Today, Attendance.Attended, Guest: true, null));
        with.StandingAt(Ben, Noon).LastCounted.ShouldBe(Today);
        Correct(with, [Line(Ben, attendance: null)]).Events[0].ShouldBeOfType<RegisterCorrected>()
            .Entries.ShouldBe([new(Ben, Attendance.Attended, Is: null)]);
        var without = with.And(
            new RegisterCorrected(G1, Id(1), Today, [new(Ben, Attendance.Attended, Is: null)], Reason),
            new AttendanceCorrected(Ben, G1, Id(1), Today, Is: null, Guest: true, null));
        without.StandingAt(Ben, Noon).LastCounted.ShouldBeNull();
        without.Own().Sessions[Id(1)].Register!.Keys.ShouldBe([Ida, Nia], ignoreOrder: true);
    }

    [Fact]
    public void Nobody_else_comes_in_and_no_member_goes_out()
    {
        Others(Line(Ben, Attendance.Absent), "ben");
        Others(Line(Vera, Attendance.Attended), "vera");
        Others(Line(Nia, attendance: null), "nia");

        static void Others(RegisterLine line, string who) => Correct(Registered, [line])
            .ShouldBeRefused("supervision.registerNamesOthers", Rule.R9).Missing.ShouldBe([who]);
    }

    [Fact]
    public void A_member_who_has_left_the_group_since_is_corrected_as_a_member()
    {
        var moved = Registered.And(new MemberLeft(G1, Nia), new SupervisionGroupAssigned(Nia, G2, "Evenings"));
        var line = Line(Nia, Attendance.Excused);
        Correct(moved, [line]).Events.Count.ShouldBe(1);
        Follow(moved, [line]).ShouldBe(("supporter", "nia", new AttendanceCorrected(
            Nia, G1, Id(1), Today, Attendance.Excused, Guest: false, Reason: null)));
        Correct(moved, [Line(Nia, attendance: null)])
            .ShouldBeRefused("supervision.registerNamesOthers", Rule.R9).Missing.ShouldBe(["nia"]);
    }

    [Fact]
    public void A_correction_changes_the_standing_from_now_on_and_the_old_register_stays_on_record()
    {
        Registered.StandingAt(Nia, Noon).Standing.ShouldBe(Standing.Current);
        var after = Registered.And(
            [.. Follow(Registered, [Line(Nia, Attendance.Absent)]).SelectMany(stream => stream.Events)]);
        var answer = after.StandingAt(Nia, Noon);
        (answer.Standing, answer.LastCounted).ShouldBe((Standing.DueSoon, null));
    }

    private static Decision<SupervisionGroupEvent> Correct(
        Institution institution, RegisterLine[] lines, string? reason = " Wrong line ") => CorrectRegister.Decide(
            new(Id(1), lines, reason), institution.Own(), institution.By(SueSupervises));

    private static IReadOnlyList<InStream> Follow(Institution institution, RegisterLine[] lines) =>
        CorrectRegister.Follow(new(Id(1), lines, "Wrong line"), institution.Own(), institution.By(SueSupervises));
}
