using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Referrals;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Api.CaseFiles;

/// <summary>
/// One case file as one reader may see it. Names come in ready; what the reader may not know is absent.
/// </summary>
/// <param name="Code">The student's case code, <c>WX-7K3M</c>.</param>
/// <param name="Version">The stream's version that the reader sees; every form on the page carries it.</param>
public sealed record CaseFileView(string Id, string Code, long Version, CaseFileState State)
{
    /// <summary>What the reader may do now. The page shows a form for each and no other.</summary>
    public required IReadOnlySet<CaseFileMove> May { get; init; }

    public required string Owner { get; init; }
    public DateTimeOffset OwnerSince { get; init; }
    public required string Panel { get; init; }
    public ProgrammeKind Kind { get; init; }
    public DateTimeOffset? NextWakeUp { get; init; }

    /// <summary>What the next wake-up is about: "the question".</summary>
    public string? NextWakeUpFor { get; init; }

    /// <summary>The one thing that waits for this reader, before everything else; null where nothing does.</summary>
    public CaseNext? Next { get; init; }

    /// <summary>Who the student is; null where nobody said, or it is not the reader's to know.</summary>
    public StudentAnswer? Student { get; init; }
    public IReadOnlyList<string> Consents { get; init; } = [];
    public IReadOnlyList<string> Readers { get; init; } = [];
    /// <summary>Who has read it, whoever read last first; empty for those who may not read it.</summary>
    public IReadOnlyList<ReaderView> ReadBy { get; init; } = [];

    /// <summary>Until when it is open to a reader who broke glass for it; null for all others.</summary>
    public DateTimeOffset? OpenUntil { get; init; }
    public bool SpokenWith { get; init; }
    public int Contacts { get; init; }
    public bool Restricted { get; init; }
    public bool LegalHold { get; init; }
    public bool ShowsWords { get; init; }

    /// <summary>Whom it was offered to, while they have not answered.</summary>
    public string? OfferedTo { get; init; }
    public IReadOnlyList<CaseQuestionView> Questions { get; init; } = [];
    public IReadOnlyList<CaseActionView> Actions { get; init; } = [];
    public IReadOnlyList<CaseGoalView> Goals { get; init; } = [];

    /// <summary>Disclosures that still want the second senior name (R21).</summary>
    public IReadOnlyList<SecondNameView> SecondNames { get; init; } = [];
    public DateTimeOffset? DisclosureBy { get; init; }
    public IReadOnlyList<ReferralView> Referrals { get; init; } = [];
    public IReadOnlyList<CaseMissedView> Missed { get; init; } = [];

    /// <summary>What has to be so before it can close, with whether it is.</summary>
    public IReadOnlyList<CloseCheck> Checks { get; init; } = [];

    /// <summary>Contacts that the reader may correct.</summary>
    public IReadOnlyList<CorrectableContact> Correctable { get; init; } = [];

    /// <summary>Newest first.</summary>
    public IReadOnlyList<TimelineEntryView> Timeline { get; init; } = [];
    public IReadOnlyList<Choice> People { get; init; } = [];
    public IReadOnlyList<Choice> Supporters { get; init; } = [];
    public IReadOnlyList<Choice> Senior { get; init; } = [];
    public IReadOnlyList<ServiceChoice> Services { get; init; } = [];

    /// <summary>Why the reader takes on nothing new now, in words; null where they may (R9).</summary>
    public string? NotTakingOn { get; init; }

    /// <summary>The form that the address asks to have open; null for none.</summary>
    public string? Asked { get; init; }

    /// <summary>What was typed, when a form of this page was refused.</summary>
    public Refused? Refused { get; init; }

    public string Address => $"/case-files/{Id}";

    public bool Can(CaseFileMove move) => May.Contains(move);

    /// <summary>Whether that form stands open: it was refused, or the address asks for it.</summary>
    public bool IsOpen(string form) => Refused?.Form == form || (Refused is null && Asked == form);
}

/// <summary>What to do now: at most one on a page.</summary>
/// <param name="Words">A sentence below it; a quotation where the flag says so.</param>
public sealed record CaseNext(string Heading, string? Words, CaseNextKind Kind)
{
    public bool Quoted { get; init; }
    public DateTimeOffset? Since { get; init; }
    public DateTimeOffset? Due { get; init; }

    /// <summary>Beside the countdown: "Until then this file cannot close."</summary>
    public string? DueWords { get; init; }

    /// <summary>The question, action or escalation that it is about.</summary>
    public string? Item { get; init; }
}

public enum CaseNextKind
{
    Answer, Accept, OpenEscalation, Close, Disclose, SecondName, Reassign, LogContact,
}

public sealed record CaseQuestionView(
    string Id, string Of, string? Words, DateTimeOffset AskedAt, DateTimeOffset DueBy, bool MayAnswer);

public sealed record CaseActionView(string Id, string? What, string Owner, DateTimeOffset? DueBy, bool MayComplete);

public sealed record CaseGoalView(string Id, string? What, DateOnly? By, bool IsMet);

/// <param name="MayAdd">Whether the reader can be that name (R21).</param>
public sealed record SecondNameView(string Id, DateTimeOffset DueBy, bool MayAdd);

public sealed record CaseMissedView(CaseDeadline Which, string? Item, DateTimeOffset DueBy);

public sealed record CloseCheck(string Words, bool IsDone);

public sealed record CorrectableContact(
    string Id, string Words, string Mode, int Minutes, string? Note, string? Band);

/// <param name="Warning">Said where it is closed now, with one that is open; null where it is not.</param>
public sealed record ServiceChoice(string Slug, string Name, string? Warning);
