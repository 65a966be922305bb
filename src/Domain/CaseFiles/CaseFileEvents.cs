using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.CaseFiles;

/// <summary>Something that happened to a case file.</summary>
public abstract record CaseFileEvent;

/// <summary>A student's file was opened; its supporter owns it.</summary>
/// <param name="Code">The student's case code, <c>WX-7K3M</c>.</param>
/// <param name="HomePanel">
/// The student's own panel, where they asked for somebody from outside it (R13); else null.
/// </param>
public sealed record CaseFileOpened(
    string Code, PersonId Supporter, PanelId Panel, PanelId? HomePanel, ProgrammeKind Kind, CaseTimings Timings)
    : CaseFileEvent;

/// <summary>The supporter now has more open files than the policy finds easy: said, and never a bar (R14).</summary>
/// <param name="Told">Their supervisor, else a Coordinator; null where there is neither.</param>
public sealed record HighLoadNoticed(PersonId Supporter, int OpenFiles, PersonId? Told) : CaseFileEvent;

/// <summary>Who the student is. Said again with other words, it replaces what was said, with a reason (R2).</summary>
/// <param name="Person">The student's id, where they are a person of the programme as well (R15).</param>
public sealed record StudentIdentified(
    Confidential Name,
    Confidential? Reach,
    Confidential? TrustedContact,
    Confidential? Person,
    Confidential? Reason) : CaseFileEvent;

public sealed record ConsentRecorded(ConsentTo To, bool Given, Confidential? How) : CaseFileEvent;

/// <summary>A conversation to come; logged under the same id once it has been.</summary>
public sealed record ContactPlanned(Guid Contact, ContactMode Mode, DateTimeOffset At, Confidential? Note)
    : CaseFileEvent;

/// <summary>A conversation, or an attempt at one; when it happened is the event's own occurredAt.</summary>
/// <param name="Reached">False for an attempt in which the student was not reached (R23).</param>
/// <param name="Day">The institution's day on which it happened.</param>
/// <param name="LateRecord">Written down on a later day, or by somebody who may not take on work now (R9).</param>
public sealed record ContactLogged(
    Guid Contact,
    PersonId By,
    ContactMode Mode,
    Channel Channel,
    bool Reached,
    int Minutes,
    IReadOnlyList<Confidential> Topics,
    Band? Band,
    Confidential Note,
    DateOnly Day,
    bool LateRecord) : CaseFileEvent;

/// <summary>How a contact reads from now on; what was there before stays on record, struck through (R2).</summary>
public sealed record ContactCorrected(
    Guid Correction,
    Guid Contact,
    ContactMode Mode,
    Channel Channel,
    bool Reached,
    int Minutes,
    IReadOnlyList<Confidential> Topics,
    Band? Band,
    Confidential Note,
    DateOnly Day,
    Confidential Reason) : CaseFileEvent;

/// <summary>Information given; nothing about the student left the programme.</summary>
/// <param name="WhileClosed">The service was closed at that moment: a warning that was shown, never a bar.</param>
/// <param name="OpenInstead">A service that was open then; null where there was none, or none was needed.</param>
public sealed record Signposted(
    Guid Signpost, string Service, bool WhileClosed, string? OpenInstead, Confidential? Note) : CaseFileEvent;

/// <summary>Something came from outside (a parent's voicemail, a letter) and travels with the file from here.</summary>
/// <param name="Told">Its owner.</param>
public sealed record ReceivedAttached(
    Guid Attachment, Channel Channel, Confidential From, Confidential Words, PersonId Told) : CaseFileEvent;

/// <summary>Resolved by its owner, with a record good enough for an inquest (R20, R23).</summary>
/// <param name="DuplicateOf">The other file's code, for a duplicate; else null.</param>
/// <param name="AskedToClose">Who is asked to close it by <paramref name="CloseBy"/>; others may as well.</param>
public sealed record CaseFileResolved(
    PersonId Person,
    ResolutionReason Reason,
    string? DuplicateOf,
    Confidential Summary,
    Confidential FollowUp,
    IReadOnlyList<DecisionTaken> Decisions,
    Confidential Outcome,
    IReadOnlyList<Confidential> Told,
    PersonId AskedToClose,
    DateTimeOffset CloseBy) : CaseFileEvent;

public sealed record CaseFileClosed(PersonId Person, Confidential? Note) : CaseFileEvent;

/// <summary>Open again: acts as open, with a new look-in (R3).</summary>
/// <param name="Told">Its last owner and the duty Senior Member.</param>
public sealed record CaseFileReopened(
    ReopenReason Reason, Confidential? Words, PersonId Owner, IReadOnlyList<PersonId> Told, CaseTimings Timings)
    : CaseFileEvent;

/// <summary>Read from here by its owner and those named alone (R15).</summary>
/// <param name="About">The person of the programme whom an allegation is about; else null.</param>
public sealed record MarkedRestricted(IReadOnlyList<PersonId> Named, Confidential? About, Confidential Reason)
    : CaseFileEvent;

public sealed record RestrictionLifted(Confidential Reason) : CaseFileEvent;

/// <summary>Nothing of it may be erased from here, whatever is due (R19).</summary>
public sealed record LegalHoldPlaced(Confidential Reason) : CaseFileEvent;

public sealed record LegalHoldLifted(Confidential Reason) : CaseFileEvent;

/// <summary>Somebody should not know of this student, and from here does not (R15).</summary>
public sealed record CaseConflictDeclared(PersonId Person) : CaseFileEvent;
