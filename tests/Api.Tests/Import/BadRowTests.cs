using Safeguard.Api.Import;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Tests.Import;

/// <summary>Any bad row and nothing is imported; every one is reported, where it is and why.</summary>
public sealed class BadRowTests
{
    [Fact]
    public async Task Wexcombe_with_one_bad_row_of_each_kind_imports_nothing_and_names_every_row()
    {
        var good = await ImportDirectory.ReadAsync(Office.WexcombeDirectory, TestContext.Current.CancellationToken);
        var broken = new ImportSource([.. good.Files.Select(Broken)], [], []);
        var (appends, report) = ImportPlan.For(ImportFiles.Parse(broken), Institution.Empty, Office.Noon);
        appends.ShouldBeEmpty();
        report.Bad.Select(bad => (bad.File, bad.Line, bad.Column, bad.Value)).ShouldBe(
        [
            ("panels.csv", 48, "panel", "alder-college"),
            ("panels.csv", 49, "kind", "coven"),
            ("terms.csv", 8, "end", "10/10/2027"),
            ("terms.csv", 9, "start", "31/02/2028"),
            ("terms.csv", 10, "start", null),
            ("services.csv", 20, "kind", "amateur"),
            ("services.csv", 21, "contact", ""),
            ("people.csv", 645, "person_id", "we0001"),
            ("people.csv", 646, "name", null),
            ("people.csv", 647, "role", "wizard"),
            ("people.csv", 648, "panel", "atlantis"),
            ("people.csv", 649, "group", "g99"),
            ("people.csv", 650, "trained_by", "we7777"),
            ("people.csv", 651, "status", "asleep"),
            ("people.csv", 652, "since", "2026-13-01"),
            ("people.csv", 653, "email", null),
            ("people.csv", 654, null, null),
            ("people.csv", 655, "status", "active"),
            ("people.csv", 656, "person_id", "SYSTEM"),
            ("people.csv", 657, "group", "g01"),
            ("rota.csv", 775, "panel", "atlantis"),
            ("rota.csv", 776, "person_id", "we9999"),
            ("rota.csv", 777, "ends", "2026-12-11T18:00"),
            ("rota.csv", 778, "starts", null),
            ("rota.csv", 779, "duty", "third"),
            ("rota.csv", 780, "starts", "soon"),
            ("rota.csv", 781, "person_id", "we0018"),
            ("rota.csv", 782, "ends", "2028-12-18T18:00"),
            ("supervision.csv", 4618, "group", "g98"),
            ("supervision.csv", 4619, "person_id", "we9998"),
            ("supervision.csv", 4620, "attendance", "dozed"),
            ("supervision.csv", 4621, "person_id", ""),
            ("supervision.csv", 4622, "person_id", "WE0185"),
            ("supervision.csv", 4623, null, null),
        ]);
        report.ToText().ShouldContain("people.csv, line 652, since \"2026-13-01\": This is not a date.");
        report.ToText().ShouldContain("Nothing was imported: 34 to put right first.");
    }

    [Theory]
    [InlineData("Person_ID;Name;Email;Phone;Role;Panel;Group;Trained by;Status", "since")]
    [InlineData("person_id;name;name;email;phone;role;panel;group;trained_by;status;since", "name")]
    public void A_heading_that_cannot_be_used_is_a_bad_row(string heading, string column)
    {
        var report = Report(("people.csv", heading + "\nWE0001;Private Person\n"));
        var bad = report.Bad.ShouldHaveSingleItem();
        (bad.Line, bad.Column).ShouldBe((1, column));
    }

    [Fact]
    public void An_empty_file_is_a_bad_row()
    {
        Report(("panels.csv", "")).Bad.ShouldHaveSingleItem().Why.ShouldStartWith("The file is empty");
    }

    [Fact]
    public void A_quotation_mark_that_never_ends_is_reported_where_it_begins()
    {
        var bad = Report(("panels.csv", "panel,kind\nLaw,department\n\"Physics,department\nMaths,department\n"))
            .Bad.ShouldHaveSingleItem();
        (bad.Line, bad.Value).ShouldBe((3, null));
    }

    [Fact]
    public void Lines_are_counted_through_quoted_line_ends_and_empty_lines()
    {
        var report = Report(("panels.csv", "panel,kind\r\n\"Two\r\nLines\",college\r\n\r\n,\r\nLaw,tribe\r\n"));
        report.Bad.ShouldHaveSingleItem().Line.ShouldBe(6);
    }

    [Fact]
    public void A_personal_value_is_never_repeated_not_even_from_the_wrong_column()
    {
        const string Heading = "person_id,name,email,phone,role,panel,group,trained_by,status,since\n";
        var report = Report(("people.csv", Heading
            + "WE0001,Private Person,not an address,07700 900999,private@canary.example,,,,07700 900999,canary day\n"
            + "WE0002,,canary.example,,coordinator,,,,active,2020-01-01\n"));
        report.BadCount.ShouldBe(4);
        foreach (var secret in new[] { "Private", "not an address", "900999", "canary.example" })
        {
            report.ToText().ShouldNotContain(secret);
            report.ToJson().ShouldNotContain(secret);
        }
    }

