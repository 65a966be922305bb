using System.Diagnostics;
using Safeguard.Domain.Programmes;

namespace Safeguard.Domain.Supervision;

/// <summary>
/// The supervision fortnight of R9 from one base day: when it is due, and when it lapses. The sources of its numbers
/// are in the policy.
/// </summary>
internal sealed record Fortnight
{
    /// <summary>From this day DueSoon; null where no term reaches so far.</summary>
    public DateOnly? DueSoonOn { get; private init; }

    /// <summary>The last day on which coming keeps one current; null where none is known.</summary>
    public DateOnly? DueOn { get; private init; }

    /// <summary>From this day Lapsed. Always a day of term: nobody lapses in a vacation.</summary>
    public DateOnly? LapsesOn { get; private init; }

    /// <summary>The due day moved, because every session before it was cancelled or none was scheduled.</summary>
    public bool Moved { get; private init; }

    /// <summary>Nothing was offered up to the due day and nothing is scheduled after it.</summary>
    public bool NothingScheduled { get; private init; }

    /// <param name="own">Sessions that the own group offered them, in order of day.</param>
    public static Fortnight From(
        DateOnly start, IReadOnlyList<SupervisionSession> own, TermDays days, Policy policy)
    {
        if (days.After(start, (int)policy.SupervisionInterval.TotalDays) is not { } due) return new Fortnight();
        if (own.Any(session => session.Day > start && session.Day <= due && !session.Cancelled))
            return DueAt(due, days, policy);
        var next = own.FirstOrDefault(session => session.Day > due && !session.Cancelled);
        return next is not null
            ? DueAt(next.Day, days, policy) with { Moved = true }
            : new Fortnight
            {
                DueSoonOn = days.Before(due, policy.DueSoonTermDays),
                DueOn = due,
                NothingScheduled = true,
            };
    }

    /// <summary>Where the fortnight stands on a day, and since when.</summary>
    public (Standing Standing, DateOnly Since) On(DateOnly day, DateOnly start)
    {
        if (LapsesOn is { } lapses && day >= lapses) return (Standing.Lapsed, lapses);
        if (DueOn is { } due && day > due && !NothingScheduled) return (Standing.Overdue, due.AddDays(1));
        return DueSoonOn is { } soon && day >= soon ? (Standing.DueSoon, soon) : (Standing.Current, start);
    }

    public bool HasLapsedBy(DateOnly day) => LapsesOn is { } lapses && day >= lapses;

    private static Fortnight DueAt(DateOnly due, TermDays days, Policy policy)
    {
        Debug.Assert(policy.GraceTermDays > 0, "The bounds of a policy say so.");
        var graceEnds = days.After(due, policy.GraceTermDays);
        return new Fortnight
        {
            DueSoonOn = days.Before(due, policy.DueSoonTermDays),
            DueOn = due,
            LapsesOn = graceEnds is { } last ? days.From(last.AddDays(1)) : null,
        };
    }
}
