using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.People;

/// <summary>Giving and taking roles.</summary>
[Trait("Rule", "R13")]
public sealed class RoleTests
{
    private static Person Of(PersonId person) => University.People[person];

    private static PersonContext By(Caller caller, PersonId about) =>
        University.PersonContextFor(about, caller, Noon);

    [Theory]
    [InlineData(Role.Supporter, true)]
    [InlineData(Role.Trainee, true)]
    [InlineData(Role.SeniorMember, true)]
    [InlineData(Role.Supervisor, true)]
    [InlineData(Role.Coordinator, false)]
    [InlineData(Role.Auditor, false)]
    [InlineData(Role.DataProtection, false)]
    [InlineData(Role.Administrator, false)]
    public void A_coordinator_gives_the_roles_of_the_panels_and_supervisors_and_an_administrator_all(
        Role role, bool coordinators)
    {
        var grant = new GrantRole(role, role.IsForPanel() ? Law : null);
        var granted = new RoleGranted(Sue, role, grant.Panel);
        var before = Of(Sue).Evolve(new RoleRevoked(Sue, Role.Supervisor, null), Stamp(Noon));
        foreach (var caller in new[] { Administrator, Caller.System })
            GrantRole.Decide(grant, before, By(caller, Sue)).ShouldHappen(granted);
        var byCoordinator = GrantRole.Decide(grant, before, By(Coordinator, Sue));
        if (coordinators) byCoordinator.ShouldHappen(granted);
        else byCoordinator.ShouldBeRefused("role.notYoursToGive", Rule.R13, RejectionKind.RoleMayNot);
        GrantRole.Decide(grant, before, By(SeniorMember(Vera), Sue))
            .ShouldBeRefused("role.notYoursToGive", Rule.R13, RejectionKind.RoleMayNot);
    }

    [Fact]
    public void A_role_held_is_already_so()
    {
        GrantRole.Decide(new(Role.SeniorMember, Alder), Of(Vera), By(Coordinator, Vera)).ShouldBeAlreadySo();
        RevokeRole.Decide(new(Role.SeniorMember, Law), Of(Vera), By(Coordinator, Vera)).ShouldBeAlreadySo();
    }

    [Fact]
    public void A_role_that_cannot_be_given_is_refused()
    {
        var context = By(Administrator, Ida);
        GrantRole.Decide(new(Role.Auditor, null), Person.Unknown, context)
            .ShouldBeRefused("person.unknown", Rule.R13, RejectionKind.NotThere);
        GrantRole.Decide(new(Role.Auditor, null), Of(Ida).Evolve(new PersonLeft(Ida), Stamp(Noon)), context)
            .ShouldBeRefused("person.left", Rule.R4);
        foreach (var role in new[] { Role.Supporter, Role.SeniorMember })
            GrantRole.Decide(new(role, null), Of(Ida), context)
                .ShouldBeRefused("role.needsPanel", Rule.R13).Missing.ShouldBe(["panel"]);
        GrantRole.Decide(new(Role.Trainee, null), Of(Ida), context).Events.Count.ShouldBe(1);
        GrantRole.Decide(new(Role.Auditor, Alder), Of(Ida), context).ShouldBeRefused("role.hasNoPanel", Rule.R13);
        GrantRole.Decide(new(Role.Supporter, new PanelId("atlantis")), Of(Ida), context)
            .ShouldBeRefused("panel.notOpen", Rule.R13);
        var closed = University.After(new PanelClosed(Law)).PersonContextFor(Ida, Administrator, Noon);
        GrantRole.Decide(new(Role.Supporter, Law), Of(Ida), closed).ShouldBeRefused("panel.notOpen", Rule.R13);
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void Nobody_gives_a_role_to_themselves() =>
        GrantRole.Decide(new(Role.SeniorMember, Alder), Of(Adam), By(Administrator, Adam))
            .ShouldBeRefused("role.own", Rule.R15);

    [Fact]
    public void A_role_is_taken_by_who_may_give_it_and_laid_down_by_oneself()
    {
        var revoke = new RevokeRole(Role.SeniorMember, Alder);
        var revoked = new RoleRevoked(Vera, Role.SeniorMember, Alder);
        foreach (var caller in new[] { Coordinator, Administrator, SeniorMember(Vera) })
            RevokeRole.Decide(revoke, Of(Vera), By(caller, Vera)).ShouldHappen(revoked);
        RevokeRole.Decide(revoke, Of(Vera), By(SeniorMember(Otto), Vera))
            .ShouldBeRefused("role.notYoursToGive", Rule.R13, RejectionKind.RoleMayNot);
        RevokeRole.Decide(revoke, Person.Unknown, By(Coordinator, Vera))
            .ShouldBeRefused("person.unknown", Rule.R13, RejectionKind.NotThere);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void The_last_coordinator_and_the_last_administrator_stay_until_there_is_another()
    {
        RevokeRole.Decide(new(Role.Coordinator, null), Of(Cass), By(Administrator, Cass))
            .ShouldBeRefused("role.lastHolder", Rule.R4);
        RevokeRole.Decide(new(Role.Administrator, null), Of(Adam), By(Administrator, Adam))
            .ShouldBeRefused("role.lastHolder", Rule.R4);
        LeaveProgramme.Decide(new(), Of(Cass), By(Administrator, Cass)).ShouldBeRefused("role.lastHolder", Rule.R4);
        RevokeRole.Decide(new(Role.Supervisor, null), Of(Sue), By(Coordinator, Sue)).Events.Count.ShouldBe(1);
        var two = University.After(new RoleGranted(Sue, Role.Coordinator, null));
        RevokeRole.Decide(new(Role.Coordinator, null), Of(Cass), two.PersonContextFor(Cass, Administrator, Noon))
            .ShouldHappen(new RoleRevoked(Cass, Role.Coordinator, null));
    }
}
