using Safeguard.Api.Import;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Tests.Import;

/// <summary>One whole university with all the mess that its office exports.</summary>
public sealed class WexcombeTests
{
    [Fact]
    public async Task Every_row_becomes_the_events_that_it_means()
    {
        var (appends, report) = ImportPlan.For(await Office.Wexcombe(), Institution.Empty, Office.Noon);
        report.Bad.ShouldBeEmpty();
        var counts = appends.SelectMany(append => append.Events)
            .CountBy(planned => planned.Event.GetType().Name).ToDictionary(StringComparer.Ordinal);
        counts.ShouldBe(
            new Dictionary<string, int>(StringComparer.Ordinal)
            {
                [nameof(ProgrammeStarted)] = 1,
                [nameof(PanelFormed)] = 46,
                [nameof(TermDatesSet)] = 6,
                [nameof(ServiceListed)] = 18,
                [nameof(PersonAdded)] = 643,
                [nameof(RoleGranted)] = 667,
                [nameof(PersonLeft)] = 15,
                [nameof(GroupFormed)] = 21,
                [nameof(SupervisorAssigned)] = 21,
                [nameof(SupporterEnrolled)] = 542,
                [nameof(SupporterActivated)] = 400,
                [nameof(SupervisionGroupAssigned)] = 400,
                [nameof(MemberJoined)] = 385,
                [nameof(LeaveStarted)] = 17,
                [nameof(StoodDown)] = 5,
                [nameof(SupporterLeft)] = 15,
                [nameof(ShiftPlanned)] = 773,
                [nameof(SessionScheduled)] = 336,
                [nameof(SessionCancelled)] = 15,
                [nameof(RegisterTaken)] = 300,
                [nameof(SupervisionAttended)] = 3592,
                [nameof(SupervisionMadeUp)] = 200,
                [nameof(SupervisionMissed)] = 729,
            },
            ignoreOrder: true);
    }

    [Fact]
    public async Task The_report_counts_every_file()
    {
        var report = ImportPlan.For(await Office.Wexcombe(), Institution.Empty, Office.Noon).Report;
        report.Files.ShouldBe(
        [
            new FileCount("panels.csv", 46),
            new FileCount("terms.csv", 6),
            new FileCount("services.csv", 18),
            new FileCount("people.csv", 643),
            new FileCount("rota.csv", 773),
            new FileCount("supervision.csv", 4557),
        ]);
        report.Remarks.ShouldBeEmpty();
        report.Changes.ShouldContain(new ChangeCount("people added", 643));
        report.ToText().ShouldContain("people added: 643");
    }

    [Fact]
    public async Task Everyone_stands_where_their_registers_put_them()
    {
        var (institution, _) = Institution.Empty.Import(await Office.Wexcombe());
        institution.Supporters.Where(known => known.Value.ActiveSince is not null)
            .CountBy(known => institution.StandingAt(known.Key, Office.Noon).Standing)
            .ToDictionary()
            .ShouldBe(
                new Dictionary<Standing, int>
                {
                    [Standing.Current] = 249,
                    [Standing.DueSoon] = 74,
                    [Standing.Overdue] = 11,
                    [Standing.Lapsed] = 29,
                    [Standing.OnLeave] = 17,
                    [Standing.StoodDown] = 5,
                    [Standing.Left] = 15,
                },
                ignoreOrder: true);
    }

    [Fact]
    public async Task The_same_import_twice_changes_nothing()
    {
        var files = await Office.Wexcombe();
        var (institution, _) = Institution.Empty.Import(files);
        var (appends, report) = ImportPlan.For(files, institution, Office.Noon.AddMinutes(5));
        appends.ShouldBeEmpty();
        report.Changes.ShouldBeEmpty();
        report.Remarks.ShouldBeEmpty();
        report.ToText().ShouldContain("Nothing is new.");
    }

    [Fact]
    public async Task Who_somebody_is_can_be_looked_up_afterwards()
    {
        var (institution, _) = Institution.Empty.Import(await Office.Wexcombe());
        var supporter = institution.Person(new PersonId("we0259"))!;
        supporter.Status.ShouldBe(PersonStatus.Left);
        supporter.OwnPanel.ShouldBe(new PanelId("linden-college"));
        var trainee = institution.Person(new PersonId("we0502"))!;
        trainee.Status.ShouldBe(PersonStatus.InTraining);
        trainee.Supervisor.ShouldBe(new PersonId("we0001"));
        institution.Person(new PersonId("we0102"))!.Supervisor.ShouldBe(new PersonId("we0004"));
        institution.Person(new PersonId("we0092"))!.Name.ShouldBe("Elif Nakamura");
        institution.Coordinators.Count.ShouldBe(3);
        institution.EmergencyNumbers.Select(number => number.Number)
            .ShouldBe(["999", "01632 960010", "116 123"]);
    }

    [Fact]
    [Trait("Rule", "R12")]
    public async Task Duty_and_gaps_can_be_looked_up_across_the_clock_change()
    {
        var (institution, _) = Institution.Empty.Import(await Office.Wexcombe());
        var alder = new PanelId("alder-college");
        var inSummerTime = institution.DutyAt(alder, Utc(10, 16, 17, 0));
        (inSummerTime.First, inSummerTime.Deputy).ShouldBe((new PersonId("we0015"), new PersonId("we0014")));
        institution.DutyAt(alder, Utc(10, 16, 16, 59)).First.ShouldBe(new PersonId("we0014"));
        institution.Gaps(alder, Utc(10, 20, 0, 0), Utc(11, 1, 0, 0)).ShouldBe(
        [
            new CoverGap(alder, Duty.First, Utc(10, 23, 17, 0), Utc(10, 30, 18, 0)),
            new CoverGap(alder, Duty.Deputy, Utc(10, 30, 18, 0), Utc(11, 6, 18, 0)),
        ]);
        institution.DutyAt(alder, Utc(10, 27, 0, 0)).Until.ShouldBe(Utc(10, 30, 18, 0));
    }

    [Fact]
    public async Task What_happened_is_dated_by_its_row_and_never_later_than_the_import()
    {
        var (appends, _) = ImportPlan.For(await Office.Wexcombe(), Institution.Empty, Office.Noon);
        var all = appends.SelectMany(append => append.Events).ToList();
        all.ShouldAllBe(planned => planned.OccurredAt <= Office.Noon);
        all.Single(planned => planned.Event is PersonAdded { Person.Value: "we0123" }).OccurredAt
            .ShouldBe(new DateTimeOffset(2026, 3, 9, 0, 0, 0, TimeSpan.Zero));
        all.Single(planned => planned.Event is LeaveStarted { Supporter.Value: "we0123" }).OccurredAt
            .ShouldBe(Office.Noon);
        all.Where(planned => planned.Event is PersonLeft).ShouldAllBe(planned => planned.OccurredAt == Office.Noon);
    }

    [Fact]
    public async Task One_import_stays_within_what_the_log_takes_at_once()
    {
        var (_, events) = Institution.Empty.Import(await Office.Wexcombe());
        events.ShouldBe(9147);
        events.ShouldBeLessThan(Safeguard.EventStore.StoreLimits.MaxEventsPerCommand);
    }

    private static DateTimeOffset Utc(int month, int day, int hour, int minute) =>
        new(2026, month, day, hour, minute, 0, TimeSpan.Zero);
}
