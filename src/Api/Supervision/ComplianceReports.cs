using System.Collections.Concurrent;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.Directory;

namespace Safeguard.Api.Supervision;

/// <summary>
/// The reports of the present institution. Four hundred lives are gone through for one, so each is remembered until
/// something changes in what it is concluded from, or the day does.
/// </summary>
public sealed class ComplianceReports(InstitutionDirectory directory, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Remembered> _remembered = new(StringComparer.Ordinal);

    /// <summary>Null where the programme has no such term; without a name, the one that began last.</summary>
    public ComplianceReport? Of(string? term)
    {
        var (institution, now) = (directory.Present, clock.GetUtcNow());
        if (ComplianceReport.TermOf(institution, term, now) is not { } asked) return null;
        var (day, policy) = (institution.CalendarAt(now).Day(now), institution.PolicyAt(now).Version);
        if (_remembered.TryGetValue(asked.Name, out var known) && ReferenceEquals(known.Institution, institution)
            && known.Day == day && known.Policy == policy)
            return known.Report;
        var report = ComplianceReport.Of(institution, asked, now);
        _remembered[asked.Name] = new(institution, day, policy, report);
        return report;
    }

    private sealed record Remembered(Institution Institution, DateOnly Day, int Policy, ComplianceReport Report);
}
