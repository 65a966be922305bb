using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Reports;

/// <summary>
/// What a report counts over: a term with the vacation after it. Periods never share a day and none is a part of
/// another, so that nothing follows from one by subtracting the next (R25).
/// </summary>
/// <param name="Until">The first day that is no longer in it; null for the last one.</param>
public sealed record ReportPeriod(string Term, DateOnly Starts, DateOnly? Until)
{
    /// <summary>One a term, in order. What was before the first term is in none.</summary>
    public static IReadOnlyList<ReportPeriod> Of(IEnumerable<Term> terms)
    {
        var inOrder = terms.OrderBy(term => term.Starts).ToList();
        return [.. inOrder.Select((term, place) => new ReportPeriod(
            term.Name, term.Starts, place + 1 < inOrder.Count ? inOrder[place + 1].Starts : null))];
    }
}
