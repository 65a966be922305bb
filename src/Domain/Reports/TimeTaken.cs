namespace Safeguard.Domain.Reports;

/// <summary>
/// How long something took for a part of all, such that nobody's own time can be read from it (R25): only where at
/// least five took no longer and at least five took longer, and rounded up to a step.
/// </summary>
public static class TimeTaken
{
    private static readonly TimeSpan[] Steps =
    [
        .. new[] { 1, 2, 5, 10, 15, 20, 30, 45 }.Select(minutes => TimeSpan.FromMinutes(minutes)),
        .. new[] { 1, 2, 3, 4, 6, 8, 12, 18, 24, 36, 48, 72 }.Select(hours => TimeSpan.FromHours(hours)),
    ];

    /// <summary>The step within which that part of them was done; null where it is not said.</summary>
    /// <param name="percent">50 for the median.</param>
    public static TimeSpan? Within(IEnumerable<TimeSpan> times, int percent)
    {
        var inOrder = times.Order().ToList();
        var place = ((inOrder.Count * percent) + 99) / 100;
        if (place < SmallCounts.Least || inOrder.Count - place < SmallCounts.Least) return null;
        var taken = inOrder[place - 1];
        return Array.Find(Steps, step => step >= taken) is var step && step > TimeSpan.Zero
            ? step
            : TimeSpan.FromDays(Math.Ceiling(taken.TotalDays));
    }
}
