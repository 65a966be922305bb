namespace Safeguard.Domain.CaseFiles;

/// <summary>A referral has its outcome, in the same transaction; it is in the way no more (R3).</summary>
public sealed record UnlinkReferral(Guid Referral)
{
    public static Decision<CaseFileEvent> Decide(UnlinkReferral command, CaseFile state, CaseFileContext context) =>
        state.OpenReferrals.Contains(command.Referral)
            ? new ReferralUnlinked(command.Referral)
            : Decision<CaseFileEvent>.AlreadySo;
}
