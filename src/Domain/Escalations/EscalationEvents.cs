namespace Safeguard.Domain.Escalations;

/// <summary>Something that happened to an escalation ("urgent contact" on screen).</summary>
public abstract record EscalationEvent;

/// <summary>
/// A concern was raised (R1). The ladder, the deadlines and the owner are decided here and frozen: a later policy
/// touches later escalations only. What could not be read (a band, a panel, a date) is kept as typed.
/// </summary>
/// <param name="Raiser">Who raised it; on a transcribed paper form, the person the form names.</param>
/// <param name="Receipt">The raiser's code, <c>4T9Q-2M7K</c>; its first four characters are the public short code (R18).</param>
/// <param name="Facts">Policy facts as stable codes, never a refusal: <c>raiser.lapsed</c>, <c>cover.gap</c>, …</param>
/// <param name="Debrief">Whom the raiser's debrief is asked of, and by when; crisis bands only (R14).</param>
public sealed record EscalationRaised(
    PersonId Raiser,
    string Receipt,
    Confidential? What,
    bool EmergencyNow,
    Answers Answers,
    Band Band,
    PanelId? Panel,
    string? CaseFile,
    Confidential? Where,
    AsTyped? AsTyped,
    IReadOnlyList<string> Facts,
    Ladder Ladder,
    DateTimeOffset AcknowledgeBy,
    DateTimeOffset RespondBy,
    PersonId Owner,
    DebriefTask? Debrief) : EscalationEvent;

/// <summary>The raiser added something, or sent the same id again with other words (R1, R18).</summary>
public sealed record AdditionMade(Guid Addition, Confidential? What, bool GotWorse) : EscalationEvent;

/// <summary>A rung's turn came: these people are asked to say "I have it" by then.</summary>
public sealed record RoutedTo(int Rung, IReadOnlyList<PersonId> People, DateTimeOffset AcknowledgeBy) : EscalationEvent;

/// <summary>Nobody could be paged on this rung; climbing went on at once (R5).</summary>
public sealed record RungSkipped(int Rung, SkipReason Reason) : EscalationEvent;

/// <summary>A person who would have been paged was not: a conflict of interest, or their own escalation (R5, R15).</summary>
public sealed record PersonSkipped(int Rung, PersonId Person, SkipReason Reason) : EscalationEvent;

/// <summary>Everyone named was paged, on screen and by e-mail. A repeat is one event naming everybody.</summary>
/// <param name="Repeat">0 for the first page of a rung; 1, 2, … for each time everyone was paged again.</param>
public sealed record PageSent(int Rung, IReadOnlyList<PersonId> To, int Repeat, PageReason Reason) : EscalationEvent;

/// <summary>A page could not be handed over on a channel. It is tried again; the ladder never waits for it.</summary>
public sealed record PageFailed(IReadOnlyList<PersonId> To, string Channel, string Fault) : EscalationEvent;

/// <summary>"I have it."</summary>
public sealed record Acknowledged(PersonId Person) : EscalationEvent;

/// <summary>No contact in time, or the person lost what let them hold it: nobody has it again (R5, R4).</summary>
public sealed record AcknowledgementLapsed(PersonId Person, LapseReason Reason, PersonId Owner) : EscalationEvent;

/// <summary>"I can't go on": handed back, and paging goes on at once (R5).</summary>
public sealed record AcknowledgementReleased(PersonId Person, Confidential? Reason, PersonId Owner) : EscalationEvent;

/// <summary>Someone else was asked to take it; the owner stays until they accept (R5).</summary>
public sealed record TransferOffered(PersonId From, PersonId To, Confidential? Reason) : EscalationEvent;

public sealed record TransferAccepted(PersonId From, PersonId To) : EscalationEvent;

/// <summary>The owner left, or lost the role: another named person owns it from here (R4).</summary>
public sealed record OwnerReassigned(PersonId From, PersonId To, LapseReason Reason) : EscalationEvent;

/// <summary>A person spoke with the student. Ends paging (R5).</summary>
/// <param name="Counts">False for a message in a crisis band: written down, but it stops no clock.</param>
public sealed record ContactMade(PersonId Person, ContactMode Mode, Confidential? Note, bool Counts) : EscalationEvent;

/// <param name="Debrief">The debrief that this band asks for now, when none was asked before.</param>
public sealed record BandRaised(
    Band From, Band To, Confidential? Reason, DateTimeOffset AcknowledgeBy, DateTimeOffset RespondBy, DebriefTask? Debrief)
    : EscalationEvent;

/// <summary>Lowered with a reason; earlier deadlines stay until contact is made (R6).</summary>
public sealed record BandLowered(Band From, Band To, Confidential Reason) : EscalationEvent;

