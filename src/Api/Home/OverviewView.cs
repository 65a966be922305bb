using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Reports;

namespace Safeguard.Api.Home;

/// <summary>The coordinator's morning: what is wrong first, then what needs a person, then how it goes.</summary>
public sealed record OverviewView
{
    /// <summary>Worst first; empty when nothing is wrong.</summary>
    public IReadOnlyList<AlarmView> Alarms { get; init; } = [];

    /// <summary>Lists of one's own work: shown in full, however few.</summary>
    public IReadOnlyList<FigureView> Figures { get; init; } = [];

    /// <summary>Every supporter once, by standing; a list of one's own work, so shown in full.</summary>
    public IReadOnlyList<StandingBarView> Standings { get; init; } = [];

    public CoverView? Cover { get; init; }

    /// <summary>
    /// "I have it" against the promise, band by band, as the report of response times has it; null where it says
    /// nothing.
    /// </summary>
    public ReportTable? InTime { get; init; }

    /// <summary>"Friday of week 6"; null outside term.</summary>
    public string? Week { get; init; }
}

/// <param name="Heading">The fact, with its subject first: "Foxglove College has nobody on duty tonight".</param>
public sealed record AlarmView(string Heading, string Detail, Tone Tone, string? Address = null, string? Action = null);

public sealed record FigureView(int Count, string Words, string Address, Tone Tone = Tone.Plain);

/// <param name="From">The first moment of the picture, a midnight of the institution.</param>
/// <param name="Covered">Panels with both duties for every minute of it.</param>
/// <param name="Panels">All open panels.</param>
/// <param name="Gaps">Panels with a gap, those without a Senior Member first.</param>
public sealed record CoverView(DateTimeOffset From, int Days, int Covered, int Panels,
    IReadOnlyList<PanelGapsView> Gaps);

/// <param name="Slug">The panel's own id, for the address of its rota.</param>
public sealed record PanelGapsView(string Slug, string Panel, IReadOnlyList<GapView> Gaps)
{
    public bool NoSeniorMember => Gaps.Any(gap => !gap.Deputy);
}

/// <param name="Deputy">Only the Deputy is missing; else the Senior Member first on duty.</param>
/// <param name="Ends">Null where nothing is planned after it.</param>
public sealed record GapView(bool Deputy, DateTimeOffset Starts, DateTimeOffset? Ends)
{
    public string Words => Deputy ? "No Deputy" : "No Senior Member";
}

/// <param name="Fill">The class of the bar.</param>
public sealed record StandingBarView(string Words, int Count, string Address, string Fill);
