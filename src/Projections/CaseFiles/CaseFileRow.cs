using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;

namespace Safeguard.Projections.CaseFiles;

/// <summary>
/// One case file on a list: states, clocks and ids, never a word of what was said. Written in the transaction of the
/// events it comes from.
/// </summary>
public sealed record CaseFileRow(Guid Id, string Code, CaseFileState State, bool Open, PersonId Owner, PanelId Panel)
{
    public const string Table = "case_files";

    public PersonId? Supporter { get; init; }

    /// <summary>The student's own panel, whose readers see nothing of it (R13).</summary>
    public PanelId? HomePanel { get; init; }
    public ProgrammeKind Kind { get; init; }
    public DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? LastContactAt { get; init; }
    public int Contacts { get; init; }

    /// <summary>Whether a person has spoken with the student; a message alone is no contact made.</summary>
    public bool SpokenWith { get; init; }
    public int OpenQuestions { get; init; }
    public int OpenActions { get; init; }
    public int OpenEscalations { get; init; }
    public int OpenReferrals { get; init; }
    public int MissedDeadlines { get; init; }
    public DateTimeOffset? DisclosureBy { get; init; }
    public PersonId? OfferedTo { get; init; }

    /// <summary>Who is asked to close it (R23).</summary>
    public PersonId? ClosingBy { get; init; }
    public bool NeedsHandover { get; init; }
    public bool Restricted { get; init; }
    public IReadOnlyList<PersonId> NamedReaders { get; init; } = [];

    /// <summary>
    /// Who should not know of it: declared, or because it is about them; which of the two is not said (R15).
    /// </summary>
    public IReadOnlyList<PersonId> Excluded { get; init; } = [];
    public IReadOnlyList<PersonId> ToldOfReopening { get; init; } = [];
    public bool LegalHold { get; init; }
    public DateTimeOffset? NextWakeUp { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public PersonId? ClosedBy { get; init; }

    /// <summary>The stream's version this row was made from: its ETag, and what it can be traced to.</summary>
    public long Version { get; init; }

    /// <summary>Pure: the same state gives the same row, byte for byte.</summary>
    public static CaseFileRow Of(Guid id, CaseFile state, long version)
    {
        ArgumentNullException.ThrowIfNull(state);
        return new(id, state.Code, state.State, state.IsOpen, state.Owner, state.Panel)
        {
            Supporter = state.Supporter,
            HomePanel = state.HomePanel,
            Kind = state.Kind,
            OpenedAt = state.OpenedAt,
            LastContactAt = state.LastContactAt,
            Contacts = state.Contacts.Count(contact => contact.Reached),
            SpokenWith = state.SpokenWith,
            OpenQuestions = state.Questions.Count,
            OpenActions = state.Actions.Count,
            OpenEscalations = state.Escalations.Count(linked => linked.IsOpen),
            OpenReferrals = state.OpenReferrals.Count,
            MissedDeadlines = state.Missed.Count,
            DisclosureBy = state.DisclosureBy,
            OfferedTo = state.Offer?.To,
            ClosingBy = state.Closing?.Of,
            NeedsHandover = state.HandoverTask is not null,
            Restricted = state.Restricted,
            NamedReaders = state.NamedReaders,
            Excluded =
            [
                .. state.Declared.Concat(state.Alleged).Concat(state.SubjectPerson is { } subject ? [subject] : [])
                    .Distinct().OrderBy(person => person.Value, StringComparer.Ordinal),
            ],
            ToldOfReopening = state.ToldOfReopening,
            LegalHold = state.LegalHold,
            NextWakeUp = CaseFile.NextWakeUp(state),
            ClosedAt = state.ClosedAt,
            ClosedBy = state.ClosedBy,
            Version = version,
        };
    }
}

/// <summary>A case file as the shell keeps it: what the rules read, and how many events that is.</summary>
public sealed record CaseFileMemory(CaseFile State, long Version)
{
    public static CaseFileMemory NotOpened { get; } = new(CaseFile.NotOpened, 0);

    public static CaseFileMemory Evolve(CaseFileMemory memory, CaseFileEvent happened, Stamp stamp)
    {
        ArgumentNullException.ThrowIfNull(memory);
        return new(CaseFile.Evolve(memory.State, happened, stamp), memory.Version + 1);
    }
}
