using System.Globalization;
using System.Text;
using Safeguard.Domain;

namespace Safeguard.Api.Demo;

/// <summary>
/// The people, panels and services of the demo. Everybody is invented; numbers are from the ranges that Ofcom keeps
/// for drama, except the national help lines, which are real and public.
/// </summary>
internal static class DemoPeople
{
    public static IReadOnlyList<string> Panels { get; } =
    [
        "Ashdown College", "Harbour College", "Linacre House",
        "Chemistry", "Medical Sciences Division", "Rainbow Peers",
    ];

    public const string PanelsCsv = """
        panel,kind
        Ashdown College,college
        Harbour College,college
        Linacre House,college
        Chemistry,department
        Medical Sciences Division,division
        Rainbow Peers,group

        """;

    public const string ServicesCsv = """
        service,kind,contact,opens,urgent
        Campus Security,"professional, inside",01632 960110,always,yes
        University Counselling Service,"professional, inside",01632 960101,Mon-Fri 09:00-17:00,yes
        Out-of-hours GP,"professional, outside",01632 960102,every day 18:30-08:00,yes
        "NHS 111, option 2 (mental health)","professional, outside",111,always,yes
        Samaritans,"professional, outside",116 123,always,yes
        Shout,"professional, outside",text SHOUT to 85258,always,yes
        Papyrus HOPELINE247,"professional, outside",0800 068 4141,always,yes
        Nightline,student group,01632 960103,every day 20:00-08:00,no
        Disability Advisory Service,"professional, inside",01632 960104,Mon-Fri 09:30-16:30,no
        Students' Union Advice,student group,01632 960106,Mon-Thu 10:00-16:00,no

        """;

    private static readonly DemoPerson[] People =
    [
        new("Ngozi Adeleke", "supervisor", "", "G1|G2", "", "active", 1900),
        new("Iain MacAskill", "supervisor", "", "G3", "", "active", 1200),
        new("Farida Rahman", "coordinator", "", "", "", "active", 2100),
        new("Tomasz Wieczorek", "coordinator", "", "", "", "active", 700),
        new("Judith Okonjo", "auditor", "", "", "", "active", 900),
        new("Henrik Dahl", "data_protection", "", "", "", "active", 1500),
        new("Mei-Ling Chua", "administrator", "", "", "", "active", 1300),
        new("Rhiannon Pryce", "senior_member", "Ashdown College", "", "", "active", 1400),
        new("Samuel Osei", "senior_member", "Ashdown College", "", "", "active", 600),
        new("Ana Lucía Ferreira", "senior_member", "Harbour College", "", "", "active", 1100),
        new("Gurpreet Sandhu", "senior_member", "Harbour College", "", "", "active", 480),
        new("Malcolm Birdwood", "senior_member", "Linacre House", "", "", "active", 2000),
        new("Yara Haddad", "senior_member", "Linacre House", "", "", "active", 350),
        new("Oluwaseun Bello", "senior_member", "Chemistry", "", "", "active", 820),
        new("Katarzyna Lis", "senior_member", "Chemistry", "", "", "active", 410),
        new("Deirdre Ní Bhriain", "senior_member", "Medical Sciences Division", "", "", "active", 1600),
        new("Rajesh Pillai", "senior_member", "Medical Sciences Division", "", "", "active", 530),
        new("Amelia Hart", "supporter", "Ashdown College", "G1", "DM001", "active", 320),
        new("Kwame Boateng", "supporter", "Ashdown College|Rainbow Peers", "G1", "DM001", "active", 300),
        new("Sofia Marchetti", "supporter", "Harbour College", "G1", "DM001", "active", 290),
        new("Idris Khan", "supporter", "Harbour College", "G2", "DM001", "on_leave", 280),
        new("Freya Lindgren", "supporter", "Linacre House", "G2", "DM001", "active", 210),
        new("Daniel Achebe", "supporter", "Linacre House", "G2", "DM002", "active", 200),
        new("Xiaoyu Zhang", "supporter", "Chemistry", "G3", "DM002", "active", 190),
        new("Caitlin O'Dowd", "supporter", "Chemistry", "G3", "DM002", "stood_down", 180),
        new("Mehmet Aydın", "supporter", "Medical Sciences Division", "G3", "DM002", "active", 90),
        new("Tanisha Bailey", "supporter", "Medical Sciences Division|Rainbow Peers", "G3", "DM002", "active", 60),
        new("Luc Fontaine", "supporter", "Harbour College", "G2", "DM001", "left", 500),
        new("Hana Kobayashi", "trainee", "Ashdown College", "", "DM001", "in_training", 24),
        new("Joseph Mbeki", "trainee", "Linacre House", "", "DM002", "in_training", 24),
        new("Elin Morgan", "trainee", "Chemistry", "", "DM002", "in_training", 24),
    ];

    public static IReadOnlyList<PersonId> SeniorMembersOf(string panel) =>
    [
        .. People.Index().Where(entry => entry.Item is { Role: "senior_member" } person
                && string.Equals(person.Panel, panel, StringComparison.Ordinal))
            .Select(entry => new PersonId(Id(entry.Index).ToLowerInvariant())),
    ];

    public static string PeopleCsv(DateOnly today)
    {
        var csv = new StringBuilder("person_id,name,email,phone,role,panel,group,trained_by,status,since\n");
        foreach (var (index, person) in People.Index())
        {
            var since = today.AddDays(-person.Days);
            csv.Append(CultureInfo.InvariantCulture, $"{Id(index)},{person.Name},{Id(index)}@demo.example,")
                .Append(CultureInfo.InvariantCulture, $"07700 900{index + 1:000},{person.Role},{person.Panel},")
                .Append(CultureInfo.InvariantCulture, $"{person.Group},{person.Trainer},{person.Status},")
                .Append(CultureInfo.InvariantCulture, $"{since:yyyy-MM-dd}\n");
        }

        return csv.ToString();
    }

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"DM{index + 1:000}");

    /// <param name="Days">For how many days it has been so.</param>
    private sealed record DemoPerson(
        string Name, string Role, string Panel, string Group, string Trainer, string Status, int Days);
}
