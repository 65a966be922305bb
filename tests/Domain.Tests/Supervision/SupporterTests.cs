using Safeguard.Domain.People;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>The basic facts about supporters and their groups; standing is another matter.</summary>
public sealed class SupporterTests
{
    [Fact]
    public void The_strongest_status_that_holds_is_the_one_shown()
    {
        var enrolled = Told(Supporter.NotEnrolled, new SupporterEnrolled(Ida, Sue));
        var active = Told(enrolled, new SupporterActivated(Ida, new(2025, 10, 1)));
        enrolled.Status.ShouldBe(PersonStatus.InTraining);
        active.Status.ShouldBe(PersonStatus.Active);
        var onLeave = Told(active, new LeaveStarted(Ida));
        (onLeave.Status, onLeave.OnLeaveSince).ShouldBe((PersonStatus.OnLeave, Noon));
        var down = Told(onLeave, new StoodDown(Ida));
        down.Status.ShouldBe(PersonStatus.StoodDown);
        var suspended = Told(down, new Suspended(Ida, Reason: null));
        suspended.Status.ShouldBe(PersonStatus.Suspended);
        Told(suspended, new SupporterLeft(Ida)).Status.ShouldBe(PersonStatus.Left);
        var back = Told(suspended, new SuspensionLifted(Ida), new StoodUp(Ida), new LeaveEnded(Ida));
        back.Status.ShouldBe(PersonStatus.Active);
        back.EverBeen.ShouldBe(
            [PersonStatus.OnLeave, PersonStatus.StoodDown, PersonStatus.Suspended], ignoreOrder: true);
    }

    [Fact]
    public void Somebody_who_left_may_enrol_again()
    {
        var left = Told(Supporter.NotEnrolled, new SupporterEnrolled(Ida, Sue), new SupporterLeft(Ida));
        var again = Told(left, new SupporterEnrolled(Ida, Otto));
        (again.Status, again.TrainedBy).ShouldBe((PersonStatus.InTraining, Otto));
    }

    [Fact]
    [Trait("Rule", "R10")]
    public void A_group_has_one_supervisor_and_its_members_come_and_go()
    {
        var group = Told(
            new GroupFormed(G1), new SupervisorAssigned(G1, Sue), new MemberJoined(G1, Ida), new MemberJoined(G1, Tom),
            new SupervisorAssigned(G1, Otto), new MemberLeft(G1, Tom));
        (group.Formed, group.Supervisor).ShouldBe((true, Otto));
        group.Members.ShouldBe([Ida]);
        group.EverSupervisedBy.ShouldBe([Sue, Otto], ignoreOrder: true);
    }

    private static Supporter Told(Supporter supporter, params SupporterEvent[] events) =>
        events.Aggregate(supporter, (before, happened) => Supporter.Aggregate.Evolve(before, happened, Stamp(Noon)));

    private static SupervisionGroup Told(params SupervisionGroupEvent[] events) => events.Aggregate(
        SupervisionGroup.NotFormed,
        (before, happened) => SupervisionGroup.Aggregate.Evolve(before, happened, Stamp(Noon)));
}
