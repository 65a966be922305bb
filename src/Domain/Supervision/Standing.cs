namespace Safeguard.Domain.Supervision;

/// <summary>Where a supporter stands (R9). The first four are the fortnight's, in order; the others go first.</summary>
public enum Standing
{
    Current, DueSoon, Overdue, Lapsed, InTraining, OnLeave, StoodDown, Suspended, Left,
}

/// <summary>A supporter's standing at one moment, and everything it was concluded from.</summary>
/// <param name="Since">The day from which it holds, in the institution's zone.</param>
public sealed record StandingAnswer(Standing Standing, DateOnly Since)
{
    /// <summary>The day from which the fortnight counts; null outside it.</summary>
    public DateOnly? FortnightFrom { get; init; }

    /// <summary>From this day DueSoon; null where no such day is known.</summary>
    public DateOnly? DueSoonOn { get; init; }

    /// <summary>No session of the own group up to the due day was held, and none is scheduled after it.</summary>
    public bool NothingScheduled { get; init; }

    /// <summary>The last day on which coming keeps them current; null outside the fortnight or while unknown.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The day from which they are lapsed unless they come before; null where no such day is known.</summary>
    public DateOnly? LapsesOn { get; init; }

    /// <summary>The day of the last session that counts; null before the first.</summary>
    public DateOnly? LastCounted { get; init; }

    /// <summary>The own group's next session that is scheduled and not cancelled.</summary>
    public SupervisionSession? NextSession { get; init; }

    /// <summary>They came after a long lapse; a Coordinator has to confirm it (R9).</summary>
    public bool AwaitsCoordinator { get; init; }

    /// <summary>
    /// The due day that passed with nothing offered and nothing scheduled since: the programme's fault, for the
    /// Coordinator to mend (R9). Null where that is not so.
    /// </summary>
    public DateOnly? NotOfferedOn { get; init; }

    /// <summary>Because of what, in the order in which it was concluded.</summary>
    public IReadOnlyList<StandingReason> Why { get; init; } = [];

    public int PolicyVersion { get; init; }
}

/// <summary>One fact that a standing rests on.</summary>
/// <param name="First">The day of the fact, or the first of a stretch.</param>
/// <param name="Last">The last day of a stretch; null for a single day.</param>
public sealed record StandingReason(StandingFact Fact, DateOnly First, DateOnly? Last = null, GroupId? Group = null);

/// <summary>What kinds of fact a standing can rest on.</summary>
public enum StandingFact
{
    /// <summary>Became a supporter on that day; no session has counted yet.</summary>
    Activated,

    /// <summary>Attended with the own group.</summary>
    Attended,

    /// <summary>Made up with another group.</summary>
    MadeUp,

    /// <summary>An excused absence that restarted the fortnight.</summary>
    Excused,

    /// <summary>An excused absence that did not: the one before it in a row had.</summary>
    ExcusedAgain,

    /// <summary>A vacation whose days do not count.</summary>
    Vacation,

    /// <summary>A session of the own group that its supervisor cancelled.</summary>
    Cancelled,

    /// <summary>The due day moved to the group's next session, because none was held.</summary>
    DueMoved,

    /// <summary>None was held and none is scheduled, so the due day waits.</summary>
    NothingScheduled,

    /// <summary>No term dates reach as far as the due day.</summary>
    NoTermDates,

    /// <summary>Came after a long lapse, and a Coordinator has not confirmed it.</summary>
    AwaitsCoordinator,

    /// <summary>A Coordinator confirmed the return.</summary>
    Reinstated,

    /// <summary>A status that goes before the fortnight began on that day.</summary>
    Status,
}
