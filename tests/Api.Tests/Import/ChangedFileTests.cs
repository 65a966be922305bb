using Safeguard.Api.Import;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Import;

/// <summary>A changed file adds what has never been so, and undoes nobody's decision.</summary>
public sealed class ChangedFileTests
{
    private static readonly PanelId Law = new("law");

    private static readonly (string Name, string Text)[] Files =
    [
        ("panels.csv", "panel,kind\nLaw,department\nPhysics,department\n"),
        ("terms.csv", "term,start,end\nAutumn,2026-10-11,2026-12-05\n"),
        ("services.csv", "service,kind,contact,opens,urgent\nNightline,student group,01632 960003,,no\n"),
        ("people.csv", "person_id,name,email,phone,role,panel,group,trained_by,status,since\n"
            + "S1,Sue Pervisor,s1@x.example,,supervisor,,G1|G2,,active,2019-09-01\n"
            + "C1,Co Ordinator,,,coordinator,,,,active,2019-09-01\n"
            + "M1,Em One,,,senior_member,Law,,,active,2019-09-01\n"
            + "M2,Em Two,,,senior_member,Law,,,active,2019-09-01\n"
            + "V1,Vol One,,,supporter,Law,G1,S1,active,2025-09-01\n"
            + "T1,Tray Nee,,,trainee,Law,,S1,in_training,2026-10-14\n"),
        ("rota.csv", "panel,starts,ends,person_id,duty\n"
            + "Law,2026-11-13T18:00,2026-11-20T18:00,M1,first\n"
            + "Law,2026-11-20T18:00,2026-11-27T18:00,M2,first\n"
            + "Law,2026-11-27T18:00,2026-12-04T18:00,M1,first\n"),
    ];

    private static readonly Institution Before = Institution.Empty.Import(Office.Files(Files)).After;

    [Fact]
    public void A_new_person_a_new_role_and_a_new_shift_are_added()
    {
        Changed(Before, ("M1,Em One,,,senior_member,Law,", "M1,Em One,,,senior_member,Law|Physics,"))
            .ShouldBe([new RoleGranted(new PersonId("m1"), Role.SeniorMember, new PanelId("physics"))]);
        Changed(Before, ("T1,Tray", "V2,Vol Two,,,supporter,Law,G2,S1,active,2026-11-01\nT1,Tray"))
            .Select(happened => happened.GetType().Name).ShouldBe(
            [
                nameof(PersonAdded), nameof(RoleGranted), nameof(SupporterEnrolled), nameof(SupporterActivated),
                nameof(SupervisionGroupAssigned), nameof(MemberJoined),
            ]);
        Changed(Before, ("Law,2026-11-27T18:00,2026-12-04T18:00,M1,first\n",
                "Law,2026-11-27T18:00,2026-12-04T18:00,M1,first\nLaw,2026-11-27T18:00,2026-12-04T18:00,M2,deputy\n"))
            .ShouldHaveSingleItem().ShouldBeOfType<ShiftPlanned>().Person.ShouldBe(new PersonId("m2"));
    }

    [Fact]
    public void Term_dates_services_and_personal_details_are_as_the_file_says()
    {
        Changed(Before, ("2026-12-05", "2026-12-12"))
            .ShouldBe([new TermDatesSet("Autumn", new DateOnly(2026, 10, 11), new DateOnly(2026, 12, 12))]);
        Changed(Before, ("01632 960003,,no", "01632 960004,,yes"))
            .ShouldHaveSingleItem().ShouldBeOfType<ServiceChanged>().Entry.Contact.ShouldBe("01632 960004");
        Changed(Before, ("Em One,,", "Em One,m1@x.example,"))
            .ShouldHaveSingleItem().ShouldBeOfType<PersonDetailsCorrected>().Email!.Text.ShouldBe("m1@x.example");
    }

    [Fact]
    public void A_trainee_who_became_a_supporter_is_activated()
    {
        var (after, _) = Before.Import(With(("T1,Tray Nee,,,trainee,Law,,S1,in_training,2026-10-14",
            "T1,Tray Nee,,,supporter,Law,G2,S1,active,2026-11-19")));
        var person = after.Person(new PersonId("t1"))!;
        person.Roles.ShouldBe([new RoleGrant(Role.Supporter, Law)]);
        (person.Status, person.Group).ShouldBe((PersonStatus.Active, new GroupId("g2")));
    }

