using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Supervision;
using Safeguard.Projections.Audit;

namespace Safeguard.Api.Audit;

/// <summary>Where a record is looked up.</summary>
/// <param name="NotFound">What was typed and leads nowhere.</param>
public sealed record AuditFindView(string? NotFound = null);

/// <summary>A record as it was known at a moment.</summary>
/// <param name="Stream">Kind and id, as the address has it.</param>
/// <param name="Name">"urgent contact 4T9Q".</param>
/// <param name="Moment">The moment, or now.</param>
/// <param name="Total">How many events it has by now.</param>
public sealed record AuditHistoryView(
    string Stream, string Name, DateTimeOffset Moment, int Total, AuditSteps Steps, IReadOnlyList<AuditEntry> Entries)
{
    /// <summary>The record for which glass is broken to see names, kind and id.</summary>
    public string NamesOf { get; init; } = "";

    /// <summary>Until when names stand beside the ids; null where they do not.</summary>
    public DateTimeOffset? NamesUntil { get; init; }

    /// <summary>Who the student is, where names are shown and it was written down by then.</summary>
    public string? Student { get; init; }

    /// <summary>Null before anything was known.</summary>
    public string? State { get; init; }
    public Band? Band { get; init; }
    public string? Owner { get; init; }
    public DateTimeOffset? NextWakeUp { get; init; }
    public Because Because { get; init; } = Because.Nothing;
    public int PolicyVersion { get; init; }

    /// <summary>Who was on duty for its panel, by role and id; null where it has no panel.</summary>
    public string? OnDuty { get; init; }

    /// <summary>The supporter by role and id, with the standing that they had by what was known.</summary>
    public string? Supporter { get; init; }
    public Standing? Standing { get; init; }
    public DateOnly? StandingSince { get; init; }
    public IReadOnlyList<AuditReason> StandingBecause { get; init; } = [];
    public IReadOnlyList<AuditGround> DutyBecause { get; init; } = [];
    public AuditGround? PolicyBecause { get; init; }

    /// <summary>Events of the institution from which duty, standing and policy follow, in their order.</summary>
    public IReadOnlyList<(AuditGround Ground, AuditEntry Entry)> Grounds { get; init; } = [];
    public IReadOnlyList<AuditDeadlineLine> Deadlines { get; init; } = [];
    public IReadOnlyList<AuditReadLine> ReadBy { get; init; } = [];

    /// <summary>What else was kept with it then, each with its own history.</summary>
    public IReadOnlyList<MenuItem> Kept { get; init; } = [];

    /// <summary>What was typed as a moment and is none.</summary>
    public string? Fault { get; init; }

    public int Known => Entries.Count;
}

/// <summary>One reason for a standing, and from which events it follows.</summary>
public sealed record AuditReason(string Words, IReadOnlyList<AuditGround> Grounds);

/// <summary>One deadline on a page; numbers of events are 0 where there is none.</summary>
/// <param name="State">met, missed or running.</param>
/// <param name="Late">By how much it was or is late.</param>
public sealed record AuditDeadlineLine(
    string What, DateTimeOffset DueBy, string State, TimeSpan? Late, int SetBy, int EndedBy, int ExplainedBy)
{
    /// <summary>The record, where the page has many.</summary>
    public string? Stream { get; init; }
    public string? Name { get; init; }

    public static AuditDeadlineLine Of(AuditDeadline deadline) => new(
        AuditStory.Words(deadline.Which), deadline.DueBy, deadline.State,
        deadline.LateBySeconds is { } late ? TimeSpan.FromSeconds(late) : null, deadline.SetBy,
        deadline.EndedBy ?? 0, deadline.ExplainedBy ?? 0);
}

/// <param name="After">The number of the last event that was known then.</param>
public sealed record AuditReadLine(string Who, string How, DateTimeOffset At, int After);

/// <summary>Deadlines of a period.</summary>
/// <param name="Panel">The slug; null for every panel.</param>
public sealed record AuditDeadlinesView(
    DateTimeOffset From, DateTimeOffset To, string? Panel, IReadOnlyList<Choice> Panels,
    IReadOnlyList<AuditDeadlineLine> Lines, int Met, int Missed, string? Next)
{
    public IReadOnlyList<Fault> Faults { get; init; } = [];
}

/// <summary>The samples that an auditor drew, and the form that draws another.</summary>
public sealed record AuditSamplesView(IReadOnlyList<Choice> Panels, IReadOnlyList<AuditSampleCard> Samples)
{
    public Refused? Refused { get; init; }
}

/// <param name="Items">Each with its address and what it is called.</param>
public sealed record AuditSampleCard(
    string Id, string Panel, int Seed, int OutOf, DateTimeOffset From, DateTimeOffset To, DateTimeOffset DrawnAt,
    IReadOnlyList<MenuItem> Items);

/// <summary>What an auditor found, and the form that records more.</summary>
/// <param name="Item">The record that the form begins with.</param>
public sealed record AuditFindingsView(string? Item, IReadOnlyList<AuditFindingCard> Findings)
{
    public Refused? Refused { get; init; }
}

/// <param name="Event">0 where it is about the record as a whole.</param>
public sealed record AuditFindingCard(
    string Id, MenuItem Record, string Kind, string Words, int Event, DateTimeOffset RecordedAt);
