using Safeguard.Domain;
using Safeguard.Domain.Programmes;
using Safeguard.Projections.CaseFiles;
using Safeguard.Projections.Directory;
using Safeguard.Projections.EscalationQueue;

namespace Safeguard.Api.CaseFiles;

/// <summary>What a caller asked a list of case files for.</summary>
/// <param name="Before">The last row of the page before.</param>
public sealed record CaseFileListing(
    bool? Open, string? State, PersonId? Owner, PanelId? Panel, (DateTimeOffset OpenedAt, Guid Id)? Before);

/// <summary>Lists of case files, each narrowed to what its reader may know of (R13, R15).</summary>
public sealed class CaseFileLists(CaseFileRows rows, EscalationRows escalations, InstitutionDirectory directory)
{
    private static readonly Role[] SeeEveryState = [Role.Coordinator, Role.DataProtection];

    /// <summary>A page, and the row after which the next one begins; null where there is none.</summary>
    public async Task<(IReadOnlyList<CaseFileRow> Rows, CaseFileRow? Last)> PageAsync(
        Caller caller, CaseFileListing asked, CancellationToken cancel)
    {
        var (filter, sees) = await SightAsync(caller, asked, cancel);
        var found = await rows.ListAsync(filter, cancel);
        var page = found.Take(CaseFileRows.PageSize).ToList();
        return ([.. page.Where(sees)], found.Count > page.Count ? page[^1] : null);
    }

    /// <summary>What the database narrows a list to for this reader, and whether they see a row of it.</summary>
    internal async Task<(CaseFileFilter Filter, Func<CaseFileRow, bool> Sees)> SightAsync(
        Caller caller, CaseFileListing asked, CancellationToken cancel)
    {
        var institution = directory.Present;
        var supervised = Supervised(institution, caller.Person);
        var codes = caller.Is(Role.SeniorMember) || caller.Is(Role.Supervisor) || caller.Is(Role.Coordinator)
            ? await escalations.CaseFilesOfAsync(caller.Person, cancel)
            : [];
        var filter = new CaseFileFilter(
            asked.Open, asked.State, asked.Owner, asked.Panel,
            SeeEveryState.Any(caller.Is) ? null : caller.Person, supervised,
            QueueVisibility.PanelsOf(caller), codes, asked.Before);
        return (filter, row => row.MayBeSeenBy(
            caller, Conflicted(institution, row), supervised.Contains(row.Owner),
            codes.Contains(row.Code, StringComparer.Ordinal)));
    }

    /// <summary>
    /// Those who should not know of the file because of what they declared (R15), towards its owner or whomever it is
    /// about. The row does not say which of those excluded that is, so a conflict towards any of them counts: a list
    /// shows too little rather than too much.
    /// </summary>
    private static List<PersonId> Conflicted(Institution institution, CaseFileRow row) =>
    [
        .. institution.ConflictsTowards(row.Owner, null, row.Code).Where(person => person != row.Owner)
            .Concat(row.Excluded.SelectMany(person => institution.ConflictsTowards(person, null, null))),
    ];

    private static List<PersonId> Supervised(Institution institution, PersonId supervisor) =>
        institution.Holds(supervisor, Role.Supervisor)
            ? [.. institution.Supporters.Keys.Where(person => institution.Person(person)?.Supervisor == supervisor)]
            : [];
}
