namespace Safeguard.Domain.Escalations;

/// <summary>Who a rung is made of. People are looked up when its turn comes: the time may change who, never whether.</summary>
public enum Rung
{
    DutySeniorMember, Deputy, PanelAndSupervisor, Coordinators, Supervisor,
}

/// <summary>One step of a ladder: who, and how long after its start.</summary>
public sealed record LadderStep(Rung Who, TimeSpan After);

/// <summary>
/// Who is paged, in which order, after how long; frozen into the escalation when it is raised (R5).
/// After the last step everyone is paged again every <paramref name="RepeatEvery"/>, without limit.
/// </summary>
public sealed record Ladder(IReadOnlyList<LadderStep> Steps, TimeSpan RepeatEvery);
