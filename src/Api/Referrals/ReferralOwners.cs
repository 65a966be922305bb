using Safeguard.Api.Commands;
using Safeguard.Domain;
using Safeguard.Domain.CaseFiles;
using Safeguard.Domain.Programmes;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>Gives what is open of a case file's referrals to its new owner, in the same transaction (R4).</summary>
internal static class ReferralOwners
{
    /// <param name="file">The file before it changed hands; it knows every referral that is not settled.</param>
    public static async Task MoveAsync(
        Transaction transaction, Guid caseFile, CaseFile file, CaseFileContext around, PersonId to)
    {
        var context = new ReferralContext(
            around.Caller, around.Now, around.Policy,
            FileOfReferral.Of(caseFile, around.Caller, file, around.Circle), ServiceDirectory.Empty);
        foreach (var referral in file.OpenReferrals)
        {
            var loaded = await transaction.LoadAsync(ReferralKind.Kind, referral);
            await transaction.ApplyAsync(
                ReferralKind.Kind, loaded, ReassignReferral.Decide(new(to), loaded.State.State, context),
                context.Policy.Version);
        }
    }
}
