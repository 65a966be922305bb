using Safeguard.Domain.Escalations;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;
using static Safeguard.Domain.Tests.Wexcombe;

namespace Safeguard.Domain.Tests.Programmes;

/// <summary>The directory from which every decision looks up whom it is about.</summary>
public sealed class InstitutionTests
{
    [Fact]
    public void It_knows_who_somebody_is()
    {
        var ida = University.Person(Ida)!;
        ida.ShouldBe(new PersonFacts(Ida, ida.Roles, PersonStatus.Active)
        {
            Name = "Name of ida",
            OwnPanel = Alder,
            Group = G1,
            Supervisor = Sue,
        });
        University.Person(Tom)!.Status.ShouldBe(PersonStatus.InTraining);
        University.Person(Vera)!.Status.ShouldBe(PersonStatus.Active);
        University.Person(new PersonId("nobody")).ShouldBeNull();
        University.Everybody.Select(person => person.Id.Value)
            .ShouldBe(["adam", "cass", "ida", "otto", "sue", "tom", "vera"]);
    }

    [Fact]
    [Trait("Rule", "R10")]
    public void The_supervisor_is_the_groups_and_without_one_the_trainer()
    {
        University.Person(Ida)!.Supervisor.ShouldBe(Sue);
        University.Person(Tom)!.Supervisor.ShouldBe(Sue);
        University.Person(Vera)!.Supervisor.ShouldBeNull();
        var changed = University.After(new SupervisorAssigned(G1, Otto));
        changed.Person(Ida)!.Supervisor.ShouldBe(Otto);
        University.After(new SupervisionGroupAssigned(Tom, new GroupId("g99"), null))
            .Person(Tom)!.Supervisor.ShouldBe(Sue);
    }

    [Fact]
    [Trait("Rule", "R13")]
    public void Of_two_panels_the_first_is_the_own_one_and_a_leaver_keeps_it()
    {
        var two = University.After(new RoleGranted(Ida, Role.Supporter, Law));
        two.Person(Ida)!.OwnPanel.ShouldBe(Alder);
        two.After(new RoleRevoked(Ida, Role.Supporter, Alder)).Person(Ida)!.OwnPanel.ShouldBe(Law);
        two.After(new PersonLeft(Ida)).Person(Ida)!.OwnPanel.ShouldBe(Alder);
    }

    [Fact]
    [Trait("Rule", "R1")]
    public void A_leaver_may_still_raise_for_a_year_and_holds_no_role()
    {
        var gone = University.At(Noon, new PersonLeft(Ida));
        gone.Person(Ida)!.LeftAt.ShouldBe(Noon);
        gone.Caller(Ida, Noon.AddDays(365))!.Roles.ShouldBeEmpty();
        gone.Caller(Ida, Noon.AddDays(365).AddMilliseconds(1)).ShouldBeNull();
        gone.After(new PersonReturned(Ida)).Caller(Ida, Noon.AddYears(3)).ShouldNotBeNull();
        University.Caller(new PersonId("nobody"), Noon).ShouldBeNull();
        University.Caller(Vera, Noon)!.Is(Role.SeniorMember, Alder).ShouldBeTrue();
    }

    [Fact]
    public void A_role_is_held_from_its_grant_to_its_end()
    {
        University.SeniorMembersOf(Alder).ShouldBe([Otto, Vera]);
        University.SeniorMembersOf(Law).ShouldBeEmpty();
        University.Coordinators.ShouldBe([Cass]);
        University.CountOf(Role.Administrator).ShouldBe(1);
        var changed = University.After(
            new RoleRevoked(Otto, Role.SeniorMember, Alder), new RoleGranted(Sue, Role.SeniorMember, Panel: null));
        changed.SeniorMembersOf(Alder).ShouldBe([Sue, Vera]);
        changed.SeniorMembersOf(Law).ShouldBe([Sue]);
        changed.After(new PersonLeft(Vera), new PersonLeft(Cass)).SeniorMembersOf(Alder).ShouldBe([Sue]);
        changed.After(new PersonLeft(Cass)).Coordinators.ShouldBeEmpty();
        University.After(new RoleGranted(Vera, Role.SeniorMember, Alder)).Person(Vera)!.Roles.Count.ShouldBe(1);
    }

