using System.Collections.Immutable;

namespace Safeguard.Domain.Audit;

/// <summary>A deadline that is running, by the state of its record.</summary>
/// <param name="Which">The name of what is due: <c>AcknowledgeBy</c>, <c>Question</c>.</param>
/// <param name="Item">The question or other part; null for the record itself.</param>
public readonly record struct RunningDeadline(string Which, Guid? Item, DateTimeOffset DueBy);

/// <summary>One deadline from the event that set it to the event that met it.</summary>
/// <param name="SetBy">The number of the event from which it ran as it stands here.</param>
public sealed record DeadlineEntry(string Which, Guid? Item, DateTimeOffset DueBy, int SetBy)
{
    /// <summary>The number of the event that ended it, and when that was recorded; null while it runs.</summary>
    public int? EndedBy { get; init; }
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The number of the event that says that it was missed.</summary>
    public int? MissedBy { get; init; }

    /// <summary>The number of the event that says why.</summary>
    public int? ExplainedBy { get; init; }

    /// <summary>By how much it was late when it was met, or is late by then; null where it was or is in time.</summary>
    public TimeSpan? LateBy(DateTimeOffset moment)
    {
        var until = EndedAt ?? moment;
        return until > DueBy ? until - DueBy : null;
    }

    public bool IsMissed(DateTimeOffset moment) => MissedBy is not null || LateBy(moment) is not null;

    internal bool IsOf(RunningDeadline running) => (Which, Item) == (running.Which, running.Item);
}

/// <summary>
/// Every deadline that a record ever had, met and missed, by comparing what was running before and after each event.
/// A deadline that moves while it can still be met has moved; one that has passed stays as it was, until it is met.
/// </summary>
public sealed record DeadlineLedger
{
    public static DeadlineLedger Empty { get; } = new();

    /// <summary>In the order in which they were set.</summary>
    public ImmutableList<DeadlineEntry> Entries { get; init; } = [];

    /// <summary>What is running after an event.</summary>
    public DeadlineLedger After(int number, DateTimeOffset at, IReadOnlyCollection<RunningDeadline> running)
    {
        ArgumentNullException.ThrowIfNull(running);
        var entries = Entries.ConvertAll(entry => entry switch
        {
            { EndedBy: not null } => entry,
            _ when !running.Any(entry.IsOf) => entry with { EndedBy = number, EndedAt = at },
            _ when at < entry.DueBy && DueOf(entry, running) is var due && due != entry.DueBy =>
                entry with { DueBy = due, SetBy = number },
            _ => entry,
        });
        var set = running.Where(now => !entries.Exists(entry => entry.EndedBy is null && entry.IsOf(now)));
        return this with
        {
            Entries = entries.AddRange(set.Select(now => new DeadlineEntry(now.Which, now.Item, now.DueBy, number))),
        };
    }

    /// <summary>An event says that a deadline has passed.</summary>
    public DeadlineLedger Missed(int number, DateTimeOffset at, RunningDeadline missed)
    {
        var place = Entries.FindLastIndex(entry => entry.IsOf(missed) && entry.MissedBy is null);
        return place < 0
            ? this with
            {
                Entries = Entries.Add(
                    new(missed.Which, missed.Item, missed.DueBy, number)
                    {
                        MissedBy = number,
                        EndedBy = number,
                        EndedAt = at,
                    }),
            }
            : this with { Entries = Entries.SetItem(place, Entries[place] with { MissedBy = number }) };
    }

    /// <summary>An event says why a deadline was missed: the last one of that kind that was.</summary>
    public DeadlineLedger Explained(int number, string which, Guid? item)
    {
        var place = Entries.FindLastIndex(entry =>
            entry.Which == which && entry.Item == item && entry.ExplainedBy is null && entry.MissedBy is not null);
        return place < 0
            ? this
            : this with { Entries = Entries.SetItem(place, Entries[place] with { ExplainedBy = number }) };
    }

    private static DateTimeOffset DueOf(DeadlineEntry entry, IEnumerable<RunningDeadline> running) =>
        running.First(entry.IsOf).DueBy;
}
