using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Directory;
using Safeguard.Projections.Reports;

namespace Safeguard.Api.Reports;

/// <summary>One report: where it is, what it answers, and how it is counted.</summary>
/// <param name="Question">What it answers.</param>
/// <param name="HasPeriod">Whether it counts over a term; else it is of one day.</param>
/// <param name="CountAsync">Null where there is too much to count.</param>
public sealed record ReportOnOffer(
    string Slug, string Title, string Question, bool HasPeriod,
    Func<ReportAsked, CancellationToken, Task<Report?>> CountAsync);

/// <summary>All reports, and how one is asked for and counted, whether for a page or for the API.</summary>
public sealed class ReportBook(
    UrgentContactReports urgent, ReferralReport referrals, CoverReport cover, LoadReport load,
    InstitutionDirectory directory, TimeProvider clock)
{
    public const string ResponseTimes = "response-times";

    public static IReadOnlyList<string> Slugs { get; } =
        [ResponseTimes, "urgent-contacts", "referrals", "cover", "load"];

    public IReadOnlyList<ReportOnOffer> All { get; } =
    [
        new(Slugs[0], "Response times", "Did we answer urgent contacts as fast as we promised?", HasPeriod: true,
            urgent.ResponseTimesAsync),
        new(Slugs[1], "Urgent contacts", "What became of urgent contacts, band by band?", HasPeriod: true,
            urgent.OutcomesAsync),
        new(Slugs[2], "Referrals by service", "What became of referrals, service by service?", HasPeriod: true,
            referrals.OfAsync),
        new(Slugs[3], "Cover", "When did a panel have nobody on duty?", HasPeriod: true, cover.OfAsync),
        new(Slugs[4], "Load", "How many open case files do supporters have?", HasPeriod: false, load.OfAsync),
    ];

    public ReportOnOffer this[string slug] =>
        All.First(report => string.Equals(report.Slug, slug, StringComparison.Ordinal));

    public async Task<(Report? Report, IReadOnlyList<Fault> Faults)> CountAsync(
        ReportOnOffer offer, string? term, string? asOf, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(offer);
        var (institution, now) = (directory.Present, clock.GetUtcNow());
        if (offer.HasPeriod && !institution.Terms.Any())
        {
            var today = institution.CalendarAt(now).Day(now);
            return (
                new(null, null, null, today, []) { Finding = "No term dates yet: reports are counted by them." }, []);
        }

        var (asked, faults) = ReportAsked.Read(institution, now, offer.HasPeriod, term, asOf);
        if (asked is null) return (null, faults);
        return await offer.CountAsync(asked, cancel) is { } report
            ? (report, [])
            : (null,
            [
                new(offer.HasPeriod ? "term" : "asOf", $"More than {ReportEvents.MaxRecords}: too many to count."),
            ]);
    }

    /// <summary>The terms that one may choose from, in order.</summary>
    public IEnumerable<Term> Terms => directory.Present.Terms;
}
