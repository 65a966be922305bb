using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Reports;
using Safeguard.Projections.Reports;

namespace Safeguard.Api.Reports;

/// <summary>
/// Urgent contacts of a period by band: response times against the promise (R5), and what became of them. Both count
/// the same contacts, so they are counted together, with the same rows.
/// </summary>
public sealed class UrgentContactReports(ReportEvents events)
{
    /// <summary>The table of how soon somebody said "I have it".</summary>
    public const string Acknowledged = "acknowledged";

    private const string TooFew =
        "Too few urgent contacts were raised in this period to say anything without picking somebody out.";

    private static readonly Band[] Bands = [.. Enum.GetValues<Band>().OrderDescending()];

    private static readonly IReadOnlyList<ReportColumn> Kept =
    [
        new("inHalf", "In half the time", "fill-brand"), new("inTime", "In time", "fill-soft"),
        new("late", "Late", "fill-alarm"), new("notYet", "Not yet", "fill-track"), ReportTables.Total,
    ];

    private static readonly IReadOnlyList<ReportColumn> Times =
        [new("median", "Half of them"), new("percentile95", "19 of 20")];

    private static readonly IReadOnlyList<ReportColumn> Outcomes =
    [
        new("noContactYet", "No contact yet", "fill-alarm"), new("inContact", "In contact", "fill-warn"),
        new("safeForNow", "Safe for now", "fill-brand"), new("handedOver", "Handed over", "fill-soft"),
        ReportTables.Total,
    ];

    public async Task<Report?> ResponseTimesAsync(ReportAsked asked, CancellationToken cancel)
    {
        if (await CountAsync(asked, cancel) is not { } counted) return null;
        if (counted.Nothing is { } nothing) return asked.Answer(nothing);
        var (acknowledged, contact) = (counted.Tables[0], counted.Tables[1]);
        var (had, spoken) = (Promise("“I have it”", acknowledged), Promise("Contact", contact));
        return asked.Answer(
            $"{had} {spoken}",
            counted.Table(Acknowledged, "Until somebody said “I have it”", Kept, 0, had),
            counted.Table("contact", "Until somebody spoke with the student", Kept, 1, spoken),
            counted.TimesOf("acknowledgedWithin", "How soon somebody said “I have it”", Times, 0,
                one => one.Acknowledgement),
            counted.TimesOf("contactWithin", "How soon somebody spoke with the student", Times, 1,
                one => one.Contact));
    }

    public async Task<Report?> OutcomesAsync(ReportAsked asked, CancellationToken cancel)
    {
        if (await CountAsync(asked, cancel) is not { } counted) return null;
        if (counted.Nothing is { } nothing) return asked.Answer(nothing);
        var table = counted.Tables[2];
        var said = ReportTables.Said(
            table, (2, "safe for now"), (3, "handed over"), (1, "in contact"), (0, "not spoken with yet"));
        var finding = $"{table.Total.Words} urgent contacts were raised: {said}.";
        return asked.Answer(finding, counted.Table("urgentContacts", "What became of them", Outcomes, 2, finding));
    }

    private static string Promise(string what, CountTable table) =>
        $"{what}: of {table.Total.Words}, "
        + $"{ReportTables.Said(table, (0, "in half the time promised"), (1, "more in time"), (2, "late"))}.";

    private async Task<Counted?> CountAsync(ReportAsked asked, CancellationToken cancel) =>
        await events.UrgentContactsAsync(asked.From, asked.Until, asked.Moment, cancel) is { } contacts
            ? Counted.Of(contacts, asked.Moment)
            : null;

    /// <summary>Every urgent contact by its band, in three tables whose rows are the same.</summary>
    private sealed record Counted(
        IReadOnlyList<IReadOnlyList<UrgentContactCounted>> Rows, IReadOnlyList<(string Row, string Label)> Names,
        IReadOnlyList<CountTable> Tables)
    {
        /// <summary>Why nothing is said; null where something is.</summary>
        public string? Nothing =>
            Rows.Count == 0 ? TooFew
            : Tables[0].Total.Count == 0 ? "No urgent contact had been raised in this period by then."
            : null;

        public static Counted Of(IReadOnlyList<UrgentContactCounted> contacts, DateTimeOffset moment)
        {
            IReadOnlyList<IReadOnlyList<UrgentContactCounted>> bands =
                [.. Bands.Select(band => contacts.Where(one => one.Band == band).ToList())];
            var joined = new JoinedCounts(
            [
                Count(one => one.Acknowledgement.At(one.RaisedAt, moment)),
                Count(one => one.Contact.At(one.RaisedAt, moment)),
                Count(one => one.Outcome),
            ]);
            return new(
                [.. joined.Groups.Select(group => group.SelectMany(row => bands[row]).ToList())],
                [
                    .. joined.Groups.Select(group => (
                        string.Join('+', group.Select(row => ReportTables.Camel(Bands[row].ToString()))),
                        Sentence.List(group.Select(row => Bands[row].Label())))),
                ],
                joined.Tables);

            IReadOnlyList<IReadOnlyList<int>> Count<T>(Func<UrgentContactCounted, T> part)
                where T : struct, Enum => [.. bands.Select(band => ReportTables.Count(band.Select(part)))];
        }

        public ReportTable Table(
            string name, string caption, IReadOnlyList<ReportColumn> columns, int table, string picture) =>
            new(name, caption, columns, ReportTables.Lines(Tables[table], Names, columns))
            {
                Head = "Band",
                Picture = picture,
            };

        /// <summary>
        /// Said only of rows of which every count is said: a time might tell on which side of a promise a few lie.
        /// </summary>
        public ReportTable TimesOf(
            string name, string caption, IReadOnlyList<ReportColumn> columns, int table,
            Func<UrgentContactCounted, PromiseMade> promise) =>
            new(name, caption, columns,
            [
                .. Rows.Select((row, place) =>
                {
                    var isSaid = Enumerable.Range(0, Kept.Count)
                        .All(part => Tables[table][place, part].Count is not null);
                    var times = row.Where(_ => isSaid && promise(_).KeptAt is not null)
                        .Select(one => promise(one).KeptAt!.Value - one.RaisedAt).ToList();
                    return ReportLine.Of(
                        Names[place].Row, Names[place].Label, columns,
                        [Words(TimeTaken.Within(times, 50)), Words(TimeTaken.Within(times, 95))]);
                }),
            ])
            {
                Head = "Band",
            };

        private static ReportCell Words(TimeSpan? within) =>
            new(null, within is { } time ? $"within {Durations.Words(time)}" : "not said");
    }
}
