using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>A referral's clock: reminds its owner, and after the reminders tells the Coordinators (R22).</summary>
public sealed class ReferralWakeUp(ReferralCommands referrals) : StreamWakeUp(ReferralKind.StreamType)
{
    protected override Task<Outcome> RunAsync(CommandInfo info, Guid stream) => referrals.RunAsync(
        nameof(WakeReferral), info, stream, (state, context) => WakeReferral.Decide(new(), state, context));
}
