using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.Escalations;

/// <summary>Who sees a row of the queue, going by what the directory knows of conflicts now.</summary>
public static class QueueReading
{
    public static bool Shows(this Institution institution, EscalationRow row, Caller caller) =>
        row.MayBeSeenBy(caller, institution.ConflictsTowards(row.Raiser, row.Id, row.CaseFile));

    /// <summary>What the caller may see of the rows, worst first.</summary>
    public static IReadOnlyList<EscalationRow> VisibleTo(
        this IEnumerable<EscalationRow> rows, Caller caller, Institution institution) =>
        [.. rows.Where(row => institution.Shows(row, caller)).WorstFirst()];
}
