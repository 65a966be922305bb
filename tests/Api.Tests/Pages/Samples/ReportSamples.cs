using Safeguard.Api.Reports;

namespace Safeguard.Api.Tests.Pages.Samples;

/// <summary>The reports, as the programme office and an auditor see them.</summary>
public static class ReportSamples
{
    private const string Finding = "“I have it”: of 128, 97 in half the time promised, 21 more in time, 10 late.";

    private static readonly IReadOnlyList<ReportColumn> Kept =
    [
        new("inHalf", "In half the time", "fill-brand"), new("inTime", "In time", "fill-soft"),
        new("late", "Late", "fill-alarm"), new("notYet", "Not yet", "fill-track"), new("total", "All"),
    ];

    private static readonly IReadOnlyList<ReportColumn> Times =
        [new("median", "Half of them"), new("percentile95", "19 of 20")];

    /// <summary>"I have it" against the promise.</summary>
    public static ReportTable Acknowledged { get; } =
        new("acknowledged", "Until somebody said “I have it”", Kept,
        [
            Line("immediate+within4Hours", "Immediate and Within 4 hours", null, 0, null, 0, 14),
            Line("within24Hours", "Within 24 hours", 72, 16, 8, 0, 96),
            Line("within72Hours", "Within 72 hours", 13, 5, 0, 0, 18), Line("total", "All", 97, 21, 10, 0, 128),
        ])
        {
            Head = "Band",
            Picture = Finding,
        };

    private static readonly ReportView ResponseTimes = new(
        new("response-times", "Response times", "Did we answer urgent contacts as fast as we promised?"),
        ["Michaelmas 2026", "Hilary 2027"],
        new("Michaelmas 2026", new(2026, 10, 11), new(2027, 1, 17), new(2026, 11, 20),
        [
            Acknowledged,
            new("acknowledgedWithin", "How soon somebody said “I have it”", Times,
            [
                ReportLine.Of("within24Hours", "Within 24 hours", Times,
                    [new(null, "within 30 min"), new(null, "not said")]),
            ])
            {
                Head = "Band",
            },
        ])
        {
            Finding = Finding,
        });

    private static readonly ReportView Cover = new(
        new("cover", "Cover", "When did a panel have nobody on duty?"), ["Michaelmas 2026"],
        new("Michaelmas 2026", new(2026, 10, 11), Until: null, new(2026, 11, 20),
        [
            new("noSeniorMember", "Without a Senior Member", [new("2026-10-11", "From 11 Oct"), new("total", "All")],
            [
                ReportLine.Of("foxglove-college", "Foxglove College", [new("2026-10-11", ""), new("total", "")],
                    [new(90, "1 h 30 min"), new(90, "1 h 30 min")]),
            ])
            {
                Head = "Panel",
            },
            new("noDeputy", "Without a Deputy", [], []) { Head = "Panel" },
        ])
        {
            Finding = "43 of 44 panels had a Senior Member and a Deputy for every minute.",
        });

    public static IReadOnlyList<Sample> All { get; } =
    [
        Sample.Of<ReportsPage, ReportsView>(
            "reports", new([ResponseTimes.About, Cover.About]), Night.Coordinator),
        Sample.Of<ReportPage, ReportView>("report-response-times", ResponseTimes, Night.Auditor),
        Sample.Of<ReportPage, ReportView>("report-cover", Cover, Night.Coordinator),
        Sample.Of<ReportPage, ReportView>(
            "report-nothing",
            ResponseTimes with
            {
                Report = new("Michaelmas 2026", new(2026, 10, 11), Until: null, new(2026, 11, 20), [])
                {
                    Finding = "No urgent contact had been raised in this period by then.",
                },
            },
            Night.Coordinator),
        Sample.Of<ReportPage, ReportView>(
            "report-refused",
            ResponseTimes with
            {
                Report = null,
                Faults = [new("asOf", "That day is still to come. Choose today or a day before.")],
                AsOf = "2027-01-01",
            },
            Night.Coordinator),
    ];

    private static ReportLine Line(string row, string label, params int?[] counts) => ReportLine.Of(
        row, label, Kept, counts.Select(count => new ReportCell(count, count is { } said ? $"{said}" : "withheld")));
}