public sealed record ActionRecorded(
    Guid Action, Confidential What, PersonId Owner, DateTimeOffset? DueBy, bool Done) : EscalationEvent;

public sealed record ActionDone(Guid Action, Confidential? Note) : EscalationEvent;

public sealed record QuestionAsked(
    Guid Question, PersonId Of, Confidential Words, DateTimeOffset DueBy) : EscalationEvent;

public sealed record QuestionAnswered(Guid Question, Confidential Answer) : EscalationEvent;

/// <summary>999 or campus security was called. Closing then needs a disclosure record (R3, R7).</summary>
public sealed record EmergencyServicesInvolved(string Service, Confidential? Note, DateTimeOffset DisclosureBy)
    : EscalationEvent;

/// <summary>What was shared, or decided not to be shared, with whom and why (R7, R21).</summary>
public sealed record DisclosureRecorded(
    Guid Disclosure,
    bool Shared,
    Confidential What,
    Confidential ToWhom,
    Confidential Why,
    bool WithConsent,
    bool TrustedContact,
    PersonId DecidedBy) : EscalationEvent;

/// <summary>Handed over to a named person of the programme, or to someone outside it.</summary>
public sealed record HandedOver(PersonId From, PersonId? To, Confidential? ToOutside, Confidential Reason)
    : EscalationEvent;

public sealed record SafeForNowRecorded(PersonId Person, Confidential Summary) : EscalationEvent;

public sealed record DebriefHeld(PersonId Supervisor, Confidential? Note) : EscalationEvent;

public sealed record DebriefDeclined(PersonId Supervisor, Confidential? Note) : EscalationEvent;

/// <summary>Closed with a record good enough for an inquest (R20).</summary>
public sealed record EscalationClosed(
    PersonId Person,
    Confidential Summary,
    Confidential FollowUp,
    IReadOnlyList<DecisionTaken> Decisions,
    Confidential Outcome,
    IReadOnlyList<Confidential> Told) : EscalationEvent;

/// <summary>Opened again: acts as raised, with a new ladder and new deadlines (R3).</summary>
public sealed record EscalationReopened(
    Confidential Reason, Ladder Ladder, DateTimeOffset AcknowledgeBy, DateTimeOffset RespondBy, PersonId Owner)
    : EscalationEvent;

/// <summary>A deadline passed unmet. It tells the Coordinators and stops nothing (R5).</summary>
/// <param name="Item">The question, action or other part it belongs to; null for the escalation itself.</param>
public sealed record DeadlineMissed(Deadline Which, Guid? Item, DateTimeOffset DueBy) : EscalationEvent;

/// <summary>Why a deadline was missed, in the words of whoever answers for it.</summary>
public sealed record DeadlineExplained(Deadline Which, Guid? Item, Confidential Reason) : EscalationEvent;

/// <summary>A reminder, as a task on somebody's page; not a page to a phone.</summary>
public sealed record ReminderSent(Deadline About, Guid? Item, IReadOnlyList<PersonId> To) : EscalationEvent;

public sealed record DecisionTaken(Confidential Decision, Confidential Reason);

/// <summary>The plain questions of R6.</summary>
public sealed record Answers(Answer? InDangerNow, Answer? PlanOrMeans, Answer? Alone)
{
    public static Answers None { get; } = new(null, null, null);
}

public enum Answer
{
    Yes, No, Unsure,
}

/// <summary>What the raiser typed and nobody could read as a band, panel, case file or date: asked about later (R1).</summary>
public sealed record AsTyped(
    Confidential? Band, Confidential? Panel, Confidential? CaseFile, Confidential? OccurredAt, Confidential? Answers);

public sealed record DebriefTask(PersonId Of, DateTimeOffset DueBy);

/// <summary>In person, phone and video count as contact; a message alone does not in a crisis band.</summary>
public enum ContactMode
{
    InPerson, Phone, Video, Message,
}

public enum PageReason
{
    Rung, Repeat, Reopened, BandRaised, GotWorse, HandedBack, TransferOffered, DeadlineMissed,
}

public enum SkipReason
{
    NobodyOnDuty, NoSupervisor, NoPanel, Nobody, Conflict, OwnEscalation, NoLongerInRole,
}

public enum LapseReason
{
    NoContact, LeftOrLostRole, Conflict,
}

/// <summary>The deadlines an escalation can carry.</summary>
public enum Deadline
{
    AcknowledgeBy, RespondBy, ContactAfterAcknowledging, FollowUp, Closure, Question, Action, Disclosure, Debrief,
}
