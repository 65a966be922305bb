namespace Safeguard.Domain.Rota;

/// <summary>A time in which nobody is on a duty of a panel.</summary>
/// <param name="Ends">Null where nothing is planned after it.</param>
public sealed record CoverGap(PanelId Panel, Duty Duty, DateTimeOffset Starts, DateTimeOffset? Ends);

/// <summary>Finds what a rota leaves uncovered (R12).</summary>
public static class CoverGaps
{
    /// <summary>
    /// The gaps of a panel that share a moment with the interval, in order of start. A gap starts where cover ended,
    /// however long ago, so that it is the same gap whenever it is asked for. A shift of somebody who can no longer
    /// serve covers nothing. A panel without any rota has no gaps: that it has none is a standing warning.
    /// </summary>
    public static IReadOnlyList<CoverGap> Find(
        PanelId panel, PanelRota rota, IReadOnlySet<PersonId> canServe, DateTimeOffset from, DateTimeOffset? to)
    {
        if (rota.Since is not { } since) return [];
        var gaps = new List<CoverGap>();
        foreach (var duty in new[] { Duty.First, Duty.Deputy })
        {
            var coveredUntil = since;
            foreach (var stretch in rota.Of(duty).SelectMany(shift => shift.Stretches()))
            {
                if (!canServe.Contains(stretch.Person)) continue;
                if (stretch.Starts > coveredUntil) gaps.Add(new CoverGap(panel, duty, coveredUntil, stretch.Starts));
                if (stretch.Ends > coveredUntil) coveredUntil = stretch.Ends;
            }

            gaps.Add(new CoverGap(panel, duty, coveredUntil, Ends: null));
        }

        return [.. gaps
            .Where(gap => (gap.Ends is null || gap.Ends > from) && (to is null || gap.Starts < to))
            .OrderBy(gap => gap.Starts).ThenBy(gap => gap.Duty)];
    }
}
