using Safeguard.Api.Pages.Kit;
using Safeguard.Domain.Supervision;

namespace Safeguard.Api.Supervision;

/// <summary>
/// Where supporters stand, for those whose task it is: nobody is left out of it, however few they are.
/// </summary>
/// <param name="Counts">Supporters by standing, those who left and trainees aside.</param>
/// <param name="Panels">The same by panel, in the order of their names.</param>
/// <param name="People">Those asked for, whoever has waited longest first.</param>
public sealed record StandingBoardView(
    IReadOnlyDictionary<Standing, int> Counts, IReadOnlyList<PanelStandingView> Panels,
    IReadOnlyList<SupporterStandingView> People)
{
    /// <summary>The standing asked for, as its field says it; null for everyone who needs somebody.</summary>
    public string? Standing { get; init; }

    /// <summary>The panel asked for; null for all.</summary>
    public string? Panel { get; init; }
    public IReadOnlyList<Choice> PanelChoices { get; init; } = [];

    /// <summary>Groups that have members and no session to come.</summary>
    public IReadOnlyList<UnscheduledGroupView> Unscheduled { get; init; } = [];

    /// <summary>The reader runs the programme office.</summary>
    public bool MayDecide { get; init; }
    public Refused? Refused { get; init; }

    public int All => Counts.Values.Sum();

    public int Of(Standing standing) => Counts.GetValueOrDefault(standing);
}

/// <param name="Slug">The panel's id; empty for supporters without one.</param>
public sealed record PanelStandingView(
    string Slug, string Name, int All, int DueSoon, int Overdue, int Lapsed);

/// <summary>One supporter on the board.</summary>
public sealed record SupporterStandingView(
    string Id, string Name, string Panel, string? Group, Standing Standing, DateOnly Since)
{
    public DateOnly? DueOn { get; init; }
    public DateOnly? LapsesOn { get; init; }

    /// <summary>They came after a long lapse, and a Coordinator has to confirm it.</summary>
    public bool Awaits { get; init; }
    public bool NothingScheduled { get; init; }
}

/// <param name="Supervisor">Null where the group has none.</param>
public sealed record UnscheduledGroupView(string Id, string Name, string? Supervisor, int Members);
