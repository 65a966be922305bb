using Safeguard.Api.CaseFiles;
using Safeguard.Domain;
using Safeguard.Domain.Referrals;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>What a caller asked a list of referrals for.</summary>
/// <param name="Before">The last row of the page before.</param>
public sealed record ReferralListing(
    bool? Open, ReferralState? State, Guid? CaseFile, string? Service, (DateTimeOffset OfferedAt, Guid Id)? Before);

/// <summary>Lists of referrals; whoever may know of a case file may know of its referrals (R13, R15).</summary>
public sealed class ReferralLists(ReferralRows rows, CaseFileLists files)
{
    private static readonly CaseFileListing AnyFile = new(null, null, null, null, null);

    /// <summary>A page, and the row after which the next one begins; null where there is none.</summary>
    public async Task<(IReadOnlyList<ReferralOfFile> Found, ReferralRow? Last)> PageAsync(
        Caller caller, ReferralListing asked, CancellationToken cancel)
    {
        var (filter, sees) = await files.SightAsync(caller, AnyFile, cancel);
        var found = await rows.ListAsync(
            new(asked.Open, asked.State, asked.CaseFile, asked.Service, filter, asked.Before), cancel);
        var page = found.Take(ReferralRows.PageSize).ToList();
        return ([.. page.Where(one => sees(one.File))], found.Count > page.Count ? page[^1].Row : null);
    }

    /// <summary>Everything open, what wakes up first on top.</summary>
    public async Task<IReadOnlyList<ReferralOfFile>> BoardAsync(Caller caller, CancellationToken cancel)
    {
        var (filter, sees) = await files.SightAsync(caller, AnyFile, cancel);
        return [.. (await rows.OpenAsync(filter, cancel)).Where(one => sees(one.File))];
    }
}
