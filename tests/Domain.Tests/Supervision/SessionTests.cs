using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>Sessions are scheduled, moved and cancelled by whoever keeps the group.</summary>
[Trait("Rule", "R9")]
public sealed class SessionTests
{
    private static readonly DateOnly Monday = new(2026, 11, 23);
    private static readonly TimeOnly Five = new(17, 0);
    private static readonly Institution Planned = With(Today, Monday);
    private static readonly Institution Cancelled = Planned.And(new SessionCancelled(G1, Id(2), Reason: null));

    [Fact]
    public void A_session_is_scheduled_once()
    {
        foreach (var caller in new[] { SueSupervises, Coordinator, Caller.System })
            ScheduleSession.Decide(new(Id(3), Monday.AddDays(14), Five), Planned.Own(), Planned.By(caller))
                .ShouldHappen(new SessionScheduled(G1, Id(3), Monday.AddDays(14), Five));
        Schedule(Id(2), Monday).ShouldBeAlreadySo();
    }

    [Fact]
    public void An_id_is_of_one_session()
    {
        Schedule(Id(2), Monday.AddDays(1)).ShouldBeRefused("supervision.sessionExists", Rule.R9);
        ScheduleSession.Decide(new(Id(2), Monday, null), Planned.Own(), Planned.By(SueSupervises))
            .ShouldBeRefused("supervision.sessionExists", Rule.R9);
    }

    [Fact]
    public void A_group_meets_once_a_day_and_a_cancelled_session_takes_no_day()
    {
        Schedule(Id(3), Monday).ShouldBeRefused("supervision.dayTaken", Rule.R9);
        Move(Id(1), Monday).ShouldBeRefused("supervision.dayTaken", Rule.R9);
        Schedule(Id(3), Monday, Cancelled).Events.Count.ShouldBe(1);
        Move(Id(1), Monday, Cancelled).Events.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(800, true)]
    [InlineData(801, false)]
    [InlineData(-800, true)]
    [InlineData(-801, false)]
    public void A_session_years_away_is_a_slip(int days, bool isTaken)
    {
        foreach (var decision in new[] { Schedule(Id(3), Today.AddDays(days)), Move(Id(2), Today.AddDays(days)) })
        {
            if (isTaken) decision.Events.Count.ShouldBe(1);
            else decision.ShouldBeRefused("supervision.sessionTooFar", Rule.R9);
        }
    }

    [Fact]
    public void A_session_moves_to_another_day_or_another_hour()
    {
        var reason = new Confidential("Fire alarm");
        MoveSession.Decide(new(Id(2), Monday.AddDays(1), Five, reason), Planned.Own(), Planned.By(SueSupervises))
            .ShouldHappen(new SessionMoved(G1, Id(2), Monday.AddDays(1), Five, reason));
        MoveSession.Decide(new(Id(2), Monday, Five.AddHours(1), null), Planned.Own(), Planned.By(SueSupervises))
            .ShouldHappen(new SessionMoved(G1, Id(2), Monday, Five.AddHours(1), Reason: null));
        Move(Id(2), Monday).ShouldBeAlreadySo();
        var moved = Planned.And(new SessionMoved(G1, Id(1), Monday.AddDays(1), null, null));
        moved.Own().ByDay.Select(session => session.Day).ShouldBe([Monday, Monday.AddDays(1)]);
    }

    [Fact]
    public void What_was_cancelled_stays_cancelled()
    {
        CancelSession.Decide(new(Id(2), new("Ill")), Planned.Own(), Planned.By(SueSupervises))
            .ShouldHappen(new SessionCancelled(G1, Id(2), new("Ill")));
        CancelSession.Decide(new(Id(2), null), Cancelled.Own(), Cancelled.By(SueSupervises)).ShouldBeAlreadySo();
        Move(Id(2), Monday.AddDays(1), Cancelled).ShouldBeRefused("supervision.sessionCancelled", Rule.R9);
        TakeRegister.Decide(new(Id(2), []), Cancelled.Own(), Cancelled.By(SueSupervises))
            .ShouldBeRefused("supervision.sessionCancelled", Rule.R9);
    }

    [Fact]
    [Trait("Rule", "R2")]
    public void A_session_whose_register_is_taken_neither_moves_nor_is_cancelled()
    {
        Move(Id(1), Monday, Registered).ShouldBeRefused("supervision.registerTaken", Rule.R2);
        CancelSession.Decide(new(Id(1), null), Registered.Own(), Registered.By(SueSupervises))
            .ShouldBeRefused("supervision.registerTaken", Rule.R2);
    }

    [Fact]
    public void A_session_that_nobody_scheduled_is_unknown()
    {
        var context = Planned.By(SueSupervises);
        Move(Id(9), Monday).ShouldBeRefused("supervision.sessionUnknown", Rule.R9, RejectionKind.NotThere);
        CancelSession.Decide(new(Id(9), null), Planned.Own(), context)
            .ShouldBeRefused("supervision.sessionUnknown", Rule.R9, RejectionKind.NotThere);
        TakeRegister.Decide(new(Id(9), []), Planned.Own(), context)
            .ShouldBeRefused("supervision.sessionUnknown", Rule.R9, RejectionKind.NotThere);
        CorrectRegister.Decide(new(Id(9), [], "Slip"), Planned.Own(), context)
            .ShouldBeRefused("supervision.sessionUnknown", Rule.R9, RejectionKind.NotThere);
        AddSessionNote.Decide(new(Id(9), "WX-7K3M", Sure: false), Planned.Own(), context)
            .ShouldBeRefused("supervision.sessionUnknown", Rule.R9, RejectionKind.NotThere);
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void To_everyone_who_does_not_keep_it_there_is_no_such_group()
    {
        foreach (var caller in new[] { UmaSupervises, AsSupporter, SeniorMember(Vera), Administrator })
        {
            var (group, context) = (Planned.Own(), Planned.By(caller));
            Unknown(ScheduleSession.Decide(new(Id(3), Monday, null), group, context));
            Unknown(MoveSession.Decide(new(Id(2), Today, null, null), group, context));
            Unknown(CancelSession.Decide(new(Id(2), null), group, context));
            Unknown(TakeRegister.Decide(new(Id(1), []), group, context));
            Unknown(CorrectRegister.Decide(new(Id(1), [], "Slip"), group, context));
            Unknown(AddSessionNote.Decide(new(Id(1), "WX-7K3M", Sure: false), group, context));
        }

        Unknown(ScheduleSession.Decide(
            new(Id(3), Monday, null), SupervisionGroup.NotFormed, Planned.By(Coordinator)));

        static void Unknown(Decision<SupervisionGroupEvent> decision) =>
            decision.ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
    }

    private static Decision<SupervisionGroupEvent> Schedule(Guid id, DateOnly day, Institution? institution = null) =>
        ScheduleSession.Decide(
            new(id, day, Five), (institution ?? Planned).Own(), (institution ?? Planned).By(SueSupervises));

    private static Decision<SupervisionGroupEvent> Move(Guid id, DateOnly day, Institution? institution = null) =>
        MoveSession.Decide(
            new(id, day, Five, null), (institution ?? Planned).Own(), (institution ?? Planned).By(SueSupervises));
}
