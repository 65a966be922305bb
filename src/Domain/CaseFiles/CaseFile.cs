using Safeguard.Domain.Escalations;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.CaseFiles;

/// <summary>
/// The record of one student's support, as the rules need it: nothing that no rule reads. The student is known by the
/// code; who that is stands in the events alone, sealed.
/// </summary>
public sealed partial record CaseFile
{
    public static CaseFile NotOpened { get; } = new();

    public CaseFileState State { get; init; }

    /// <summary>The student's case code, <c>WX-7K3M</c>.</summary>
    public string Code { get; init; } = "";

    /// <summary>Who answers for it (R4): its supporter, or for a time whoever the rules found instead.</summary>
    public PersonId Owner { get; init; }
    public DateTimeOffset OwnerSince { get; init; }

    /// <summary>The supporter who listens to the student; null while nobody does.</summary>
    public PersonId? Supporter { get; init; }

    /// <summary>The scope: the supporter's panel.</summary>
    public PanelId Panel { get; init; }

    /// <summary>
    /// The student's own panel, where they asked for somebody from outside it: its readers see nothing (R13).
    /// </summary>
    public PanelId? HomePanel { get; init; }
    public ProgrammeKind Kind { get; init; }
    public CaseTimings Timings { get; init; } = new(TimeSpan.Zero, TimeSpan.Zero);
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>For whom it was opened: the same opening sent again is already so.</summary>
    public PersonId OpenedFor { get; init; }

    /// <summary>What was written as the student's identity; the same again is already so.</summary>
    public StudentIdentified? Identity { get; init; }

    /// <summary>The last word on each thing that the student was asked about.</summary>
    public IReadOnlyList<Consent> Consents { get; init; } = [];

    /// <summary>Every conversation and every attempt, in the order of logging.</summary>
    public IReadOnlyList<LoggedContact> Contacts { get; init; } = [];
    public IReadOnlyList<PlannedContact> Planned { get; init; } = [];
    public DateTimeOffset? LastContactAt { get; init; }
    public IReadOnlyList<CaseQuestion> Questions { get; init; } = [];
    public IReadOnlyList<CaseAction> Actions { get; init; } = [];

    /// <summary>Who was ever asked for an answer or to do something: they may see what became of that.</summary>
    public IReadOnlyList<PersonId> Asked { get; init; } = [];
    public IReadOnlyList<Goal> Goals { get; init; } = [];
    public IReadOnlyList<LinkedEscalation> Escalations { get; init; } = [];

    /// <summary>Referrals without an outcome.</summary>
    public IReadOnlyList<Guid> OpenReferrals { get; init; } = [];

    /// <summary>Referrals with an outcome: one told of once more is already so.</summary>
    public IReadOnlyList<Guid> EndedReferrals { get; init; } = [];

    /// <summary>When a disclosure record is owed, because others were brought in (R7).</summary>
    public DateTimeOffset? DisclosureBy { get; init; }
    public IReadOnlyList<SecondNameOwed> SecondNames { get; init; } = [];
    public HandoverOffer? Offer { get; init; }
    public HandoverTask? HandoverTask { get; init; }
    public PersonId? ResolvedBy { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }
    public ClosingTask? Closing { get; init; }
    public PersonId? ClosedBy { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>Who was told that it is open again, and so may look until it is resolved once more (R3).</summary>
    public IReadOnlyList<PersonId> ToldOfReopening { get; init; } = [];
    public bool Restricted { get; init; }

    /// <summary>Who may read a restricted file besides its owner (R15).</summary>
    public IReadOnlyList<PersonId> NamedReaders { get; init; } = [];

    /// <summary>The student, where they are a person of the programme as well (R15).</summary>
    public PersonId? SubjectPerson { get; init; }

    /// <summary>Whom an allegation in it is about; lifting the restriction tells them nothing (R15).</summary>
    public IReadOnlyList<PersonId> Alleged { get; init; } = [];

    /// <summary>Who said of themselves that they should not know of it (R15).</summary>
    public IReadOnlyList<PersonId> Declared { get; init; } = [];
    public bool LegalHold { get; init; }

    /// <summary>When the owner is asked to look at it, counted from the last contact.</summary>
    public DateTimeOffset ReviewAt { get; init; }

    /// <summary>Deadlines whose passing has been recorded, so that each is recorded once.</summary>
    public IReadOnlyList<CaseMissed> Missed { get; init; } = [];

    /// <summary>When an owed disclosure was last asked for, once its deadline was missed.</summary>
    public DateTimeOffset DisclosureRemindedAt { get; init; }

    /// <summary>
    /// Ids of answered questions, finished actions, corrections, signposts, attachments and disclosures: a repeat of
    /// one is already so.
    /// </summary>
    public IReadOnlyList<Guid> Settled { get; init; } = [];

    /// <summary>Somebody answers for it: it is open, reopened, or resolved and waiting to be closed.</summary>
    public bool IsOpen => State is CaseFileState.Open or CaseFileState.Reopened or CaseFileState.Resolved;

    /// <summary>
    /// A person has spoken with the student. Answered by e-mail alone is no contact made, and is shown as that.
    /// </summary>
    public bool SpokenWith => Contacts.Any(contact => contact.Reached && contact.Mode != ContactMode.Message);

    /// <summary>The last thing said about consent to that; null where the student was not asked.</summary>
    public Consent? ConsentFor(ConsentTo to) => Consents.FirstOrDefault(consent => consent.To == to);

    /// <summary>Whether this very id was used here before, for whatever part.</summary>
    internal bool Knows(Guid id) =>
        Settled.Contains(id) || Contacts.Any(contact => contact.Id == id) || Questions.Any(open => open.Id == id)
        || Actions.Any(open => open.Id == id) || Goals.Any(goal => goal.Id == id)
        || Planned.Any(contact => contact.Id == id);

    internal bool HasMissed(CaseDeadline which, Guid? item, DateTimeOffset dueBy) =>
        Missed.Contains(new(which, item, dueBy));
}
