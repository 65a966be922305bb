using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>Who supervises whom, and who may say so.</summary>
[Trait("Rule", "R10")]
public sealed class GroupTests
{
    private static readonly GroupId G3 = new("g03");
    private static readonly Caller Supporter = AsSupporter;

    [Fact]
    public void A_coordinator_forms_a_group_under_its_supervisor_once()
    {
        var context = InTerm.By(Coordinator);
        FormSupervisionGroup.Decide(new(G3, Sue), SupervisionGroup.NotFormed, context)
            .ShouldHappen(new GroupFormed(G3), new SupervisorAssigned(G3, Sue));
        FormSupervisionGroup.Decide(new(G1, Sue), InTerm.Own(), context).ShouldBeAlreadySo();
        FormSupervisionGroup.Decide(new(G3, Sue), SupervisionGroup.NotFormed, InTerm.By(Caller.System))
            .Events.Count.ShouldBe(2);
    }

    [Fact]
    public void An_id_is_not_taken_from_a_group_under_somebody_else() =>
        FormSupervisionGroup.Decide(new(G1, Uma), InTerm.Own(), InTerm.By(Coordinator))
            .ShouldBeRefused("supervision.groupExists", Rule.R10);

    [Fact]
    public void An_id_that_is_no_slug_names_no_group() =>
        FormSupervisionGroup.Decide(new(new("G 03"), Sue), SupervisionGroup.NotFormed, InTerm.By(Coordinator))
            .ShouldBeRefused("supervision.groupId", Rule.R10, RejectionKind.SaysNothing);

    [Fact]
    public void Only_a_supervisor_supervises()
    {
        FormSupervisionGroup.Decide(new(G3, Vera), SupervisionGroup.NotFormed, InTerm.By(Coordinator))
            .ShouldBeRefused("supervision.notASupervisor", Rule.R10);
        AssignSupervisor.Decide(new(Vera), InTerm.Own(), InTerm.By(Coordinator))
            .ShouldBeRefused("supervision.notASupervisor", Rule.R10);
    }

    [Fact]
    public void Only_a_coordinator_forms_a_group_or_changes_who_is_in_it()
    {
        foreach (var caller in new[] { SueSupervises, Supporter, SeniorMember(Vera), Administrator })
        {
            var context = InTerm.By(caller);
            FormSupervisionGroup.Decide(new(G3, Sue), SupervisionGroup.NotFormed, context)
                .ShouldBeRefused("supervision.coordinatorsOnly", Rule.R10, RejectionKind.RoleMayNot);
            AssignSupervisor.Decide(new(Uma), InTerm.Own(), context)
                .ShouldBeRefused("supervision.coordinatorsOnly", Rule.R10, RejectionKind.RoleMayNot);
            JoinSupervisionGroup.Decide(new(Ben, null), InTerm.Own(), context)
                .ShouldBeRefused("supervision.coordinatorsOnly", Rule.R10, RejectionKind.RoleMayNot);
        }
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void A_group_that_is_not_there_is_unknown_to_everyone()
    {
        foreach (var caller in new[] { Coordinator, SueSupervises })
        {
            var context = InTerm.By(caller);
            AssignSupervisor.Decide(new(Uma), SupervisionGroup.NotFormed, context)
                .ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
            JoinSupervisionGroup.Decide(new(Ben, null), SupervisionGroup.NotFormed, context)
                .ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
        }
    }

    [Fact]
    public void A_group_gets_another_supervisor_who_also_owes_what_the_former_did()
    {
        var asked = InTerm.And(new WelfareCallAsked(G1, Id(70), Ida, Sue, Noon.AddDays(1)));
        AssignSupervisor.Decide(new(Uma), asked.Own(), asked.By(Coordinator))
            .ShouldHappen(new SupervisorAssigned(G1, Uma));
        AssignSupervisor.Decide(new(Sue), asked.Own(), asked.By(Coordinator)).ShouldBeAlreadySo();
        var after = asked.And(new SupervisorAssigned(G1, Uma));
        after.Own().OpenItems.ShouldBe(
            [new OpenItem(Id(70), SupervisorTask.WelfareCall, Uma, Panel: null, Noon.AddDays(1))]);
        var alone = asked.And(
            new SupervisorStoodAside(G1, Sue), new SupervisorTasksReassigned(G1, Sue, Cass));
        (alone.Own().Supervisor, alone.Own().Tasks[0].Owner).ShouldBe((null, Cass));
    }

    [Fact]
    public void The_former_supervisor_reads_the_group_no_more()
    {
        var after = MetToday.And(new SupervisorAssigned(G1, Uma));
        CancelSession.Decide(new(Id(1), null), after.Own(), after.By(SueSupervises))
            .ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
        CancelSession.Decide(new(Id(1), null), after.Own(), after.By(UmaSupervises)).Events.Count.ShouldBe(1);
        var lostTheRole = new Caller(Sue, []);
        CancelSession.Decide(new(Id(1), null), MetToday.Own(), MetToday.By(lostTheRole))
            .ShouldBeRefused("supervision.groupUnknown", Rule.R13, RejectionKind.NotThere);
    }

    [Fact]
    public void A_supporter_joins_a_group_and_so_leaves_the_one_they_were_in()
    {
        var (command, context) = (new JoinSupervisionGroup(Ben, " Closer to home "), InTerm.By(Coordinator));
        JoinSupervisionGroup.Decide(command, InTerm.Own(), context).ShouldHappen(new MemberJoined(G1, Ben));
        JoinSupervisionGroup.Follow(command, InTerm.Own(), context).ShouldBe(
            ("supporter", "ben", new SupervisionGroupAssigned(Ben, G1, "Closer to home")),
            ("supervision-group", "g02", new MemberLeft(G2, Ben)));
        JoinSupervisionGroup.Decide(new(Ida, null), InTerm.Own(), context).ShouldBeAlreadySo();
    }

    [Fact]
    public void A_first_group_is_left_by_nobody()
    {
        var enrolled = InTerm.And(Added(Vera), new SupporterEnrolled(Vera, Sue));
        JoinSupervisionGroup.Follow(new(Vera, null), enrolled.Own(), enrolled.By(Coordinator)).ShouldBe(
            ("supporter", "vera", new SupervisionGroupAssigned(Vera, G1, null)));
    }

    [Fact]
    public void Another_group_than_the_trainers_needs_a_reason()
    {
        var context = InTerm.By(Coordinator);
        foreach (var reason in new[] { null, "", "  " })
            JoinSupervisionGroup.Decide(new(Tom, reason), InTerm.Groups[G2], context)
                .ShouldBeRefused("supervision.groupNeedsReason", Rule.R10).Missing.ShouldBe(["reason"]);
        JoinSupervisionGroup.Decide(new(Tom, "Evenings only"), InTerm.Groups[G2], context)
            .ShouldHappen(new MemberJoined(G2, Tom));
        JoinSupervisionGroup.Decide(new(Tom, null), InTerm.Own(), context).ShouldHappen(new MemberJoined(G1, Tom));
        JoinSupervisionGroup.Decide(new(Ben, null), InTerm.Own(), context).ShouldHappen(new MemberJoined(G1, Ben));
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void Nobody_joins_who_is_no_supporter_or_has_left()
    {
        var left = InTerm.And(new SupporterEnrolled(Vera, Sue), new SupporterLeft(Vera));
        foreach (var institution in new[] { InTerm, left })
            JoinSupervisionGroup.Decide(new(Vera, null), institution.Own(), institution.By(Coordinator))
                .ShouldBeRefused("supporter.unknown", Rule.R13, RejectionKind.NotThere);
    }
}
