using Safeguard.Api.Http;
using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Reports;

namespace Safeguard.Api.Reports;

/// <summary>
/// What a report is asked for: a whole term with its vacation, and a whole day as of which it is told. Nothing finer,
/// so that two answers cannot be chosen to lie one contact apart (R25).
/// </summary>
/// <param name="Period">Null where the report is of one day.</param>
/// <param name="Moment">The end of the day, or this moment for today.</param>
/// <param name="Present">Whether what is known now is asked for.</param>
public sealed record ReportAsked(
    ReportPeriod? Period, DateOnly AsOf, DateTimeOffset Moment, bool Present, InstitutionCalendar Calendar)
{
    /// <summary>Without a term the one that began last, without a day today.</summary>
    public static (ReportAsked? Asked, IReadOnlyList<Fault> Faults) Read(
        Institution institution, DateTimeOffset now, bool hasPeriod, string? term, string? asOf)
    {
        ArgumentNullException.ThrowIfNull(institution);
        var (reading, calendar) = (new RequestReading(institution, now), institution.CalendarAt(now));
        var today = calendar.Day(now);
        var day = string.IsNullOrWhiteSpace(asOf) ? today : reading.Day("asOf", asOf);
        if (day > today) reading.Fault("asOf", "That day is still to come. Choose today or a day before.");
        if (day < today && !RequestReading.IsReadable(day.Year) && reading.Faults.Count == 0)
            reading.Fault("asOf", "Nothing was recorded then. Choose a later day.");
        var period = hasPeriod ? PeriodOf(ReportPeriod.Of(institution.Terms), term, today) : null;
        if (hasPeriod && period is null) reading.Fault("term", "Choose one of the terms that the programme has set.");
        if (reading.Faults.Count > 0) return (null, reading.Faults);
        var moment = day == today ? now : Start(day.AddDays(1)).AddMicroseconds(-1);
        return (new(period, day, moment, day == today, calendar), []);

        DateTimeOffset Start(DateOnly of) => calendar.Start(of);
    }

    public DateTimeOffset From => Start(Period!.Starts);

    public DateTimeOffset? Until => Period!.Until is { } until ? Start(until) : null;

    public DateTimeOffset Start(DateOnly day) => Calendar.Start(day);

    /// <summary>Its answer, once it is counted.</summary>
    public Report Answer(string finding, params IReadOnlyList<ReportTable> tables) =>
        new(Period?.Term, Period?.Starts, Period?.Until, AsOf, tables) { Finding = finding };

    private static ReportPeriod? PeriodOf(IReadOnlyList<ReportPeriod> periods, string? term, DateOnly today) =>
        string.IsNullOrWhiteSpace(term)
            ? periods.LastOrDefault(period => period.Starts <= today) ?? (periods.Count > 0 ? periods[0] : null)
            : periods.FirstOrDefault(period =>
                string.Equals(period.Term, term.Trim(), StringComparison.OrdinalIgnoreCase));
}
