namespace Safeguard.Domain.Escalations;

/// <summary>
/// Who a rung is made of. People are looked up when its turn comes: the time may change who, never whether.
/// </summary>
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
/// <param name="RepeatWorkingDays">
/// When over 0, repeats come after that many working days; the interval is then only their length in days.
/// </param>
/// <param name="Paced">
/// False: each step has its own moment after the start, whatever happened to those before it. True: each step follows
/// the one before by the repeat's interval, because it waits for an acknowledge-by to pass (bands that are no crisis).
/// </param>
public sealed record Ladder(
    IReadOnlyList<LadderStep> Steps, TimeSpan RepeatEvery, int RepeatWorkingDays = 0, bool Paced = false)
{
    public static Ladder None { get; } = new([], TimeSpan.Zero);
}
