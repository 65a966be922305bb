namespace Safeguard.Domain.Escalations;

/// <summary>Where an escalation stands. Only the close command closes (R3); Reopened acts as Raised.</summary>
public enum EscalationState
{
    NotRaised, Raised, Acknowledged, ContactMade, SafeForNow, HandedOver, Closed, Reopened,
}

/// <summary>An escalation as the rules need it: nothing that no rule reads.</summary>
public sealed partial record Escalation
{
    public static Escalation NotRaised { get; } = new();

    public EscalationState State { get; init; }
    public PersonId Raiser { get; init; }
    public PanelId? Panel { get; init; }
    public string? CaseFile { get; init; }

    /// <summary>The raiser's code; its first four characters are the short public code (R18).</summary>
    public string Receipt { get; init; } = "";
    public Band Band { get; init; }
    public DateTimeOffset RaisedAt { get; init; }
    public PersonId Owner { get; init; }

    /// <summary>Who said "I have it" and has not made contact yet.</summary>
    public PersonId? AcknowledgedBy { get; init; }

    /// <summary>
    /// When the clocks of whoever has it began: the acknowledgement, or the moment it got worse since.
    /// </summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public PersonId? TransferOfferedTo { get; init; }

    public Ladder Ladder { get; init; } = Ladder.None;
    public Timings Timings { get; init; } = new(TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero);

    /// <summary>When step 0 of the ladder counts from; moved when climbing goes on after a pause.</summary>
    public DateTimeOffset LadderFrom { get; init; }

    /// <summary>
    /// The next step to page: an index into the ladder, or its length once everyone is being repeated.
    /// </summary>
    public int NextStep { get; init; }

    /// <summary>When the next page goes out; null while somebody has it or paging has ended.</summary>
    public DateTimeOffset? NextPageAt { get; init; }
    public int Repeats { get; init; }

    /// <summary>The steps whose turn has come on the present ladder, in order.</summary>
    public IReadOnlyList<RungTurn> Turns { get; init; } = [];

    /// <summary>Everyone who has been paged for it, in the order of the first page.</summary>
    public IReadOnlyList<PersonId> Paged { get; init; } = [];

    /// <summary>Everyone whose leaving-out from repeats is already written down, so that it is written once.</summary>
    public IReadOnlyList<PersonId> LeftOut { get; init; } = [];

    /// <summary>Who said of themselves that they should not be the one (R15).</summary>
    public IReadOnlyList<PersonId> Conflicted { get; init; } = [];

    /// <summary>The Coordinators' rung has been paged, so that they may take it even in a crisis (R5).</summary>
    public bool CoordinatorsPaged { get; init; }

    public DateTimeOffset AcknowledgeBy { get; init; }
    public DateTimeOffset RespondBy { get; init; }

    /// <summary>
    /// When a person first had it, since it was raised or reopened; the acknowledge-by is met from then on.
    /// </summary>
    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>When contact that counts was made; the respond-by is met from then on.</summary>
    public DateTimeOffset? ContactAt { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Deadlines whose passing has been recorded, so that each is recorded once.</summary>
    public IReadOnlyList<MissedDeadline> Missed { get; init; } = [];

    /// <summary>Acknowledged in a crisis without contact: when the holder is reminded; null once they were.</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>
    /// Acknowledged in a crisis without contact: when it is taken from the holder and climbing goes on.
    /// </summary>
    public DateTimeOffset? LapsesAt { get; init; }

    /// <summary>When the owner is next asked, as a task, to follow up or to close.</summary>
    public DateTimeOffset? TaskAt { get; init; }

    public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];
    public IReadOnlyList<OpenAction> Actions { get; init; } = [];

    /// <summary>
    /// Ids of the receipt's additions, answered questions, finished actions and disclosures: a repeat of one is already
    /// so.
    /// </summary>
    public IReadOnlyList<Guid> Settled { get; init; } = [];

    /// <summary>
    /// What the raiser sent, once for each sending, so that the same words again are already so (R1).
    /// </summary>
    public IReadOnlyList<Sending> Sendings { get; init; } = [];

    /// <summary>
    /// When a disclosure record is owed because emergency services or a trusted contact were involved.
    /// </summary>
    public DateTimeOffset? DisclosureBy { get; init; }

    /// <summary>The debrief still to be held or declined (R14).</summary>
    public DebriefTask? Debrief { get; init; }
    public DateTimeOffset DebriefRemindedAt { get; init; }

    /// <summary>A debrief was asked for at some time; it is asked once.</summary>
    public bool DebriefAsked { get; init; }

    public bool IsOpen => State is not (EscalationState.NotRaised or EscalationState.Closed);

    /// <summary>Raised (or reopened, handed back, lapsed) and nobody has it: paging goes on.</summary>
    public bool IsUnanswered => State is EscalationState.Raised or EscalationState.Reopened;
}

/// <summary>A step whose turn came: whom it paged, or why it was skipped.</summary>
public sealed record RungTurn(int Rung, DateTimeOffset At, IReadOnlyList<PersonId> People, SkipReason? Skipped);

/// <param name="Item">The question or action; null for the escalation itself and its debrief.</param>
public sealed record MissedDeadline(Deadline Which, Guid? Item, DateTimeOffset DueBy);

/// <param name="RemindedAt">The last moment it was asked; reminders count from it once the deadline is missed.</param>
public sealed record OpenQuestion(Guid Id, PersonId Of, DateTimeOffset DueBy, DateTimeOffset RemindedAt);

/// <param name="DueBy">Null where no day was set; it then only comes back as a reminder.</param>
public sealed record OpenAction(Guid Id, PersonId Owner, DateTimeOffset? DueBy, DateTimeOffset RemindedAt);

/// <summary>What one sending of a raise said.</summary>
public sealed record Sending(
    Confidential? What, Confidential? Where, bool EmergencyNow, Answers Answers, AsTyped? AsTyped);
