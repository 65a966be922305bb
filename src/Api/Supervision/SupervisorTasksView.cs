using Safeguard.Api.Pages.Kit;

namespace Safeguard.Api.Supervision;

/// <summary>What supporters wait for between sessions: contact they asked for, and calls to see how they are.</summary>
/// <param name="Yours">What the reader owes, soonest first.</param>
/// <param name="Others">What others owe, for Coordinators: without what was written.</param>
public sealed record SupervisorTasksView(
    IReadOnlyList<SupervisorTaskView> Yours, IReadOnlyList<SupervisorTaskView> Others)
{
    public Refused? Refused { get; init; }
}

/// <summary>One request or welfare call.</summary>
/// <param name="Form">The end of its form's name and of nothing else.</param>
public sealed record SupervisorTaskView(
    string Form, string Action, string Name, string? Phone, string Group, bool IsCall,
    DateTimeOffset AskedAt, DateTimeOffset DueAt)
{
    /// <summary>What they wrote, for whoever owes the answer.</summary>
    public string? Words { get; init; }

    /// <summary>Tied to an urgent contact, which makes it due within the hour.</summary>
    public bool Urgent { get; init; }

    /// <summary>Who owes it, where that is not the reader.</summary>
    public string? Owner { get; init; }
}
