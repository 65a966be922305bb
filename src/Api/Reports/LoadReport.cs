using Safeguard.Api.Http;
using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Reports;

namespace Safeguard.Api.Reports;

/// <summary>
/// How many open case files supporters have, panel by panel (R14): everybody who had been activated and had not left.
/// </summary>
public sealed class LoadReport(ReportEvents events, PastInstitution past, InstitutionDirectory directory)
{
    private const string NoPanel = "no-panel";

    public async Task<Report?> OfAsync(ReportAsked asked, CancellationToken cancel)
    {
        var institution = asked.Present ? directory.Present : await past.AtAsync(asked.Moment, cancel);
        if (await events.CaseFilesAsync(asked.Moment, cancel) is not { } files) return null;
        var open = files.Where(file => file.Open).CountBy(file => file.Owner).ToDictionary();
        var warned = institution.PolicyAt(asked.Moment).OpenFilesBeforeWarning;
        var panels = institution.Supporters
            .Where(known => known.Value is { ActiveSince: { } since, LeftAt: null } && since <= asked.AsOf)
            .GroupBy(known => institution.Person(known.Key)?.OwnPanel, known => open.GetValueOrDefault(known.Key))
            .OrderBy(panel => panel.Key?.Value, StringComparer.Ordinal).ToList();
        if (panels.Count == 0) return asked.Answer("No supporter was active then.");
        IReadOnlyList<ReportColumn> columns =
        [
            new("none", "No open file", "fill-track"), new("one", "One", "fill-soft"),
            new("upToWarning", $"Two to {warned}", "fill-brand"),
            new("aboveWarning", $"More than {warned}", "fill-warn"), ReportTables.Total,
        ];
        var table = new CountTable([.. panels.Select(panel => Divide(panel, warned))]);
        var said = ReportTables.Said(table, (0, "had no open case file"), (3, $"had more than {warned}"));
        var finding = $"Of {table.Total.Words} supporters: {said}. The policy warns above {warned}.";
        return asked.Answer(finding, new ReportTable(
            "load", "Supporters by open case files", columns,
            ReportTables.Lines(
                table, [.. panels.Select(panel => (panel.Key?.Value ?? NoPanel, NameOf(institution, panel.Key)))],
                columns))
        {
            Head = "Panel",
            Picture = finding,
        });
    }

    private static int[] Divide(IEnumerable<int> files, int warned)
    {
        var counts = new int[4];
        foreach (var count in files) counts[count > warned ? 3 : Math.Min(count, 2)]++;
        return counts;
    }

    private static string NameOf(Institution institution, PanelId? panel) =>
        panel is { } known ? institution.PanelName(known) : "No panel";
}