    [Fact]
    public void One_fault_is_reported_once_and_not_at_every_mention()
    {
        var report = Report(
            ("panels.csv", "panel,kind\nLaw,departement\n"),
            ("people.csv", "person_id,name,email,phone,role,panel,group,trained_by,status,since\n"
                + "WE0001,A,,,senior_member,Law,,,active,soon\nWE0002,B,,,supervisor,,G1,,active,never\n"
                + "WE0003,C,,,supporter,Law,G1,WE0002,active,2020-01-01\n"),
            ("rota.csv", "panel,starts,ends,person_id,duty\n"
                + "Law,2026-11-20T18:00,2026-11-27T18:00,WE0001,first\n"));
        report.Bad.Select(bad => (bad.File, bad.Line))
            .ShouldBe([("panels.csv", 2), ("people.csv", 2), ("people.csv", 3)]);
    }

    [Fact]
    public void Text_that_cannot_be_stored_is_a_bad_row()
    {
        Report(("panels.csv", "panel,kind\nLa\u0000w,department\n")).Bad.ShouldHaveSingleItem()
            .Column.ShouldBe("panel");
        Report(("panels.csv", $"panel,kind\n{new string('x', ImportLimits.MaxFieldLength + 1)},department\n"))
            .Bad.ShouldHaveSingleItem().Why.ShouldContain("2000 characters");
    }

    [Fact]
    public void More_rows_than_any_office_has_are_not_read()
    {
        var rows = string.Concat(Enumerable.Range(0, ImportLimits.MaxRows + 1).Select(row => $"Panel {row},college\n"));
        var report = Report(("panels.csv", "panel,kind\n" + rows));
        report.Bad.ShouldHaveSingleItem().Why.ShouldContain("50000 rows");
        report.Files.ShouldHaveSingleItem().Rows.ShouldBe(0);
    }

    [Fact]
    public void The_report_lists_so_many_and_says_how_many_more_there_are()
    {
        var rows = string.Concat(Enumerable.Range(0, ImportLimits.MaxListed + 7).Select(row => $"Panel {row},coven\n"));
        var report = Report(("panels.csv", "panel,kind\n" + rows));
        report.Bad.Count.ShouldBe(ImportLimits.MaxListed);
        report.BadCount.ShouldBe(ImportLimits.MaxListed + 7);
        report.ToText().ShouldContain("… and 7 more.");
    }

    private static ImportReport Report(params (string, string)[] files) =>
        ImportPlan.For(Office.Files(files), Institution.Empty, Office.Noon).Report;

    private static ImportFile Broken(ImportFile file) => file with { Text = file.Text + Extra(file.Name) };

    private static string Extra(string name) => name switch
    {
        "panels.csv" => "ALDER college,college\r\nLaw Society,coven\r\n",
        "terms.csv" => "Backwards 2027,11/10/2027,10/10/2027\nNever 2028,31/02/2028,01/04/2028\n"
            + "Michaelmas again,01/12/2026,31/12/2026\n",
        "services.csv" => "Ghost Line,amateur,none,,no\nSilent Line,\"professional, inside\",,,no\n",
        "people.csv" => "WE0001;Dup Licate;;;coordinator;;;;active;2020-01-01\r\n"
            + "WE7002;;;;coordinator;;;;active;2020-01-01\r\n"
            + "WE7003;C;;;wizard;;;;active;2020-01-01\r\n"
            + "WE7004;D;;;senior_member;Atlantis;;;active;2020-01-01\r\n"
            + "WE7005;E;;;supporter;Law;G99;WE0001;active;2020-01-01\r\n"
            + "WE7006;F;;;supporter;Law;G01;WE7777;active;2020-01-01\r\n"
            + "WE7007;G;;;coordinator;;;;asleep;2020-01-01\r\n"
            + "WE7008;H;;;coordinator;;;;active;2026-13-01\r\n"
            + "WE7009;I;nowhere;;coordinator;;;;active;2020-01-01\r\n"
            + "WE7010;J;K;;;;coordinator;;;;active;2020-01-01\r\n"
            + "WE7011;L;;;trainee;Law;;WE0001;active;2020-01-01\r\n"
            + "SYSTEM;M;;;coordinator;;;;active;2020-01-01\r\n"
            + "WE7013;N;;;supervisor;;G01;;active;2020-01-01\r\n",
        "rota.csv" => "Atlantis\t2026-12-11T18:00\t2026-12-18T18:00\tWE0014\tfirst\n"
            + "Alder College\t2026-12-11T18:00\t2026-12-18T18:00\tWE9999\tfirst\n"
            + "Alder College\t2026-12-18T18:00\t2026-12-11T18:00\tWE0014\tfirst\n"
            + "Alder College\t2026-11-23T18:00\t2026-11-24T18:00\tWE0015\tfirst\n"
            + "Alder College\t2026-12-11T18:00\t2026-12-18T18:00\tWE0014\tthird\n"
            + "Alder College\tsoon\t2026-12-18T18:00\tWE0014\tfirst\n"
            + "Alder College\t2026-12-18T18:00\t2026-12-25T18:00\tWE0018\tdeputy\n"
            + "Alder College\t2026-12-11T18:00\t2028-12-18T18:00\tWE0014\tdeputy\n",
        "supervision.csv" => "G98,20/11/2026,WE0102,attended,\r\nG01,20/11/2026,WE9998,attended,\r\n"
            + "G01,20/11/2026,WE0175,dozed,\r\nG01,20/11/2026,,attended,\r\n"
            + "G01,20/11/2026,WE0185,planned,\r\nG06,13/10/2025,WE0185,absent,\r\n",
        _ => "",
    };
}
