namespace Safeguard.Domain.Referrals;

/// <summary>
/// Its owner changes with the case file's, in the same append (R4). Decided by the file's side, for everything that is
/// open here; who may be given it was decided there.
/// </summary>
public sealed record ReassignReferral(PersonId To)
{
    public static Decision<ReferralEvent> Decide(ReassignReferral command, Referral state, ReferralContext context) =>
        Referral.NextWakeUp(state) is null || state.Owner == command.To
            ? Decision<ReferralEvent>.AlreadySo
            : new ReferralReassigned(state.Owner, command.To);
}
