namespace Safeguard.Domain.Escalations;

/// <summary>Where an escalation stands. Only the close command closes (R3); Reopened acts as Raised.</summary>
public enum EscalationState
{
    NotRaised, Raised, Acknowledged, ContactMade, SafeForNow, HandedOver, Closed, Reopened,
}

/// <summary>An escalation as the rules need it: nothing that no rule reads.</summary>
public sealed record Escalation
{
    public static Escalation NotRaised { get; } = new();

    public EscalationState State { get; init; }
    public PersonId Raiser { get; init; }
    public PanelId? Panel { get; init; }
    public string? CaseFile { get; init; }
    public string Receipt { get; init; } = "";
    public Band Band { get; init; }
    public DateTimeOffset RaisedAt { get; init; }
    public PersonId Owner { get; init; }

    /// <summary>Who said "I have it" and still has it.</summary>
    public PersonId? AcknowledgedBy { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public PersonId? TransferOfferedTo { get; init; }

    public Ladder Ladder { get; init; } = new([], TimeSpan.Zero);

    /// <summary>When step 0 of the ladder counts from; moved when climbing goes on after a pause.</summary>
    public DateTimeOffset LadderFrom { get; init; }

    /// <summary>The next step to page: an index into the ladder, or its length once everyone is being repeated.</summary>
    public int NextStep { get; init; }

    /// <summary>When the next page goes out; null while somebody has it or paging has ended.</summary>
    public DateTimeOffset? NextPageAt { get; init; }
    public int Repeats { get; init; }

    /// <summary>Everyone who has been paged for it, in the order of the first page.</summary>
    public IReadOnlyList<PersonId> Paged { get; init; } = [];

    public DateTimeOffset AcknowledgeBy { get; init; }
    public DateTimeOffset RespondBy { get; init; }
    public DateTimeOffset? ContactAt { get; init; }

    /// <summary>Deadlines whose passing has been recorded, so that each is recorded once.</summary>
    public IReadOnlyList<(Deadline Which, Guid? Item)> Missed { get; init; } = [];

    /// <summary>The last moment anything was asked of the owner as a task (follow-up, closure); reminders count from it.</summary>
    public DateTimeOffset RemindedAt { get; init; }
    public IReadOnlyList<OpenQuestion> Questions { get; init; } = [];
    public IReadOnlyList<OpenAction> Actions { get; init; } = [];

    /// <summary>When a disclosure record is owed because emergency services or a trusted contact were involved.</summary>
    public DateTimeOffset? DisclosureBy { get; init; }
    public DebriefTask? Debrief { get; init; }
    public IReadOnlyList<Guid> Additions { get; init; } = [];
}

public sealed record OpenQuestion(Guid Id, PersonId Asker, PersonId Of, DateTimeOffset DueBy, DateTimeOffset RemindedAt);

public sealed record OpenAction(Guid Id, PersonId Owner, DateTimeOffset? DueBy, DateTimeOffset RemindedAt);
