namespace Safeguard.Domain.CaseFiles;

public sealed record CaseQuestionAsked(Guid Question, PersonId Of, Confidential Words, DateTimeOffset DueBy)
    : CaseFileEvent;

/// <summary>Answered. It closes nothing (R3).</summary>
public sealed record CaseQuestionAnswered(Guid Question, Confidential Answer) : CaseFileEvent;

public sealed record CaseActionRecorded(
    Guid Action, Confidential What, PersonId Owner, DateTimeOffset? DueBy, bool Done) : CaseFileEvent;

public sealed record CaseActionDone(Guid Action, Confidential? Note) : CaseFileEvent;

/// <summary>Emergency services or a trusted contact were brought in: a disclosure record is owed (R3, R7).</summary>
public sealed record InvolvementRecorded(Involved Who, Confidential? Note, DateTimeOffset DisclosureBy)
    : CaseFileEvent;

/// <summary>What was shared, or decided not to be shared, with whom and why (R7, R21).</summary>
/// <param name="SecondedBy">The second senior name; null where none was needed, or one is still owed.</param>
/// <param name="SecondNameBy">When the second senior name is owed by; null where none is.</param>
public sealed record CaseDisclosureRecorded(
    Guid Disclosure,
    bool Shared,
    Confidential What,
    Confidential ToWhom,
    Confidential Why,
    bool WithConsent,
    bool TrustedContact,
    PersonId DecidedBy,
    PersonId? SecondedBy,
    Confidential? Grounds,
    DateTimeOffset? SecondNameBy) : CaseFileEvent;

/// <summary>The second senior name came after, as a crisis allows (R21).</summary>
public sealed record DisclosureSeconded(Guid Disclosure, PersonId Person, Confidential Grounds) : CaseFileEvent;

/// <param name="By">The day it is hoped for; null where none was set.</param>
public sealed record GoalSet(Guid Goal, Confidential What, DateOnly? By) : CaseFileEvent;

public sealed record GoalMet(Guid Goal, Confidential? Note) : CaseFileEvent;

/// <summary>Another supporter was asked to take it; the owner stays until they accept.</summary>
public sealed record HandoverOffered(PersonId From, PersonId To, Confidential? Reason, DateTimeOffset AnswerBy)
    : CaseFileEvent;

public sealed record HandoverDeclined(PersonId Person, Confidential? Reason) : CaseFileEvent;

/// <summary>Nobody answered the offer: it stays where it is, and those named look for somebody else.</summary>
public sealed record HandoverOfferLapsed(PersonId To, IReadOnlyList<PersonId> Told) : CaseFileEvent;

/// <summary>Accepted: everything in the file goes with it, and the former owner reads it no more.</summary>
public sealed record CaseFileHandedOver(PersonId From, PersonId To) : CaseFileEvent;

/// <summary>Given to another without being offered: by a Coordinator, or because its owner went (R4, R15).</summary>
/// <param name="ToSupporter">Whether the new owner is the student's supporter too, or looks for one.</param>
public sealed record CaseFileReassigned(
    PersonId From, PersonId To, bool ToSupporter, CaseReassignment Reason, Confidential? Words) : CaseFileEvent;

/// <summary>A part whose person left, lost the role or has a conflict: another answers for it (R4).</summary>
/// <param name="Item">The question or action; null for a task about the file itself.</param>
public sealed record CaseItemReassigned(
    CaseDeadline Which, Guid? Item, PersonId From, PersonId To, CaseReassignment Reason) : CaseFileEvent;

/// <summary>The owner lapsed: a Coordinator is asked to find another supporter (R9).</summary>
public sealed record HandoverAsked(PersonId Supporter, PersonId Of, DateTimeOffset RemindAt) : CaseFileEvent;

/// <summary>The owner is back, so nobody needs to be found.</summary>
public sealed record HandoverTaskCancelled(PersonId Of) : CaseFileEvent;

/// <summary>An urgent contact about this student was raised, or opened again (R3).</summary>
public sealed record EscalationLinked(Guid Escalation) : CaseFileEvent;

/// <summary>An urgent contact about this student is closed; that it was there stays.</summary>
public sealed record EscalationUnlinked(Guid Escalation) : CaseFileEvent;

public sealed record ReferralLinked(Guid Referral) : CaseFileEvent;

/// <summary>A referral has its outcome.</summary>
public sealed record ReferralUnlinked(Guid Referral) : CaseFileEvent;

/// <summary>A deadline passed unmet. It tells those named and stops nothing.</summary>
/// <param name="Item">The question, action or other part it belongs to; null for the file itself.</param>
public sealed record CaseDeadlineMissed(
    CaseDeadline Which, Guid? Item, DateTimeOffset DueBy, IReadOnlyList<PersonId> Told) : CaseFileEvent;

/// <summary>Why a deadline was missed, in the words of whoever reads the file.</summary>
public sealed record CaseDeadlineExplained(CaseDeadline Which, Guid? Item, Confidential Reason) : CaseFileEvent;

/// <summary>A reminder, as a task on somebody's page.</summary>
/// <param name="NextAt">When the next one follows.</param>
public sealed record CaseReminderSent(
    CaseDeadline About, Guid? Item, IReadOnlyList<PersonId> To, DateTimeOffset NextAt) : CaseFileEvent;
