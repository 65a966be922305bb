using System.Text.Json.Serialization;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Projections.EscalationQueue;

/// <summary>
/// One escalation in the queue, on its raiser's list of receipts and on the pages of those who owe something for it:
/// states, clocks and ids, never a word of what was said. Written in the transaction of the events it comes from.
/// </summary>
public sealed record EscalationRow
{
    public const string Table = "escalation_queue";

    public static EscalationRow None { get; } = new();

    public Guid Id { get; init; }
    public EscalationState State { get; init; }
    public bool Open { get; init; }
    public string Receipt { get; init; } = "";
    public PersonId Raiser { get; init; }
    public PanelId? Panel { get; init; }
    public string? CaseFile { get; init; }
    public Band Band { get; init; }
    public PersonId Owner { get; init; }
    public PersonId? AcknowledgedBy { get; init; }
    public DateTimeOffset? AcknowledgedAt { get; init; }
    public PersonId? TransferOfferedTo { get; init; }
    public DateTimeOffset RaisedAt { get; init; }
    public DateTimeOffset AcknowledgeBy { get; init; }
    public DateTimeOffset RespondBy { get; init; }
    public DateTimeOffset? ContactAt { get; init; }
    public DateTimeOffset? NextPageAt { get; init; }

    /// <summary>What its reader has to beat next; null once it is closed.</summary>
    public RunningPromise? Promise { get; init; }

    /// <summary>The Coordinators' turn on the ladder has come, so that they may take it (R5).</summary>
    public bool CoordinatorsPaged { get; init; }
    public DateTimeOffset? NextWakeUp { get; init; }
    public DateTimeOffset? ClosedAt { get; init; }
    public IReadOnlyList<PagedSince> Paged { get; init; } = [];
    public int OpenQuestions { get; init; }
    public int MissedDeadlines { get; init; }
    public DateTimeOffset? QuestionAskedAt { get; init; }
    public DebriefTask? Debrief { get; init; }

    /// <summary>Who stepped aside with a conflict: it is not theirs to see any more (R15).</summary>
    public IReadOnlyList<PersonId> Conflicted { get; init; } = [];

    /// <summary>The stream's version this row was made from: its ETag, and what it can be traced to.</summary>
    public long Version { get; init; }

    /// <summary>Who has it, or had it last; null where nobody ever did.</summary>
    [JsonIgnore]
    public PersonId? SeniorMember => AcknowledgedBy ?? (ContactAt is null ? null : Owner);

    public string ShortCode => Receipt.Length >= 4 ? Receipt[..4] : "";
}

/// <summary>Who was paged first when.</summary>
public sealed record PagedSince(PersonId Person, DateTimeOffset At);

/// <summary>An escalation as the shell keeps it: what the rules read, and its row.</summary>
public sealed record EscalationMemory(Escalation State, EscalationRow Row)
{
    public static EscalationMemory NotRaised { get; } = new(Escalation.NotRaised, EscalationRow.None);

    /// <summary>Pure: the same events give the same row, byte for byte.</summary>
    public static EscalationMemory Evolve(EscalationMemory memory, EscalationEvent happened, Stamp stamp)
    {
        var state = Escalation.Evolve(memory.State, happened, stamp);
        var row = memory.Row with
        {
            State = state.State,
            Open = state.IsOpen,
            Receipt = state.Receipt,
            Raiser = state.Raiser,
            Panel = state.Panel,
            CaseFile = state.CaseFile,
            Band = state.Band,
            Owner = state.Owner,
            AcknowledgedBy = state.AcknowledgedBy,
            AcknowledgedAt = state.AcknowledgedAt,
            TransferOfferedTo = state.TransferOfferedTo,
            RaisedAt = state.RaisedAt,
            AcknowledgeBy = state.AcknowledgeBy,
            RespondBy = state.RespondBy,
            ContactAt = state.ContactAt,
            NextPageAt = state.NextPageAt,
            Promise = RunningPromise.Of(state),
            CoordinatorsPaged = state.CoordinatorsPaged,
            NextWakeUp = Escalation.NextWakeUp(state),
            ClosedAt = state.ClosedAt,
            Paged = happened is PageSent page ? Add(memory.Row.Paged, page, stamp.RecordedAt) : memory.Row.Paged,
            OpenQuestions = state.Questions.Count,
            MissedDeadlines = memory.Row.MissedDeadlines + (happened is DeadlineMissed ? 1 : 0),
            QuestionAskedAt = QuestionAskedAt(memory.Row, happened, state, stamp),
            Debrief = state.Debrief,
            Conflicted = state.Conflicted,
            Version = memory.Row.Version + 1,
        };
        return new(state, row);
    }

    /// <summary>
    /// When the oldest open question may have been asked: exact while one is open, which is nearly always.
    /// </summary>
    private static DateTimeOffset? QuestionAskedAt(
        EscalationRow row, EscalationEvent happened, Escalation state, Stamp stamp) =>
        state.Questions.Count == 0 ? null
        : happened is QuestionAsked && row.QuestionAskedAt is null ? stamp.RecordedAt
        : row.QuestionAskedAt;

    private static List<PagedSince> Add(IReadOnlyList<PagedSince> paged, PageSent page, DateTimeOffset at) =>
    [
        .. paged,
        .. page.To.Where(person => paged.All(known => known.Person != person)).Select(p => new PagedSince(p, at)),
    ];
}
