using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;

namespace Safeguard.Domain.Reports;

/// <summary>How long a panel had nobody on a duty in each week of a period (R12).</summary>
/// <param name="Weeks">
/// One length a week, the last one cut off where the period ends; all of it where the panel has no rota.
/// </param>
public sealed record UncoveredTime(PanelId Panel, Duty Duty, IReadOnlyList<TimeSpan> Weeks)
{
    /// <param name="bounds">The moments at which the weeks begin, and the end of the last.</param>
    public static UncoveredTime Of(
        Institution institution, PanelId panel, Duty duty, IReadOnlyList<DateTimeOffset> bounds)
    {
        ArgumentNullException.ThrowIfNull(institution);
        var hasRota = institution.Rotas.TryGetValue(panel, out var rota) && rota.Since is not null;
        IEnumerable<CoverGap> gaps = hasRota
            ? institution.Gaps(panel, bounds[0], bounds[^1]).Where(gap => gap.Duty == duty)
            : [new CoverGap(panel, duty, bounds[0], Ends: null)];
        var all = gaps.ToList();
        return new(panel, duty, [.. bounds.Zip(bounds.Skip(1), (from, to) =>
            all.Aggregate(TimeSpan.Zero, (sum, gap) => sum + Shared(gap, from, to)))]);
    }

    private static TimeSpan Shared(CoverGap gap, DateTimeOffset from, DateTimeOffset to)
    {
        var starts = gap.Starts > from ? gap.Starts : from;
        var ends = gap.Ends is { } end && end < to ? end : to;
        return ends > starts ? ends - starts : TimeSpan.Zero;
    }
}
