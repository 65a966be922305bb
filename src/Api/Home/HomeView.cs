using Safeguard.Api.CaseFiles;
using Safeguard.Api.Escalations;
using Safeguard.Api.Pages.Kit;
using Safeguard.Api.Supervision;

namespace Safeguard.Api.Home;

/// <summary>What waits for one person. Each part is there only for those whom it concerns.</summary>
public sealed record HomeView
{
    /// <summary>Questions to them, to be answered straight away.</summary>
    public IReadOnlyList<AskedView> Questions { get; init; } = [];

    /// <summary>What they are asked to do, most urgent first.</summary>
    public IReadOnlyList<TaskLine> Tasks { get; init; } = [];

    /// <summary>The queue in three numbers; null for those who have none.</summary>
    public WaitingView? Waiting { get; init; }

    /// <summary>What they are on duty as now, and next.</summary>
    public IReadOnlyList<DutyLine> Duties { get; init; } = [];

    /// <summary>Their supervision standing; null for those who are neither supporter nor trainee.</summary>
    public OwnStandingView? Standing { get; init; }

    /// <summary>Whom to talk to between sessions; null for those who have no supervisor.</summary>
    public SupervisorView? Supervisor { get; init; }

    /// <summary>Their open case files, what wakes up first on top; null for those who own none.</summary>
    public IReadOnlyList<CaseFileLine>? CaseFiles { get; init; }

    /// <summary>The groups that they supervise.</summary>
    public IReadOnlyList<GroupLine> Groups { get; init; } = [];

    /// <summary>What they raised lately, newest first; null for those whose home is about something else.</summary>
    public IReadOnlyList<ReceiptLine>? Receipts { get; init; }

    /// <summary>What they may look at: the pages of the programme office.</summary>
    public IReadOnlyList<MenuItem> Pages { get; init; } = [];
}

/// <param name="Words">The verb first: "Answer a question on urgent contact 4T9Q".</param>
public sealed record TaskLine(string Words, string Address, DateTimeOffset? By = null);

/// <param name="Unanswered">Nobody has these yet.</param>
/// <param name="Yours">The reader said "I have it" to these.</param>
public sealed record WaitingView(int Unanswered, int Yours, int Open);

/// <param name="What">"Deputy for Alder College".</param>
public sealed record DutyLine(string What, DateTimeOffset Starts, DateTimeOffset Ends, bool Confirmed);

public sealed record SupervisorView(string Name, string? Phone, string? Email);
