using Safeguard.Api.Commands;
using Safeguard.Api.Reading;
using Safeguard.Domain;
using Safeguard.Domain.Access;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>
/// Referrals as something that is read whole (R17): by auditors alone, for everybody else reads one with its case file.
/// </summary>
public sealed class ReferralItems(ReferralRows rows) : IReadItems
{
    public string Kind => ReferralKind.StreamType;

    public async Task<Guid?> FindAsync(string name, CancellationToken cancel) =>
        Guid.TryParse(name, out var id) ? (await rows.FindAsync(id, cancel))?.Row.Id : null;

    /// <summary>Nothing: whoever has to see one from outside breaks the glass of its case file.</summary>
    public Task<ItemFacts?> FactsAsync(Transaction transaction, Caller caller, Guid id) =>
        Task.FromResult<ItemFacts?>(null);

    public async Task<bool> IsKnownToAsync(Guid id, Caller caller, CancellationToken cancel) =>
        caller.Is(Role.Auditor) && await rows.FindAsync(id, cancel) is not null;

    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
        IReadOnlyCollection<Guid> ids, CancellationToken cancel) =>
        (await rows.FindAsync(ids, cancel)).ToDictionary(
            referral => referral.Row.Id, referral => $"referral of {referral.File.Code}");

    public string Address(Guid id) => $"/referrals/{id}";
}