    [Fact]
    [Trait("Rule", "R15")]
    public void A_conflict_excludes_until_it_ends_and_between_people_both_ways()
    {
        var towardsIda = Declared(Vera, 1, new(Ida, Escalation: null, CaseFile: null));
        towardsIda.ConflictsTowards(Ida, null, null).ShouldBe([Vera]);
        towardsIda.ConflictsTowards(Vera, null, null).ShouldBe([Ida]);
        towardsIda.ConflictsTowards(Tom, Id(9), "WX-7K3M").ShouldBeEmpty();
        towardsIda.After(new ConflictEnded(Vera, Id(1))).ConflictsTowards(Ida, null, null).ShouldBeEmpty();
        Declared(Otto, 2, new(null, Id(9), null)).ConflictsTowards(Tom, Id(9), null).ShouldBe([Otto]);
        Declared(Otto, 2, new(null, Id(9), null)).ConflictsTowards(Tom, null, null).ShouldBeEmpty();
        Declared(Otto, 3, new(null, null, "WX-7K3M")).ConflictsTowards(Tom, null, "WX-7K3M").ShouldBe([Otto]);
        Declared(Otto, 3, new(null, null, "WX-7K3M")).ConflictsTowards(Tom, null, null).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R1")]
    public void What_is_so_about_a_raiser_is_a_fact_and_never_a_refusal()
    {
        var covered = University.After(
            Shift(1, Vera, Noon.AddHours(-1), Noon.AddHours(1)));
        covered.RaiserFacts(Ida, Alder, Noon).ShouldBeEmpty();
        covered.RaiserFacts(Tom, null, Noon).ShouldBe(["raiser.trainee"]);
        University.RaiserFacts(Ida, Alder, Noon).ShouldBe(["cover.gap"]);
        University.RaiserFacts(Cass, null, Noon).ShouldBeEmpty();
        covered.After(new LeaveStarted(Ida), new StoodDown(Ida), new Suspended(Ida, Reason: null), new PersonLeft(Ida))
            .RaiserFacts(Ida, Alder, Noon)
            .ShouldBe(["raiser.onLeave", "raiser.stoodDown", "raiser.suspended", "raiser.left"]);
        covered.RaiserFacts(new PersonId("nobody"), null, Noon).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void Whom_an_escalation_can_reach_is_looked_up_for_its_panel_and_raiser()
    {
        var covered = Declared(Otto, 1, new(Ida, null, null)).After(
            Shift(1, Vera, Noon.AddHours(-1), Noon.AddHours(1)),
            Shift(2, Otto, Noon.AddHours(-1), Noon.AddHours(1), Duty.Deputy));
        var cover = covered.CoverFor(Alder, Ida, Id(9), caseFile: null, Noon);
        (cover.DutyFirst, cover.DutyDeputy, cover.RaisersSupervisor, cover.NextSupervision)
            .ShouldBe((Vera, Otto, Sue, null));
        cover.SeniorMembers.ShouldBe([Otto, Vera]);
        cover.Coordinators.ShouldBe([Cass]);
        cover.Conflicted.ShouldBe([Otto]);
    }

    [Fact]
    [Trait("Rule", "R5")]
    public void Without_a_panel_and_without_a_supervisor_the_coordinators_are_left()
    {
        var cover = University.CoverFor(panel: null, Cass, escalation: null, caseFile: null, Noon);
        (cover.DutyFirst, cover.DutyDeputy, cover.RaisersSupervisor).ShouldBe((null, null, null));
        cover.SeniorMembers.ShouldBeEmpty();
        cover.Coordinators.ShouldBe([Cass]);
        University.After(new PersonLeft(Sue)).CoverFor(Alder, Ida, null, null, Noon).RaisersSupervisor.ShouldBeNull();
        University.CoverFor(Alder, new PersonId("nobody"), null, null, Noon).RaisersSupervisor.ShouldBeNull();
    }

    [Fact]
    public void The_directory_leaves_out_what_is_closed_or_withdrawn()
    {
        var security = new ServiceEntry(
            "Campus Security", ServiceKind.Professional, Inside: true, "01632 960010", "always", Urgent: true);
        var outside = security with { Name = "Acme Security", Inside = false };
        var listed = University.After(
            new ServiceListed("campus-security", security), new ServiceListed("acme-security", outside),
            new TermDatesSet("Hilary", new(2027, 1, 17), new(2027, 3, 13)),
            new TermDatesSet("Michaelmas", new(2026, 10, 11), new(2026, 12, 5)));
        listed.EmergencyNumbers.ShouldBe(
        [
            new("Emergency services", "999"), new("Campus Security", "01632 960010"), new("Samaritans", "116 123"),
        ]);
        listed.Terms.Select(term => term.Name).ShouldBe(["Michaelmas", "Hilary"]);
        var less = listed.After(new ServiceWithdrawn("campus-security"), new PanelClosed(Law));
        less.Services.Select(service => service.Id).ShouldBe(["acme-security"]);
        less.EmergencyNumbers.Select(number => number.Number).ShouldBe(["999", "116 123"]);
        less.Panels.Select(panel => panel.Id).ShouldBe([Alder]);
    }

    [Fact]
    public void A_sign_in_leads_to_its_person()
    {
        var linked = University.After(new SignInLinked(Ida, "https://idp.example", "u-77"));
        linked.PersonBySignIn("https://idp.example", "u-77").ShouldBe(Ida);
        linked.PersonBySignIn("https://other.example", "u-77").ShouldBeNull();
    }

    [Fact]
    public void An_event_of_another_kind_changes_nothing()
    {
        var released = new AcknowledgementReleased(Vera, Reason: null, Cass);
        University.Apply((object)released, Stamp(Noon)).ShouldBeSameAs(University);
    }

    [Fact]
    public void Folding_the_same_events_gives_the_same_answers_wherever_it_starts()
    {
        object[] events = [Shift(1, Vera, Noon, Noon.AddHours(2)), new LeaveStarted(Ida), new PersonLeft(Otto)];
        var whole = University.After(events);
        var inParts = events.Aggregate(University, (before, happened) => before.After(happened));
        whole.Everybody.Select(person => (person.Id, person.Status))
            .ShouldBe(inParts.Everybody.Select(person => (person.Id, person.Status)));
        whole.DutyAt(Alder, Noon).ShouldBe(inParts.DutyAt(Alder, Noon));
        University.Person(Otto)!.Status.ShouldBe(PersonStatus.Active, "a fold leaves what it started from as it was");
    }

    private static Institution Declared(PersonId person, int id, ConflictTowards towards) =>
        University.After(new ConflictDeclared(person, Id(id), towards, ConflictGround.Tutor, Note: null));
}