    [Fact]
    public void Another_group_is_a_move()
    {
        Changed(Before, (",Law,G1,S1,", ",Law,G2,S1,")).ShouldBe(
        [
            new SupervisionGroupAssigned(new PersonId("v1"), new GroupId("g2"), Reason: null),
            new MemberLeft(new GroupId("g1"), new PersonId("v1")),
            new MemberJoined(new GroupId("g2"), new PersonId("v1")),
        ], ignoreOrder: true);
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void Somebody_who_left_leaves_every_stream_at_once()
    {
        Changed(Before, ("S1,active,2025-09-01", "S1,left,2025-09-01")).ShouldBe(
        [
            new PersonLeft(new PersonId("v1")),
            new MemberLeft(new GroupId("g1"), new PersonId("v1")),
            new SupporterLeft(new PersonId("v1")),
        ], ignoreOrder: true);
        var after = Before.Import(With(
            ("M1,Em One,,,senior_member,Law,,,active", "M1,Em One,,,senior_member,Law,,,left"))).After;
        after.DutyAt(Law, Office.Noon).First.ShouldBeNull();
        after.Rotas[Law].First.Select(shift => shift.Planned.Value).ShouldBe(["m1", "m2"]);
    }

    [Fact]
    [Trait("Rule", "R12")]
    public void Another_person_on_a_shift_to_come_is_cover()
    {
        var change = ("2026-12-04T18:00,M1", "2026-12-04T18:00,M2");
        var (after, events) = Before.Import(With(change));
        events.ShouldBe(1);
        after.DutyAt(Law, Office.Noon.AddDays(10)).First.ShouldBe(new PersonId("m2"));
        after.Import(With(change)).Events.ShouldBe(0);
        after.Import(With()).Events.ShouldBe(0, "the old file must not undo the cover");
    }

    [Fact]
    [Trait("Rule", "R2")]
    public void What_somebody_has_decided_since_is_not_undone_by_an_old_file()
    {
        var shift = Before.Rotas[Law].First[2];
        var decided = Before
            .Told(new RoleRevoked(new PersonId("v1"), Role.Supporter, Law))
            .Told(new PersonLeft(new PersonId("m2")))
            .Told(new SupervisorAssigned(new GroupId("g1"), new PersonId("c1")))
            .Told(new ServiceWithdrawn("nightline"))
            .Told(new PanelClosed(new PanelId("physics")))
            .Told(new ShiftRemoved(Law, shift.Id, shift.Starts));
        var (appends, report) = ImportPlan.For(With(), decided, Office.Noon);
        appends.ShouldBeEmpty();
        report.Bad.ShouldBeEmpty();
        report.Remarks.Select(remark => (remark.File, remark.Line)).ShouldBe(
        [
            ("panels.csv", 3), ("services.csv", 2), ("people.csv", 2), ("people.csv", 5), ("people.csv", 6),
            ("rota.csv", 4),
        ]);
    }

    [Fact]
    [Trait("Rule", "R2")]
    public void A_status_that_ended_or_was_given_since_is_not_undone_by_an_old_file()
    {
        var (onLeave, _) = Before.Import(With(("S1,active,2025-09-01", "S1,on_leave,2025-09-01")));
        onLeave.Person(new PersonId("v1"))!.Status.ShouldBe(PersonStatus.OnLeave);
        onLeave.Import(With()).Events.ShouldBe(0);
        var back = onLeave.Told(new LeaveEnded(new PersonId("v1")));
        back.Import(With(("S1,active,2025-09-01", "S1,on_leave,2025-09-01"))).Events.ShouldBe(0);
        back.Person(new PersonId("v1"))!.Status.ShouldBe(PersonStatus.Active);
    }

    [Fact]
    public void A_row_that_is_gone_takes_nothing_away()
    {
        ImportPlan.For(Office.Files(Files[0], Files[4]), Before, Office.Noon).Report.Bad.ShouldBeEmpty();
        Changed(Before, ("V1,Vol One,,,supporter,Law,G1,S1,active,2025-09-01\n", "")).ShouldBeEmpty();
    }

    [Fact]
    [Trait("Rule", "R4")]
    public void The_last_coordinator_does_not_leave_by_a_file()
    {
        var (appends, report) = ImportPlan.For(
            With(("coordinator,,,,active", "coordinator,,,,left")), Before, Office.Noon);
        appends.ShouldBeEmpty();
        report.Remarks.ShouldHaveSingleItem().Line.ShouldBe(3);
    }

    [Fact]
    [Trait("Rule", "R12")]
    public void A_shift_that_would_overlap_one_on_the_rota_is_a_bad_row()
    {
        var report = ImportPlan.For(
            Office.Files(("rota.csv", "panel,starts,ends,person_id,duty\n"
                + "Law,2026-11-26T18:00,2026-11-28T18:00,M1,first\n")),
            Before,
            Office.Noon).Report;
        report.Bad.ShouldHaveSingleItem().Why.ShouldContain("planned at that time");
    }

    private static List<object> Changed(Institution institution, params (string From, string To)[] changes)
    {
        var (appends, report) = ImportPlan.For(With(changes), institution, Office.Noon);
        report.Bad.ShouldBeEmpty();
        return [.. appends.SelectMany(append => append.Events).Select(planned => planned.Event)];
    }

    private static ImportFiles With(params (string From, string To)[] changes)
    {
        var files = Files.Select(file => (file.Name, Text: changes.Aggregate(
            file.Text, (text, change) => text.Replace(change.From, change.To)))).ToArray();
        foreach (var (_, to) in changes.Where(change => change.To.Length > 0))
            files.ShouldContain(file => file.Text.Contains(to, StringComparison.Ordinal));
        return Office.Files(files);
    }
}
