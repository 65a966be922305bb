using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;

namespace Safeguard.Projections.CaseFiles;

/// <summary>
/// Who sees that a case file exists, by its row alone: the same people whom <see cref="CaseFileAccess"/> lets see its
/// state. A test holds the two against each other.
/// </summary>
public static class CaseFileVisibility
{
    /// <param name="conflicted">Those with a declared conflict towards its owner or its code (R15).</param>
    /// <param name="isSupervisor">The caller supervises its owner.</param>
    /// <param name="hasEscalation">The caller has, or had last, an urgent contact that carries its code.</param>
    public static bool MayBeSeenBy(
        this CaseFileRow row, Caller caller, IReadOnlyCollection<PersonId> conflicted, bool isSupervisor,
        bool hasEscalation)
    {
        var person = caller.Person;
        if (conflicted.Contains(person) || row.Excluded.Contains(person)) return false;
        if (row.Owner == person) return true;
        if (row.HomePanel is { } home && caller.Roles.Any(grant => grant.Panel == home)) return false;
        if (caller.Is(Role.Coordinator) || caller.Is(Role.DataProtection) || row.OfferedTo == person) return true;
        if (row.ClosingBy == person) return true;
        return row.Restricted
            ? row.NamedReaders.Contains(person)
            : isSupervisor || hasEscalation || row.ToldOfReopening.Contains(person)
                || (row.State == CaseFileState.Resolved && caller.Is(Role.SeniorMember, row.Panel))
                || (row.State == CaseFileState.Closed && row.ClosedBy == person);
    }
}
