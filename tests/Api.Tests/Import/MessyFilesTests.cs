using Safeguard.Api.Import;
using Safeguard.Domain;
using Safeguard.Domain.People;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Tests.Import;

/// <summary>Whatever a spreadsheet makes of a file, it means the same.</summary>
public sealed class MessyFilesTests
{
    private const string Plain = "person_id,name,email,phone,role,panel,group,trained_by,status,since\n"
        + "WE0001,Ada Nwosu,ada@x.example,07700 900001,supervisor,,G1,,active,2020-02-01\n"
        + "WE0002,Bo Ek,,,supporter,Law|Physics,G1,WE0001,on_leave,2021-03-04\n"
        + "WE0003,Cy Roe,,,senior_member,Law,,,active,2019-09-01\n";

    private const string Panels = "panel,kind\nLaw,department\nPhysics,department\n";

    public static TheoryData<string, string> Mess => new()
    {
        { "semicolons", Plain.Replace(',', ';') },
        { "tabs", Plain.Replace(',', '\t') },
        { "Windows line ends", Plain.Replace("\n", "\r\n") },
        { "old Macintosh line ends", Plain.Replace('\n', '\r') },
        { "no last line end", Plain.TrimEnd() },
        { "a byte-order mark", "\uFEFF" + Plain },
        { "British dates", Plain.Replace("2020-02-01", "01/02/2020").Replace("2021-03-04", "4/3/2021") },
        { "blanks around", Plain.Replace(",", " ,\u00A0 ") },
        { "quotes around", "\"" + Plain.TrimEnd().Replace(",", "\",\"").Replace("\n", "\"\n\"") + "\"" },
        { "a quoted line end in a name", Plain.Replace("Ada Nwosu", "\"Ada\r\nNwosu\"") },
        { "capitals", Plain.Replace("supervisor", "SuperVisor").Replace("on_leave", "On Leave").Replace("Law", "LAW") },
        { "words with blanks", Plain.Replace("senior_member", "Senior member") },
        { "words with hyphens", Plain.Replace("senior_member", "senior-member") },
        { "another heading", Plain.Replace("person_id", "Person ID").Replace("trained_by", "Trained by") },
        { "empty lines and rows", Plain.Replace("\n", "\n\n,,,,,,,,,\n") },
        { "empty columns at the end", Plain.Replace("\n", ",,\n") },
        { "a stray separator at the end of rows", Plain.Replace("2020-02-01", "2020-02-01,,") },
    };

    [Theory]
    [MemberData(nameof(Mess))]
    public void It_means_the_same_with(string what, string text)
    {
        what.ShouldNotBeEmpty();
        var expected = ImportPlan.For(
            Office.Files(("panels.csv", Panels), ("people.csv", Plain)), Institution.Empty, Office.Noon);
        var (appends, report) = ImportPlan.For(
            Office.Files(("panels.csv", Panels), ("people.csv", text)), Institution.Empty, Office.Noon);
        report.Bad.ShouldBeEmpty();
        appends.SelectMany(append => append.Events).ShouldBe(expected.Appends.SelectMany(append => append.Events));
    }

    [Fact]
    public void Two_panels_are_separated_by_a_bar_and_the_first_is_the_own_one()
    {
        var (institution, _) = Institution.Empty.Import(
            Office.Files(("panels.csv", Panels), ("people.csv", Plain)));
        var supporter = institution.Person(new PersonId("we0002"))!;
        supporter.Roles.Select(grant => grant.Panel?.Value).ShouldBe(["law", "physics"]);
        supporter.OwnPanel.ShouldBe(new PanelId("law"));
        supporter.Status.ShouldBe(PersonStatus.OnLeave);
    }

    [Fact]
    public void A_column_that_nobody_reads_is_remarked_on_and_left_out()
    {
        var (_, report) = ImportPlan.For(
            Office.Files(("panels.csv", "panel,kind,colour\nLaw,department,red\n")), Institution.Empty, Office.Noon);
        report.IsGood.ShouldBeTrue();
        report.Remarks.ShouldHaveSingleItem().What.ShouldContain("colour");
    }

    [Theory]
    [InlineData("2026-03-27T18:00", "2026-04-03T18:00", "2026-03-27T18:00Z", "2026-04-03T17:00Z")]
    [InlineData("23/10/2026 18:00", "30/10/2026 18:00", "2026-10-23T17:00Z", "2026-10-30T18:00Z")]
    [InlineData("2026-10-25 01:30", "2026-10-25 01:45", "2026-10-25T00:30Z", "2026-10-25T01:45Z")]
    [Trait("Rule", "R12")]
    public void A_shift_is_entered_in_local_time(string starts, string ends, string from, string to)
    {
        var (institution, _) = Institution.Empty.Import(Office.Files(
            ("panels.csv", Panels),
            ("people.csv", Plain),
            ("rota.csv", $"panel,starts,ends,person_id,duty\nLaw,{starts},{ends},WE0003,first\n")));
        var shift = institution.Rotas[new PanelId("law")].First.ShouldHaveSingleItem();
        (shift.Starts, shift.Ends).ShouldBe((DateTimeOffset.Parse(from), DateTimeOffset.Parse(to)));
    }
}
