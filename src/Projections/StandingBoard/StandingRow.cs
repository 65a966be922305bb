using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Supervision;

namespace Safeguard.Projections.StandingBoard;

/// <summary>
/// One supporter's standing (R9) with the days on which it moves by time alone. No clock is in it: the same facts give
/// the same row, and <see cref="On"/> reads it for a day.
/// </summary>
/// <param name="Panel">Of two panels the first.</param>
/// <param name="Status">A state that goes before the fortnight; null while the fortnight counts.</param>
/// <param name="Since">The day on which the status, or the fortnight, began.</param>
public sealed record StandingRow(
    PersonId Person, PanelId? Panel, GroupId? Group, Standing? Status, DateOnly Since)
{
    public const string Table = "standing_board";

    public DateOnly? DueSoonOn { get; init; }
    public DateOnly? DueOn { get; init; }
    public DateOnly? OverdueOn { get; init; }
    public DateOnly? LapsesOn { get; init; }
    public DateOnly? LastCounted { get; init; }
    public bool AwaitsCoordinator { get; init; }

    /// <summary>Nothing was offered up to the due day and nothing is scheduled after it.</summary>
    public bool NothingScheduled { get; init; }
    public DateTimeOffset? AvailableSince { get; init; }

    public static StandingRow Of(Institution institution, StandingFacts facts, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(institution);
        ArgumentNullException.ThrowIfNull(facts);
        var standing = StandingOf.At(facts, now);
        var isFortnight = standing.Standing <= Standing.Lapsed;
        return new StandingRow(
            facts.Person, institution.Person(facts.Person)?.OwnPanel, facts.Supporter.Group,
            isFortnight ? null : standing.Standing, standing.FortnightFrom ?? standing.Since)
        {
            DueSoonOn = standing.DueSoonOn,
            DueOn = standing.DueOn ?? standing.NotOfferedOn,
            OverdueOn = standing.NothingScheduled ? null : standing.DueOn?.AddDays(1),
            LapsesOn = standing.LapsesOn,
            LastCounted = standing.LastCounted,
            AwaitsCoordinator = standing.AwaitsCoordinator,
            NothingScheduled = standing.NothingScheduled,
            AvailableSince = facts.Supporter.AvailableSince,
        };
    }

    /// <summary>Where they stand on a day, and since when.</summary>
    public (Standing Standing, DateOnly Since) On(DateOnly day) =>
        Status is { } status ? (status, Since)
        : LapsesOn is { } lapses && day >= lapses ? (Standing.Lapsed, lapses)
        : OverdueOn is { } overdue && day >= overdue ? (Standing.Overdue, overdue)
        : DueSoonOn is { } soon && day >= soon ? (Standing.DueSoon, soon)
        : (Standing.Current, Since);
}
