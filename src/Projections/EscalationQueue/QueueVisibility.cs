using Safeguard.Domain;

namespace Safeguard.Projections.EscalationQueue;

/// <summary>
/// Who sees that an escalation exists, its state, clock and ladder: the Senior Members of its panel, its owner,
/// everyone
/// once paged, and the Coordinators (R5). Where it has no panel it is the Coordinators' and theirs who were paged.
/// </summary>
public static class QueueVisibility
{
    /// <param name="conflicted">
    /// Those with a declared conflict towards its raiser, itself or its case file (R15).
    /// </param>
    public static bool MayBeSeenBy(this EscalationRow row, Caller caller, IReadOnlyCollection<PersonId> conflicted) =>
        row.Raiser != caller.Person
        && !conflicted.Contains(caller.Person)
        && !row.Conflicted.Contains(caller.Person)
        && (caller.Is(Role.Coordinator)
            || row.Owner == caller.Person
            || row.TransferOfferedTo == caller.Person
            || (row.Panel is { } panel && caller.Is(Role.SeniorMember, panel))
            || row.Paged.Any(paged => paged.Person == caller.Person));

    /// <summary>The panels whose every escalation the caller sees.</summary>
    public static IReadOnlyList<PanelId> PanelsOf(Caller caller) =>
        [.. caller.Roles.Where(grant => grant.Role == Role.SeniorMember).Select(grant =>
            grant.Panel).OfType<PanelId>()];

    /// <summary>Nobody has it first, then least time left, then the more urgent band.</summary>
    public static IOrderedEnumerable<EscalationRow> WorstFirst(this IEnumerable<EscalationRow> rows) => rows
        .OrderBy(row => row.AcknowledgedBy is not null || row.ContactAt is not null)
        .ThenBy(row => row.Promise?.By ?? DateTimeOffset.MaxValue)
        .ThenByDescending(row => row.Band)
        .ThenBy(row => row.RaisedAt);
}
