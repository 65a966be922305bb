using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>
/// How supervision was kept to in one term, by panel, as a statistic: no small count is in it, and none follows from it
/// (R25).
/// </summary>
public sealed record ComplianceReport(
    string Term, DateOnly Starts, DateOnly Ends, IReadOnlyList<ComplianceLine> Items, ComplianceLine Total)
{
    public static ComplianceReport Of(Institution institution, Term term, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(term);
        var panels = SupervisionCompliance.Of(institution, term, now);
        var people = new CountTable(
            [.. panels.Select(panel => new[] { panel.CurrentThroughout, panel.OverdueOnce, panel.LapsedOnce })]);
        // Where people are few, so are those whose sessions they were.
        var sessions = new CountTable(
            [
                .. panels.Select(panel =>
                    new[] { panel.SessionsAttended, panel.SessionsOffered - panel.SessionsAttended }),
            ],
            [.. Enumerable.Range(0, panels.Count).Where(row => SmallCounts.IsSmall(panels[row].Active))]);
        return new(
            term.Name, term.Starts, term.Ends,
            [.. panels.Select((panel, row) => Line(panel.Panel, row))], Line(panel: null, panels.Count));

        ComplianceLine Line(PanelId? panel, int row) => panels.Count == 0
            ? ComplianceLine.Empty
            : new(
                panel, people.TotalOfRow(row), people[row, 0], people[row, 1], people[row, 2],
                sessions.TotalOfRow(row), sessions[row, 0]);
    }

    /// <summary>The term asked for; without a name the one that began last. Null where there is none.</summary>
    public static Term? TermOf(Institution institution, string? name, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(institution);
        var today = institution.CalendarAt(now).Day(now);
        return string.IsNullOrWhiteSpace(name)
            ? institution.Terms.LastOrDefault(term => term.Starts <= today) ?? institution.Terms.FirstOrDefault()
            : institution.Terms.FirstOrDefault(term =>
                string.Equals(term.Name, name.Trim(), StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>One panel of the report. A count that is not there is withheld; few says that it is from 1 to 4.</summary>
/// <param name="Panel">Absent for supporters without one, and in the total.</param>
/// <param name="OverdueOnce">Overdue at some time of the term, and never lapsed.</param>
public sealed record ComplianceLine(
    PanelId? Panel, SafeCount Active, SafeCount CurrentThroughout, SafeCount OverdueOnce, SafeCount LapsedOnce,
    SafeCount SessionsOffered, SafeCount SessionsAttended)
{
    private static readonly SafeCount None = new(0, Few: false);

    internal static ComplianceLine Empty { get; } = new(Panel: null, None, None, None, None, None, None);

    /// <summary>Every count in the order of the columns.</summary>
    internal IReadOnlyList<SafeCount> Counts =>
        [Active, CurrentThroughout, OverdueOnce, LapsedOnce, SessionsOffered, SessionsAttended];
}
