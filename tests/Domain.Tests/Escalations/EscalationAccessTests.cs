using Safeguard.Domain.Escalations;

namespace Safeguard.Domain.Tests.Escalations;

[Trait("Rule", "R5")]
public sealed class EscalationAccessTests
{
    [Fact]
    public void The_panels_senior_members_and_everyone_paged_read_it_and_coordinators_see_its_state()
    {
        var state = Scenario.Raised().State;
        Of(People.Duty, state).ShouldBe(Relation.Reads);
        Of(People.Senior, state).ShouldBe(Relation.Reads);
        Of(People.Coordinator, state).ShouldBe(Relation.SeesState);
        Of(People.Supervisor, state).ShouldBe(Relation.None);
    }

    [Fact]
    public void Once_paged_a_supervisor_and_the_coordinators_read_it()
    {
        var state = Scenario.Raised().Until(30).State;
        Of(People.Supervisor, state).ShouldBe(Relation.Reads);
        Of(People.Coordinator, state).ShouldBe(Relation.Reads);
    }

    [Fact]
    public void An_owner_who_was_never_paged_reads_it()
    {
        var cover = Cover.Nobody with { DutyFirst = People.OtherSenior.Person };
        var scenario = Scenario.Empty.With(cover)
            .When(Commands.Raise(Band.NextSupervision, panel: People.Panel), People.Raiser);
        scenario.State.Paged.ShouldBeEmpty();
        Of(People.OtherSenior, scenario.State).ShouldBe(Relation.Reads);
    }

    [Fact]
    [Trait("Rule", "R18")]
    public void The_raiser_sees_the_receipt_only_whatever_their_roles()
    {
        var raiser = new Caller(People.Raiser.Person, [.. People.Senior.Roles, .. People.Coordinator.Roles]);
        Of(raiser, Scenario.Raised().State).ShouldBe(Relation.Raiser);
        EscalationAccess.MaySeeState(raiser, Scenario.Raised().State, []).ShouldBeFalse();
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void People_of_another_panel_and_people_without_a_part_in_it_see_nothing()
    {
        foreach (var person in new[] { People.OtherSenior, People.OtherSupporter, People.OtherSupervisor })
            Of(person, Scenario.Raised().State).ShouldBe(Relation.None);
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void A_conflict_excludes_even_the_owner_and_even_a_coordinator()
    {
        var state = Scenario.Acknowledged().State;
        EscalationAccess.Of(People.Duty, state, [People.Duty.Person]).ShouldBe(Relation.None);
        EscalationAccess.Of(People.Coordinator, state, [People.Coordinator.Person]).ShouldBe(Relation.None);
    }

    [Fact]
    [Trait("Rule", "R17")]
    public void A_broken_glass_lets_a_stranger_read_and_takes_nothing_from_those_who_may_anyway()
    {
        var state = Scenario.Raised().State;
        Broken(People.OtherSenior, state).ShouldBe(Relation.BrokeGlass);
        Broken(People.Coordinator, state).ShouldBe(Relation.BrokeGlass);
        Broken(People.Duty, state).ShouldBe(Relation.Reads);
    }

    [Fact]
    [Trait("Rule", "R15")]
    [Trait("Rule", "R17")]
    public void A_broken_glass_opens_nothing_to_its_raiser_nor_to_somebody_with_a_conflict()
    {
        var state = Scenario.Raised().State;
        Broken(People.Raiser, state).ShouldBe(Relation.Raiser);
        EscalationAccess.Of(People.OtherSenior, state, [People.OtherSenior.Person], isGlassBroken: true)
            .ShouldBe(Relation.None);
        Broken(People.OtherSenior, Escalation.NotRaised).ShouldBe(Relation.None);
    }

    [Fact]
    [Trait("Rule", "R17")]
    public void What_the_rules_of_reading_know_of_it_is_whose_it_is_and_from_whom_it_is_kept()
    {
        var state = Scenario.Acknowledged().State;
        var facts = EscalationAccess.FactsFor(People.OtherSenior, state, [People.Senior.Person]);
        (facts.Owner, facts.CallerReads).ShouldBe((state.Owner, false));
        facts.OwnOf.ShouldBe([People.Raiser.Person]);
        facts.Conflicted.ShouldBe([People.Senior.Person]);
        EscalationAccess.FactsFor(People.Duty, state, []).CallerReads.ShouldBeTrue();
    }

    [Fact]
    public void Before_it_was_raised_there_is_nothing_to_see() =>
        Of(People.Coordinator, Escalation.NotRaised).ShouldBe(Relation.None);

    [Fact]
    public void Reading_is_more_than_seeing_the_state()
    {
        var state = Scenario.Raised().State;
        EscalationAccess.MayRead(People.Duty, state, []).ShouldBeTrue();
        EscalationAccess.MaySeeState(People.Duty, state, []).ShouldBeTrue();
        EscalationAccess.MayRead(People.Coordinator, state, []).ShouldBeFalse();
        EscalationAccess.MaySeeState(People.Coordinator, state, []).ShouldBeTrue();
    }

    private static Relation Broken(Caller caller, Escalation state) =>
        EscalationAccess.Of(caller, state, [], isGlassBroken: true);

    private static Relation Of(Caller caller, Escalation state) => EscalationAccess.Of(caller, state, []);
}
