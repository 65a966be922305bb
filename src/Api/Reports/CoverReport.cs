using System.Globalization;
using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Reports;
using Safeguard.Domain.Rota;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Reports;

namespace Safeguard.Api.Reports;

/// <summary>
/// How long each panel had nobody on duty, week by week of a period (R12). Minutes of a rota and no counts of people:
/// nothing in it is withheld.
/// </summary>
public sealed class CoverReport(PastInstitution past, InstitutionDirectory directory)
{
    private const int DaysAWeek = 7;

    /// <summary>Weeks shown of a period; more than any term with its vacation has.</summary>
    private const int MaxWeeks = 30;

    public async Task<Report?> OfAsync(ReportAsked asked, CancellationToken cancel)
    {
        var institution = asked.Present ? directory.Present : await past.AtAsync(asked.Moment, cancel);
        var starts = asked.Period!.Starts;
        // Of the last period what has come: what is to come after it has its own page.
        var ends = asked.Period.Until is { } until && until <= asked.AsOf ? until : asked.AsOf.AddDays(1);
        var days = Enumerable.Range(0, MaxWeeks).Select(week => starts.AddDays(week * DaysAWeek))
            .TakeWhile(day => day < ends).Append(ends).Distinct().ToList();
        var panels = institution.Panels.ToList();
        if (panels.Count == 0 || days.Count < 2) return asked.Answer("Nothing of this period was known by then.");
        var bounds = days.ConvertAll(asked.Start);
        var first = panels.ConvertAll(panel => UncoveredTime.Of(institution, panel.Id, Duty.First, bounds));
        var deputy = panels.ConvertAll(panel => UncoveredTime.Of(institution, panel.Id, Duty.Deputy, bounds));
        var covered = first.Zip(deputy).Count(panel =>
            panel.First.Weeks.Concat(panel.Second.Weeks).All(week => week == TimeSpan.Zero));
        var finding = covered == panels.Count
            ? "Every panel had a Senior Member and a Deputy for every minute."
            : $"{covered} of {Sentence.Count(panels.Count, "panel", "panels")} had a Senior Member and a Deputy for "
                + "every minute.";
        IReadOnlyList<ReportColumn> columns =
        [
            .. days.SkipLast(1).Select(day => new ReportColumn(
                day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                $"From {day.ToString("d MMM", CultureInfo.InvariantCulture)}")),
            ReportTables.Total,
        ];
        return asked.Answer(finding, Table("noSeniorMember", "Without a Senior Member", first),
            Table("noDeputy", "Without a Deputy", deputy));

        ReportTable Table(string name, string caption, List<UncoveredTime> times) =>
            new(name, caption, columns,
            [
                .. times.Where(one => one.Weeks.Any(week => week > TimeSpan.Zero)).Select(one => ReportLine.Of(
                    one.Panel.Value, institution.PanelName(one.Panel), columns,
                    one.Weeks.Append(new(one.Weeks.Sum(week => week.Ticks))).Select(Cell))),
            ])
            {
                Head = "Panel",
            };
    }

    private static ReportCell Cell(TimeSpan uncovered) => new(
        (int)uncovered.TotalMinutes, uncovered == TimeSpan.Zero ? "covered" : Durations.Words(uncovered));
}
