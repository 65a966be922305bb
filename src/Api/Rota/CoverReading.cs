using Safeguard.Api.Home;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Rota;

namespace Safeguard.Api.Rota;

/// <summary>Cover of panels from today on, as pages show it.</summary>
public static class CoverReading
{
    /// <summary>From this moment to the end of the last of so many days; those without a Senior Member first.</summary>
    public static CoverView Of(Institution institution, IEnumerable<Panel> panels, DateTimeOffset now, int days)
    {
        var calendar = CalendarOf(institution, now);
        var today = calendar.Day(now).ToDateTime(TimeOnly.MinValue);
        var (from, to) = (calendar.Start(today), calendar.Start(today.AddDays(days)));
        var shown = panels.Select(panel => Gaps(institution, panel, now, to)).ToList();
        var gaps = shown.Where(panel => panel.Gaps.Count > 0)
            .OrderByDescending(panel => panel.NoSeniorMember).ThenBy(panel => panel.Gaps[0].Starts)
            .ThenBy(panel => panel.Panel, StringComparer.Ordinal).ToList();
        return new(from, days, shown.Count - gaps.Count, shown.Count, gaps);
    }

    internal static InstitutionCalendar CalendarOf(Institution institution, DateTimeOffset now) =>
        new(institution.PolicyAt(now).TimeZone, []);

    /// <summary>A panel that has no rota at all has nobody from now on.</summary>
    private static PanelGapsView Gaps(Institution institution, Panel panel, DateTimeOffset now, DateTimeOffset to)
    {
        var isPlanned = institution.Rotas.TryGetValue(panel.Id, out var rota) && rota.Since is not null;
        IEnumerable<GapView> gaps = isPlanned
            ? institution.Gaps(panel.Id, now, to)
                .Select(gap => new GapView(gap.Duty == Duty.Deputy, gap.Starts, gap.Ends))
            : [new(Deputy: false, now, Ends: null)];
        return new(panel.Id.Value, panel.Name, [.. gaps]);
    }
}
