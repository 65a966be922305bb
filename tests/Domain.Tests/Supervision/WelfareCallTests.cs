using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>Two unexplained absences in a row: somebody asks how they are.</summary>
[Trait("Rule", "R9")]
public sealed class WelfareCallTests
{
    private static readonly DateOnly Before = Today.AddDays(-14);
    private static readonly Institution Twice = With(Today, Before, Before.AddDays(-14));

    private static readonly WelfareCallAsked Asked = new(G1, Id(70), Ida, Sue, Noon.AddHours(24));

    [Fact]
    public void Two_unexplained_absences_in_a_row_ask_the_supervisor_for_a_welfare_call()
    {
        Absent(Twice.And(Missed(2, Before, Attendance.Absent))).ShouldBe([Asked]);
        Absent(Twice).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Attendance.Excused)]
    [InlineData(Attendance.MadeUp)]
    public void Anything_explained_between_them_breaks_the_row(Attendance between) =>
        Absent(Twice.And(Missed(3, Before.AddDays(-14), Attendance.Absent), Missed(2, Before, between)))
            .ShouldBeEmpty();

    [Fact]
    public void Coming_as_a_guest_between_them_breaks_the_row() =>
        Absent(Twice.And(
            Missed(2, Before, Attendance.Absent), new SupervisionMadeUp(Ida, G2, Id(9), Before.AddDays(3), false)))
            .ShouldBeEmpty();

    [Fact]
    public void Only_absence_is_unexplained()
    {
        var once = Twice.And(Missed(2, Before, Attendance.Absent));
        foreach (var how in new[] { Attendance.Attended, Attendance.Excused, Attendance.MadeUp })
            Calls(once, Line(Ida, how)).ShouldBeEmpty();
    }

    [Fact]
    public void A_register_taken_late_completes_the_row_too()
    {
        var later = Twice.And(Missed(1, Today, Attendance.Absent));
        var decision = TakeRegister.Decide(
            new(Id(2), [Line(Ida, Attendance.Absent), Line(Nia, Attendance.Attended)]),
            later.Own(), later.By(SueSupervises));
        decision.Events.OfType<WelfareCallAsked>().ShouldBe([Asked]);
    }

    [Fact]
    public void A_correction_to_absent_completes_the_row_too()
    {
        var once = Registered.And(Missed(2, Before, Attendance.Absent));
        CorrectRegister.Decide(new(Id(1), [Line(Ida, Attendance.Absent)], "Slip"), once.Own(), once.By(SueSupervises))
            .Events.OfType<WelfareCallAsked>().ShouldBe([Asked]);
    }

    [Fact]
    public void While_one_is_asked_for_no_second_one_is_and_after_it_was_made_there_is()
    {
        var asked = Twice.And(
            Missed(3, Before.AddDays(-14), Attendance.Absent), Missed(2, Before, Attendance.Absent), Asked);
        Absent(asked).ShouldBeEmpty();
        Absent(asked.And(new WelfareCallMade(G1, Id(70), Sue, Note: null))).ShouldBe([Asked]);
    }

    [Fact]
    public void A_group_without_a_supervisor_asks_a_coordinator_and_without_either_nobody()
    {
        var once = Twice.And(Missed(2, Before, Attendance.Absent));
        var alone = once.And(new SupervisorStoodAside(G1, Sue));
        var withoutRole = once.And(new RoleRevoked(Sue, Role.Supervisor, Panel: null));
        foreach (var institution in new[] { alone, withoutRole })
            Absent(institution, Coordinator).ShouldBe([Asked with { Of = Cass }]);
        Absent(alone.And(new RoleRevoked(Cass, Role.Coordinator, Panel: null)), Caller.System).ShouldBeEmpty();
    }

    [Fact]
    public void The_call_is_made_once_by_the_supervisor_or_a_coordinator()
    {
        var asked = Twice.And(Asked);
        var note = new Confidential("Fine, was travelling");
        foreach (var caller in new[] { SueSupervises, Coordinator })
            RecordWelfareCall.Decide(new(Id(70), note), asked.Own(), asked.By(caller))
                .ShouldHappen(new WelfareCallMade(G1, Id(70), caller.Person, note));
        var made = asked.And(new WelfareCallMade(G1, Id(70), Sue, note));
        RecordWelfareCall.Decide(new(Id(70), null), made.Own(), made.By(SueSupervises)).ShouldBeAlreadySo();
        (made.Own().Tasks.Count, made.Own().NextWakeUp).ShouldBe((0, null));
    }

    [Fact]
    public void A_call_that_nobody_asked_for_is_unknown()
    {
        RecordWelfareCall.Decide(new(Id(71), null), Twice.Own(), Twice.By(SueSupervises))
            .ShouldBeRefused("supervision.taskUnknown", Rule.R10, RejectionKind.NotThere);
        RecordWelfareCall.Decide(new(Id(70), null), Twice.And(Asked).Own(), Twice.By(UmaSupervises))
            .ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
    }

    private static SupervisionMissed Missed(int session, DateOnly day, Attendance how) =>
        new(Ida, G1, Id(session), day, how, Reason: null);

    private static WelfareCallAsked[] Absent(Institution institution, Caller? caller = null) =>
        Calls(institution, Line(Ida, Attendance.Absent), caller);

    private static WelfareCallAsked[] Calls(Institution institution, RegisterLine ida, Caller? caller = null)
    {
        var decision = TakeRegister.Decide(
            new(Id(1), [ida, Line(Nia, Attendance.Attended, call: 71)]),
            institution.Own(), institution.By(caller ?? SueSupervises));
        decision.Rejection.ShouldBeNull();
        return [.. decision.Events.OfType<WelfareCallAsked>()];
    }
}
