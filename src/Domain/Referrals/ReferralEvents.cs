using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Referrals;

/// <summary>Something that happened to a referral.</summary>
public abstract record ReferralEvent;

/// <summary>A service was offered to the student.</summary>
/// <param name="Owner">The owner of the case file, who answers for the referral too (R4).</param>
/// <param name="Closed">The warning, where the service was closed at that moment (R22).</param>
/// <param name="NextAt">When its owner is asked about it next.</param>
public sealed record ReferralOffered(
    Guid Referral,
    Guid CaseFile,
    PanelId Panel,
    string Service,
    Band? Band,
    Confidential Summary,
    PersonId Owner,
    ServiceClosed? Closed,
    DateTimeOffset NextAt) : ReferralEvent;

/// <summary>The student agrees to being referred by name.</summary>
/// <param name="How">How they said so.</param>
public sealed record ReferralConsented(Confidential? How, DateTimeOffset NextAt) : ReferralEvent;

/// <summary>The student does not agree, or no longer; what was sent before stays sent.</summary>
public sealed record ReferralConsentRefused(Confidential? How, DateTimeOffset NextAt) : ReferralEvent;

/// <summary>It went to the service.</summary>
/// <param name="WithConsent">False only in a crisis band, where sharing does not wait for it (R7).</param>
/// <param name="Why">Why it was shared without consent; null where it was with it, or is still to be said.</param>
/// <param name="DisclosureBy">When the reason is owed; null where nothing is.</param>
/// <param name="ReplyBy">When the owner is reminded that no answer came.</param>
public sealed record ReferralSent(
    Confidential What,
    Confidential ToWhom,
    Channel Channel,
    bool WithConsent,
    Confidential? Why,
    DateTimeOffset? DisclosureBy,
    ServiceClosed? Closed,
    DateTimeOffset ReplyBy) : ReferralEvent;

/// <summary>Why it was sent without consent; with the sending it makes the disclosure record whole (R7).</summary>
/// <param name="DecidedBy">Who decided to share.</param>
public sealed record ReferralDisclosureRecorded(Confidential Why, PersonId DecidedBy) : ReferralEvent;

/// <summary>The service says that it has it; whether it takes the student is still to come.</summary>
public sealed record ReferralReceived(Confidential? Note, DateTimeOffset ReplyBy) : ReferralEvent;

/// <summary>The service takes the student.</summary>
/// <param name="SeenCheckAt">When the owner is asked whether they were seen.</param>
public sealed record ReferralAccepted(Confidential? Note, DateTimeOffset SeenCheckAt) : ReferralEvent;

/// <summary>The service does not take the student: it is the owner's again, with the clock running.</summary>
/// <param name="NextAt">Never later than it would have been without.</param>
public sealed record ReferralDeclined(Confidential Reason, DateTimeOffset NextAt) : ReferralEvent;

/// <summary>Nobody answered after all reminders: the Coordinators are told, and stay told.</summary>
public sealed record ReferralUnanswered(IReadOnlyList<PersonId> Told, DateTimeOffset NextAt) : ReferralEvent;

/// <summary>A reminder, as a task on somebody's page.</summary>
/// <param name="Number">1 for the first since something happened; of a disclosure record, since it was due.</param>
public sealed record ReferralReminded(
    ReferralTask About, IReadOnlyList<PersonId> To, int Number, DateTimeOffset NextAt) : ReferralEvent;

/// <summary>Somebody asked the service by hand; it counts as one of the reminders.</summary>
public sealed record ReferralChased(PersonId Person, Confidential? Note, DateTimeOffset NextAt) : ReferralEvent;

/// <summary>The service saw the student.</summary>
public sealed record ReferralSeen(Confidential? Note, DateTimeOffset NextAt) : ReferralEvent;

public sealed record ReferralDidNotAttend(Confidential? Note, DateTimeOffset NextAt) : ReferralEvent;

public sealed record ReferralCompleted(ReferralOutcome Outcome, Confidential? Note) : ReferralEvent;

public sealed record ReferralWithdrawn(Confidential Reason) : ReferralEvent;

/// <summary>Its owner changed with the case file's.</summary>
public sealed record ReferralReassigned(PersonId From, PersonId To) : ReferralEvent;
