using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Supervision.Supervised;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Supervision;

/// <summary>Leave, standing down, suspension and being listed: who may say so, once, and with what words.</summary>
[Trait("Rule", "R9")]
public sealed class SupporterStateTests
{
    private static readonly Confidential Why = new("A complaint is being looked into");

    [Fact]
    public void Leave_begins_and_ends_once()
    {
        foreach (var caller in new[] { AsSupporter, SueSupervises, Coordinator, Caller.System })
        {
            var away = InTerm.And(new LeaveStarted(Ida));
            Decide(InTerm, caller, StartLeave).ShouldHappen(new LeaveStarted(Ida));
            Decide(away, caller, StartLeave).ShouldBeAlreadySo();
            Decide(away, caller, EndLeave).ShouldHappen(new LeaveEnded(Ida));
            Decide(InTerm, caller, EndLeave).ShouldBeAlreadySo();
        }
    }

    [Fact]
    [Trait("Rule", "R14")]
    public void Standing_down_needs_no_reason_and_standing_up_is_their_own_word()
    {
        var down = InTerm.And(new StoodDown(Ida));
        Decide(InTerm, AsSupporter, StandDown).ShouldHappen(new StoodDown(Ida));
        Decide(down, AsSupporter, StandDown).ShouldBeAlreadySo();
        foreach (var caller in new[] { AsSupporter, Coordinator })
            Decide(down, caller, StandUp).ShouldHappen(new StoodUp(Ida));
        Decide(InTerm, AsSupporter, StandUp).ShouldBeAlreadySo();
        Decide(down, SueSupervises, StandUp)
            .ShouldBeRefused("supporter.ownToSay", Rule.R14, RejectionKind.RoleMayNot);
    }

    [Fact]
    public void A_suspension_is_a_coordinators_with_its_reason()
    {
        var suspended = InTerm.And(new Suspended(Ida, Why));
        Decide(InTerm, Coordinator, Suspend(Why)).ShouldHappen(new Suspended(Ida, Why));
        Decide(suspended, Coordinator, Suspend(Why)).ShouldBeAlreadySo();
        Decide(suspended, Coordinator, Suspend(null)).ShouldBeAlreadySo();
        Decide(InTerm, Coordinator, Suspend(null))
            .ShouldBeRefused("supporter.suspensionNeedsReason", Rule.R9, RejectionKind.SaysNothing)
            .Missing.ShouldBe(["reason"]);
        Decide(suspended, Coordinator, Lift).ShouldHappen(new SuspensionLifted(Ida));
        Decide(InTerm, Coordinator, Lift).ShouldBeAlreadySo();
    }

    [Fact]
    public void Neither_the_supporter_nor_their_supervisor_decides_what_is_the_offices()
    {
        foreach (var caller in new[] { AsSupporter, SueSupervises })
            foreach (var decide in new[] { Suspend(Why), Lift, Confirm })
                Decide(InTerm, caller, decide)
                    .ShouldBeRefused("supporter.coordinatorsOnly", Rule.R9, RejectionKind.RoleMayNot);
    }

    [Fact]
    public void A_supporter_who_is_current_is_listed_as_available_until_they_say_otherwise()
    {
        var listed = InTerm.And(new ListedAsAvailable(Ida));
        Decide(InTerm, AsSupporter, List).ShouldHappen(new ListedAsAvailable(Ida));
        Decide(listed, AsSupporter, List).ShouldBeAlreadySo();
        Decide(listed, AsSupporter, Withdraw).ShouldHappen(new AvailabilityWithdrawn(Ida));
        Decide(InTerm, AsSupporter, Withdraw).ShouldBeAlreadySo();
        listed.And(new AvailabilityWithdrawn(Ida)).SupporterOf(Ida).AvailableSince.ShouldBeNull();
        listed.And(new Lapsed(Ida, Today)).SupporterOf(Ida).AvailableSince.ShouldBeNull();
    }

    [Fact]
    public void Standing_goes_before_already_so_when_somebody_is_listed()
    {
        var listed = InTerm.And(new ListedAsAvailable(Ida), new StoodDown(Ida));
        Decide(listed, AsSupporter, List).ShouldBeRefused("supporter.stoodDown", Rule.R9);
        Decide(listed, AsSupporter, Withdraw).ShouldHappen(new AvailabilityWithdrawn(Ida));
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void To_everyone_else_there_is_no_such_supporter()
    {
        foreach (var caller in new[] { AsBen, UmaSupervises, SeniorMember(Vera), Administrator })
            foreach (var decide in Every)
                Decide(InTerm, caller, decide)
                    .ShouldBeRefused("supporter.unknown", Rule.R13, RejectionKind.NotThere);
        foreach (var decide in Every)
            decide(Vera, Supporter.NotEnrolled, InTerm.By(Coordinator))
                .ShouldBeRefused("supporter.unknown", Rule.R13, RejectionKind.NotThere);
    }

    [Fact]
    public void Somebody_who_left_is_a_supporter_no_more()
    {
        var left = InTerm.And(new SupporterLeft(Ida));
        foreach (var decide in Every)
            Decide(left, Coordinator, decide).ShouldBeRefused("supporter.left", Rule.R9);
    }

    [Fact]
    [Trait("Rule", "R10")]
    public void A_trainees_trainer_decides_with_them() =>
        StartLeave(Tom, InTerm.SupporterOf(Tom), InTerm.By(SueSupervises)).ShouldHappen(new LeaveStarted(Tom));

    private delegate Decision<SupporterEvent> Deciding(
        PersonId person, Supporter supporter, SupervisionContext context);

    private static Deciding[] Every =>
        [StartLeave, EndLeave, StandDown, StandUp, Suspend(Why), Lift, Confirm, List, Withdraw];

    private static Deciding StartLeave => (who, state, context) => Domain.Supervision.StartLeave.Decide(
        new(), who, state, context);

    private static Deciding EndLeave => (who, state, context) => Domain.Supervision.EndLeave.Decide(
        new(), who, state, context);

    private static Deciding StandDown => (who, state, context) => Domain.Supervision.StandDown.Decide(
        new(), who, state, context);

    private static Deciding StandUp => (who, state, context) => Domain.Supervision.StandUp.Decide(
        new(), who, state, context);

    private static Deciding Lift => (who, state, context) => LiftSuspension.Decide(new(), who, state, context);

    private static Deciding Confirm => (who, state, context) => ConfirmReturn.Decide(new(), who, state, context);

    private static Deciding List => (who, state, context) => ListAsAvailable.Decide(new(), who, state, context);

    private static Deciding Withdraw => (who, state, context) => WithdrawAvailability.Decide(
        new(), who, state, context);

    private static Deciding Suspend(Confidential? reason) => (who, state, context) => SuspendSupporter.Decide(
        new(reason), who, state, context);

    private static Decision<SupporterEvent> Decide(Institution institution, Caller caller, Deciding decide) =>
        decide(Ida, institution.SupporterOf(Ida), institution.By(caller));
}
