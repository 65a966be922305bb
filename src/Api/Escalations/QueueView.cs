using Safeguard.Api.Pages.Kit;
using Safeguard.Domain;
using Safeguard.Domain.Escalations;

namespace Safeguard.Api.Escalations;

/// <summary>
/// Everything open that the reader may see, worst first: nobody has it, then least time left, then band.
/// </summary>
public sealed record QueueView(IReadOnlyList<QueueCard> Cards)
{
    /// <summary>What the reader is on duty as, in words: "Deputy for Alder College"; null when off duty.</summary>
    public string? Duty { get; init; }
    public DateTimeOffset? DutyUntil { get; init; }

    /// <summary>Who else is on duty with the reader: "Yusuf Hall, first on duty".</summary>
    public string? Beside { get; init; }

    public DateTimeOffset? LastFinishedAt { get; init; }

    /// <summary>Where the rest of a longer queue is; null at its end.</summary>
    public string? More { get; init; }

    /// <summary>Everything open, those on other pages included.</summary>
    public int Open { get; init; } = Cards.Count;

    public Refused? Refused { get; init; }
}

/// <summary>One open escalation as a list may show it: no words of anybody.</summary>
/// <param name="Code">The short public code, <c>4T9Q</c>.</param>
/// <param name="Panel">The panel's name; null where none is known.</param>
/// <param name="Version">The stream's version that the reader saw.</param>
public sealed record QueueCard(
    string Id, string Code, long Version, Band Band, EscalationState State, string? Panel, DateTimeOffset RaisedAt)
{
    /// <summary>Who said "I have it" and still has it; null while nobody has.</summary>
    public Holder? HeldBy { get; init; }

    /// <summary>The promise that runs out next; null where none is running.</summary>
    public Promise? Promise { get; init; }

    /// <summary>Who has been paged and when first: a name, or "you".</summary>
    public IReadOnlyList<PagedPerson> Paged { get; init; } = [];

    public DateTimeOffset? NextPageAt { get; init; }

    /// <summary>When the oldest open question was asked; the clock keeps running meanwhile.</summary>
    public DateTimeOffset? QuestionAskedAt { get; init; }

    /// <summary>Whether the reader may say "I have it" from here.</summary>
    public bool MayAcknowledge { get; init; }

    /// <summary>Whether somebody has asked the reader to take it over.</summary>
    public bool OfferedToYou { get; init; }

    public string Address => $"/escalations/{Id}";

    public bool NobodyHasIt => HeldBy is null && State is EscalationState.Raised or EscalationState.Reopened;
}

/// <summary>Who has an escalation, since when.</summary>
public sealed record Holder(string Name, bool You, DateTimeOffset Since);

/// <param name="Name">A name, or "you".</param>
public sealed record PagedPerson(string Name, DateTimeOffset At);

/// <summary>A deadline that is running or missed, with the moment its time began.</summary>
public sealed record Promise(Deadline Which, DateTimeOffset From, DateTimeOffset By)
{
    public static Promise? Of(RunningPromise? running) =>
        running is null ? null : new(running.Which, running.From, running.By);

    public CountdownView Countdown(DateTimeOffset now, Band band) => CountdownView.At(now, From, By, band.IsCrisis());
}
