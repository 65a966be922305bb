using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>
/// One escalation as one reader may see it. Names come in ready; what the reader may not know is absent.
/// </summary>
/// <param name="Code">The short public code, <c>4T9Q</c>.</param>
/// <param name="Version">The stream's version that the reader sees; every form on the page carries it.</param>
public sealed record EscalationView(
    string Id, string Code, long Version, Band Band, EscalationState State, string? Panel, DateTimeOffset RaisedAt)
{
    /// <summary>
    /// What the reader may do now, by role, relation and state. The page shows a form for each and no other.
    /// </summary>
    public required IReadOnlySet<EscalationMove> May { get; init; }

    /// <summary>Who said "I have it" and still has it; null while nobody has.</summary>
    public Holder? HeldBy { get; init; }

    /// <summary>The one named owner: until somebody has it, the panel's duty Senior Member (R4).</summary>
    public required string Owner { get; init; }

    /// <summary>The promise that runs out next; null where none is running.</summary>
    public Promise? Promise { get; init; }

    /// <summary>When it is taken from whoever has it without contact; null where it is not.</summary>
    public DateTimeOffset? HandedOnAt { get; init; }

    /// <summary>What keeps a reader who may close it from closing it now, in words; null where nothing does.</summary>
    public string? BeforeClosing { get; init; }

    /// <summary>Whom to start with: the raiser, where the reader may know. Null otherwise.</summary>
    public RaiserView? Raiser { get; init; }

    /// <summary>What was said; null where the words are not the reader's to read.</summary>
    public SaidView? Said { get; init; }

    public IReadOnlyList<RungView> Ladder { get; init; } = [];
    public TimeSpan RepeatEvery { get; init; }
    public DateTimeOffset? NextPageAt { get; init; }

    /// <summary>Who was asked to take it over and has not accepted; null where nobody was.</summary>
    public TransferView? Transfer { get; init; }

    public IReadOnlyList<QuestionView> Questions { get; init; } = [];
    public IReadOnlyList<ActionView> Actions { get; init; } = [];
    public IReadOnlyList<MissedView> Missed { get; init; } = [];

    /// <summary>
    /// When the note of what was shared is owed by, where emergency services were involved and it is missing.
    /// </summary>
    public DateTimeOffset? DisclosureBy { get; init; }

    public DebriefView? Debrief { get; init; }

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TimelineEntryView> Timeline { get; init; } = [];

    /// <summary>How many entries came before those shown.</summary>
    public int Earlier { get; init; }

    /// <summary>Those who may be asked something, the raiser before anybody else.</summary>
    public IReadOnlyList<Choice> People { get; init; } = [];

    /// <summary>Those who may be given something to do.</summary>
    public IReadOnlyList<Choice> Owners { get; init; } = [];

    /// <summary>Those who may be asked to take it over.</summary>
    public IReadOnlyList<Choice> Takers { get; init; } = [];

    /// <summary>Those to whom it may be handed over after contact.</summary>
    public IReadOnlyList<Choice> Receivers { get; init; } = [];

    /// <summary>Who has read it, whoever read last first; empty for those who may not read it.</summary>
    public IReadOnlyList<ReaderView> Readers { get; init; } = [];

    /// <summary>Until when it is open to a reader who broke glass for it; null for all others.</summary>
    public DateTimeOffset? OpenUntil { get; init; }

    /// <summary>What was typed, when a form of this page was refused.</summary>
    public Refused? Refused { get; init; }

    public string Address => $"/escalations/{Id}";

    public bool NobodyHasIt => HeldBy is null && State is EscalationState.Raised or EscalationState.Reopened;

    public bool Can(EscalationMove move) => May.Contains(move);
}

/// <param name="Phone">As people read it; null where none is known.</param>
/// <param name="Facts">
/// Policy facts in words, such as "Due soon for supervision, which changes nothing tonight".
/// </param>
public sealed record RaiserView(string Name, string Role, string? Phone, IReadOnlyList<string> Facts)
{
    public string FirstName => Name.Split(' ', 2)[0];

    public string? PhoneAddress => Phone is null ? null : Addresses.Phone(Phone);
}

/// <param name="What">The raiser's words; null where "Emergency now" was pressed without any.</param>
/// <param name="AsTyped">What nobody could read as a band, panel, case file or date, by its label.</param>
/// <param name="Additions">What the raiser added later, oldest first.</param>
public sealed record SaidView(
    string? What,
    bool EmergencyNow,
    Answers Answers,
    string? Where,
    string? CaseFile,
    DateTimeOffset? OccurredAt,
    IReadOnlyList<(string Label, string Typed)> AsTyped,
    IReadOnlyList<AdditionView> Additions);

public sealed record AdditionView(DateTimeOffset At, string? What, bool GotWorse);

/// <param name="After">How long after the start of the ladder its turn comes.</param>
/// <param name="At">When that is or was.</param>
/// <param name="People">Their names, or who they will be; empty where the rung was skipped.</param>
/// <param name="AnsweredAt">When one of them said "I have it".</param>
/// <param name="Skipped">Why nobody was paged on it.</param>
public sealed record RungView(
    Rung Who, TimeSpan After, DateTimeOffset At, IReadOnlyList<string> People, RungState State,
    DateTimeOffset? AnsweredAt = null, SkipReason? Skipped = null);

public sealed record TransferView(string To, bool You);

/// <param name="MayAnswer">Whether the reader is the one who was asked.</param>
public sealed record QuestionView(
    string Id, string Of, string Words, DateTimeOffset AskedAt, DateTimeOffset DueBy, bool MayAnswer);

public sealed record ActionView(string Id, string What, string Owner, DateTimeOffset? DueBy, bool MayComplete);

/// <summary>A deadline that passed unmet and is not explained yet.</summary>
/// <param name="Item">The question or action it belongs to; null for the escalation itself.</param>
public sealed record MissedView(Deadline Which, string? Item, DateTimeOffset DueBy);

/// <param name="Of">Who owes it: the raiser's supervisor.</param>
public sealed record DebriefView(string Of, DateTimeOffset DueBy);
