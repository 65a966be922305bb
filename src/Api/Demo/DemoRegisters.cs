using System.Globalization;
using System.Text;

namespace Safeguard.Api.Demo;

/// <summary>
/// The demo's registers of the last weeks and its sessions to come, in days from today. All lie in its present term.
/// With the policy that ships, group G1 is due in two days, one of it has lapsed, and one of G2 is overdue by two days.
/// </summary>
internal static class DemoRegisters
{
    private const string Attended = "attended", Absent = "absent", Excused = "excused";

    private static readonly (string Group, int Day, string Person, string Attendance)[] Lines =
    [
        ("G1", -26, "DM018", Attended), ("G1", -26, "DM019", Attended), ("G1", -26, "DM020", Attended),
        ("G1", -12, "DM018", Attended), ("G1", -12, "DM019", Attended), ("G1", -12, "DM020", Absent),
        ("G2", -16, "DM022", Attended), ("G2", -16, "DM023", Attended),
        ("G2", -2, "DM022", Attended), ("G2", -2, "DM023", Absent),
        ("G3", -19, "DM024", Attended), ("G3", -19, "DM026", Attended), ("G3", -19, "DM027", Attended),
        ("G3", -5, "DM024", Attended), ("G3", -5, "DM026", Excused), ("G3", -5, "DM027", Attended),
    ];

    private static readonly (string Group, int Day)[] Planned =
        [("G1", 2), ("G1", 16), ("G2", 12), ("G3", 9)];

    public static string SupervisionCsv(DateOnly today)
    {
        var csv = new StringBuilder("group,session_date,person_id,attendance,reason\n");
        foreach (var (group, day, person, attendance) in Lines)
            Line(group, day, person, attendance, attendance == Excused ? "illness" : "");
        foreach (var (group, day) in Planned) Line(group, day, "", "planned", "");
        return csv.ToString();

        void Line(string group, int day, string person, string attendance, string reason) =>
            csv.Append(CultureInfo.InvariantCulture,
                $"{group},{today.AddDays(day):yyyy-MM-dd},{person},{attendance},{reason}\n");
    }
}
