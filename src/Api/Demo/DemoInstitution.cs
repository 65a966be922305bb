using System.Globalization;
using System.Text;
using Safeguard.Api.Import;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.Demo;

/// <summary>
/// The built-in demo: a small invented university whose terms and rota lie around today, so that it is alive on any
/// day. It is made of the same files that a programme office exports and goes through the same import. Today is in
/// term; every panel but one has two Senior Members on duty now; one panel has nobody first on duty in the week that
/// starts next; the cross-university group has no Senior Member at all, which is a standing warning. Of its supporters
/// some are due soon, one is overdue and one has lapsed.
/// </summary>
public static class DemoInstitution
{
    /// <summary>Weeks of rota before and after the present one.</summary>
    private const int WeeksBefore = 2, WeeksAfter = 6;

    /// <summary>Duty changes hands on Fridays at this hour.</summary>
    private const int ChangeHour = 18;

    /// <summary>The place in <see cref="DemoPeople.Panels"/> of the panel whose next week has no first duty.</summary>
    private const int PanelWithGap = 2;

    /// <summary>The files as they would be exported at that moment.</summary>
    public static ImportSource At(DateTimeOffset now)
    {
        var calendar = InstitutionCalendar.Of(Policy.Default);
        var local = calendar.LocalTime(now);
        var today = DateOnly.FromDateTime(local);
        return new ImportSource(
            [
                new ImportFile(ImportFileNames.Panels, DemoPeople.PanelsCsv),
                new ImportFile(ImportFileNames.Terms, Terms(today)),
                new ImportFile(ImportFileNames.Services, DemoPeople.ServicesCsv),
                new ImportFile(ImportFileNames.People, DemoPeople.PeopleCsv(today)),
                new ImportFile(ImportFileNames.Rota, Rota(local)),
                new ImportFile(ImportFileNames.Supervision, DemoRegisters.SupervisionCsv(today)),
            ],
            [],
            []);
    }

    /// <summary>Terms of eight weeks from Sunday to Saturday; today is in the fifth week of the middle one.</summary>
    private static string Terms(DateOnly today)
    {
        var csv = new StringBuilder("term,start,end\n");
        var starts = today.AddDays(-(int)today.DayOfWeek - (4 * 7));
        foreach (var first in new[] { starts.AddDays(-14 * 7), starts, starts.AddDays(14 * 7) })
            Line(csv, $"Term of {first:MMMM yyyy},{first:yyyy-MM-dd},{first.AddDays((8 * 7) - 1):yyyy-MM-dd}");
        return csv.ToString();
    }

    private static string Rota(DateTime local)
    {
        var csv = new StringBuilder("panel,starts,ends,person_id,duty\n");
        var present = LastChange(local);
        for (var panel = 0; panel < DemoPeople.Panels.Count; panel++)
        {
            if (DemoPeople.SeniorMembersOf(DemoPeople.Panels[panel]) is not [var one, var other]) continue;
            for (var week = -WeeksBefore; week <= WeeksAfter; week++)
            {
                var starts = present.AddDays(7 * week);
                var (first, deputy) = (panel + week) % 2 == 0 ? (one, other) : (other, one);
                if (panel != PanelWithGap || week != 1) Shift(csv, DemoPeople.Panels[panel], starts, first, "first");
                Shift(csv, DemoPeople.Panels[panel], starts, deputy, "deputy");
            }
        }

        return csv.ToString();
    }

    private static void Shift(StringBuilder csv, string panel, DateTime starts, PersonId person, string duty) =>
        Line(csv, $"{panel},{starts:yyyy-MM-ddTHH:mm},{starts.AddDays(7):yyyy-MM-ddTHH:mm},{person},{duty}");

    private static DateTime LastChange(DateTime local)
    {
        var change = local.Date.AddHours(ChangeHour);
        while (change.DayOfWeek != DayOfWeek.Friday || change > local) change = change.AddDays(-1);
        return change;
    }

    private static void Line(StringBuilder csv, FormattableString line) =>
        csv.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
