namespace Safeguard.Domain.Escalations;

/// <summary>Something that happened to an escalation ("urgent contact" on screen).</summary>
public abstract record EscalationEvent;

/// <summary>
/// A concern was raised (R1). The ladder, the deadlines and the owner are decided here and frozen: a later policy
/// touches later escalations only. What could not be read (a band, a panel, a date) is kept as typed.
/// </summary>
/// <param name="Raiser">Who raised it; on a transcribed paper form, the person the form names.</param>
/// <param name="Receipt">
/// The raiser's code, <c>4T9Q-2M7K</c>; its first four characters are the public short code (R18).
/// </param>
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
    DebriefTask? Debrief,
    Timings Timings) : EscalationEvent;

/// <summary>The raiser added something, or sent the same id again with other words (R1, R18).</summary>
/// <param name="Resent">The rest of what was sent, when it came as the same raise once more; else null.</param>
public sealed record AdditionMade(Guid Addition, Confidential? What, bool GotWorse, Resent? Resent) : EscalationEvent;

/// <summary>A rung's turn came: these people are asked to say "I have it" by then.</summary>
/// <param name="Rung">The step's place in the ladder, from 0.</param>
/// <param name="NextPageAt">When climbing goes on if nobody answers.</param>
public sealed record RoutedTo(
    int Rung, IReadOnlyList<PersonId> People, DateTimeOffset AcknowledgeBy, DateTimeOffset NextPageAt)
    : EscalationEvent;

/// <summary>Nobody could be paged on this rung; climbing went on at once (R5).</summary>
/// <param name="Rung">The step's place; the number of steps when not even a repeat found anybody to page.</param>
/// <param name="NextPageAt">The same moment where the next step is paged at once, else when it is tried again.</param>
public sealed record RungSkipped(int Rung, SkipReason Reason, DateTimeOffset NextPageAt) : EscalationEvent;

/// <summary>
/// A person who would have been paged was not: a conflict of interest, or their own escalation (R5, R15).
/// </summary>
public sealed record PersonSkipped(int Rung, PersonId Person, SkipReason Reason) : EscalationEvent;

/// <summary>Everyone named was paged, on screen and by e-mail. A repeat is one event naming everybody.</summary>
/// <param name="Rung">
/// The step's place; the number of steps when everyone is paged again; <see cref="OutsideLadder"/> when it is no turn
/// of the ladder at all.
/// </param>
/// <param name="Repeat">0 for the first page of a rung; 1, 2, … for each time everyone was paged again.</param>
/// <param name="NextPageAt">When everyone is paged once more; null where the page moves no clock of the ladder.</param>
public sealed record PageSent(
    int Rung, IReadOnlyList<PersonId> To, int Repeat, PageReason Reason, DateTimeOffset? NextPageAt) : EscalationEvent
{
    public const int OutsideLadder = -1;
}

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

/// <summary>The owner left, lost the role or has a conflict: another named person owns it from here (R4).</summary>
public sealed record OwnerReassigned(PersonId From, PersonId To, LapseReason Reason) : EscalationEvent;

/// <summary>A question, action or debrief whose person left, or lost the role: another answers for it (R4).</summary>
/// <param name="Which">
/// <see cref="Deadline.Question"/>, <see cref="Deadline.Action"/> or <see cref="Deadline.Debrief"/>.
/// </param>
/// <param name="Item">The question or action; null for the debrief.</param>
public sealed record ItemReassigned(Deadline Which, Guid? Item, PersonId From, PersonId To, LapseReason Reason)
    : EscalationEvent;

/// <summary>A person spoke with the student. Ends paging (R5).</summary>
/// <param name="Counts">False for a message in a crisis band: written down, but it stops no clock.</param>
public sealed record ContactMade(PersonId Person, ContactMode Mode, Confidential? Note, bool Counts) : EscalationEvent;

/// <param name="Debrief">The debrief that this band asks for now, when none was asked before.</param>
/// <param name="Ladder">The ladder climbed from here, from its first step; null when the present one goes on.</param>
public sealed record BandRaised(
    Band From,
    Band To,
    Confidential? Reason,
    DateTimeOffset AcknowledgeBy,
    DateTimeOffset RespondBy,
    DebriefTask? Debrief,
    Ladder? Ladder) : EscalationEvent;

/// <summary>
/// It got worse after somebody had spoken with the student: the owner is asked to speak with them again, and the clocks
/// of an acknowledged crisis run once more (R5, R6).
/// </summary>
public sealed record ContactNeededAgain(PersonId Owner, DateTimeOffset RespondBy) : EscalationEvent;

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

/// <summary>
/// Handed over to a named person of the programme, or to someone outside it. Only closing closes (R3).
/// </summary>
/// <param name="CloseBy">When the owner is reminded to close it.</param>
public sealed record HandedOver(
    PersonId From, PersonId? To, Confidential? ToOutside, Confidential Reason, DateTimeOffset CloseBy)
    : EscalationEvent;

/// <param name="CloseBy">When the owner is reminded to close it.</param>
public sealed record SafeForNowRecorded(PersonId Person, Confidential Summary, DateTimeOffset CloseBy)
    : EscalationEvent;

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
    Confidential Reason,
    Ladder Ladder,
    DateTimeOffset AcknowledgeBy,
    DateTimeOffset RespondBy,
    PersonId Owner,
    Timings Timings) : EscalationEvent;

/// <summary>A deadline passed unmet. It tells the Coordinators and stops nothing (R5).</summary>
/// <param name="Item">The question, action or other part it belongs to; null for the escalation itself.</param>
public sealed record DeadlineMissed(Deadline Which, Guid? Item, DateTimeOffset DueBy) : EscalationEvent;

/// <summary>Why a deadline was missed, in the words of whoever answers for it.</summary>
public sealed record DeadlineExplained(Deadline Which, Guid? Item, Confidential Reason) : EscalationEvent;

/// <summary>A reminder, as a task on somebody's page; not a page to a phone.</summary>
/// <param name="NextAt">When the next reminder follows; null where none does.</param>
public sealed record ReminderSent(Deadline About, Guid? Item, IReadOnlyList<PersonId> To, DateTimeOffset? NextAt)
    : EscalationEvent;
