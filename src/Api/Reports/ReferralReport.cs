using Safeguard.Domain;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Reports;

namespace Safeguard.Api.Reports;

/// <summary>Referrals of a period by service, and what became of them (R22, R25).</summary>
public sealed class ReferralReport(ReportEvents events, InstitutionDirectory directory)
{
    private static readonly IReadOnlyList<ReportColumn> Results =
    [
        new("stillGoing", "Still going", "fill-track"), new("seen", "Seen by the service", "fill-brand"),
        new("notKnown", "Taken on, rest not known", "fill-soft"), new("didNotAttend", "Did not attend", "fill-warn"),
        new("notTaken", "Declined or no reply", "fill-alarm"), new("withdrawn", "Withdrawn", "fill-line"),
        ReportTables.Total,
    ];

    public async Task<Report?> OfAsync(ReportAsked asked, CancellationToken cancel)
    {
        if (await events.ReferralsAsync(asked.From, asked.Until, asked.Moment, cancel) is not { } referrals)
            return null;
        if (referrals.Count == 0) return asked.Answer("No referral had been offered in this period by then.");
        var services = referrals.GroupBy(one => one.Service, StringComparer.Ordinal)
            .OrderBy(service => NameOf(service.Key), StringComparer.Ordinal).ToList();
        var table = new CountTable(
            [.. services.Select(service => ReportTables.Count(service.Select(one => one.Result)))]);
        var said = ReportTables.Said(table, (1, "seen by the service"), (0, "still going"), (3, "not attended"));
        var finding = $"{table.Total.Words} referrals were offered: {said}.";
        return asked.Answer(finding, new ReportTable(
            "referrals", "What became of them", Results,
            ReportTables.Lines(table, [.. services.Select(one => (one.Key, NameOf(one.Key)))], Results))
        {
            Head = "Service",
            Picture = finding,
        });
    }

    private string NameOf(string service) =>
        directory.Present.Programme.Services.TryGetValue(service, out var known) ? known.Entry.Name : service;
}
