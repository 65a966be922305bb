namespace Safeguard.Domain.CaseFiles;

/// <summary>Where a case file stands. Only the close command closes (R3); Reopened acts as Open.</summary>
public enum CaseFileState
{
    NotOpened, Open, Resolved, Closed, Reopened,
}

/// <summary>The way by which somebody was reached, was tried, or wrote.</summary>
public enum Channel
{
    InPerson, Phone, Video, Email, Text, Letter, Voicemail, Other,
}

/// <summary>What a student may agree to, or not.</summary>
public enum ConsentTo
{
    Record, Referral, TrustedContact,
}

/// <summary>Who else was brought in: closing then needs a disclosure record (R3, R7).</summary>
public enum Involved
{
    EmergencyServices, TrustedContact,
}

/// <summary>Why a case file is finished (R23).</summary>
public enum ResolutionReason
{
    SupportComplete, HandedOver, DeclinedHelp, CouldNotBeReached, LeftUniversity, Duplicate,
}

/// <summary>Why a closed file is open again (R3).</summary>
public enum ReopenReason
{
    ByHand, NewContact, SomethingReceived, NewEscalation, NewReferral,
}

/// <summary>Why another person answers for the file, or for a part of it (R4, R15).</summary>
public enum CaseReassignment
{
    Reallocated, LeftOrLostRole, Conflict, NobodyBefore,
}

/// <summary>The deadlines a case file can carry.</summary>
public enum CaseDeadline
{
    Question, Action, Disclosure, SecondName, PlannedContact, HandoverAnswer, HandoverTask, Closure, Review,
}

/// <summary>
/// The numbers of the policy by which a file wakes up, frozen when it is opened or reopened so that the same stream
/// always gives the same wake-ups, whatever policy came later.
/// </summary>
/// <param name="ReviewEvery">Without any contact for this long, the owner is asked to look at it.</param>
/// <param name="FollowUpEvery">How often something late comes back to whoever answers for it.</param>
public sealed record CaseTimings(TimeSpan ReviewEvery, TimeSpan FollowUpEvery);

/// <summary>A conversation as the rules need it: the last correction's, where there is one.</summary>
/// <param name="Reached">False for an attempt in which the student was not reached (R23).</param>
/// <param name="Day">The institution's day on which it happened.</param>
public sealed record LoggedContact(
    Guid Id, PersonId By, Escalations.ContactMode Mode, Channel Channel, bool Reached, DateOnly Day, Band? Band);

public sealed record PlannedContact(Guid Id, DateTimeOffset At, DateTimeOffset RemindedAt);

/// <param name="RemindedAt">The last moment it was asked; reminders count from it once the deadline is missed.</param>
public sealed record CaseQuestion(Guid Id, PersonId Of, DateTimeOffset DueBy, DateTimeOffset RemindedAt);

/// <param name="DueBy">Null where no day was set; it then only comes back as a reminder.</param>
public sealed record CaseAction(Guid Id, PersonId Owner, DateTimeOffset? DueBy, DateTimeOffset RemindedAt);

public sealed record Goal(Guid Id, bool IsMet);

/// <summary>What the student last said about one thing.</summary>
public sealed record Consent(ConsentTo To, bool Given, Confidential? How, DateTimeOffset Since);

/// <summary>An urgent contact about this student; an open one keeps the file from closing (R3).</summary>
public sealed record LinkedEscalation(Guid Id, bool IsOpen);

/// <summary>The file was offered to somebody, and stays with its owner until they accept.</summary>
public sealed record HandoverOffer(PersonId To, DateTimeOffset AnswerBy);

/// <summary>The owner lapsed: a Coordinator is asked to find another supporter (R9).</summary>
public sealed record HandoverTask(PersonId Of, DateTimeOffset RemindAt);

/// <summary>A trusted contact was told in a crisis on one name: a second is owed (R21).</summary>
public sealed record SecondNameOwed(
    Guid Disclosure, PersonId DecidedBy, DateTimeOffset DueBy, DateTimeOffset RemindedAt);

/// <summary>Somebody is asked to close a resolved file (R23).</summary>
/// <param name="AskAt">When they are reminded, once the deadline itself was missed.</param>
public sealed record ClosingTask(PersonId Of, DateTimeOffset DueBy, DateTimeOffset AskAt);

/// <param name="Item">The question, action or other part; null for the file itself.</param>
public sealed record CaseMissed(CaseDeadline Which, Guid? Item, DateTimeOffset DueBy);
