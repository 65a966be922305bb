using Safeguard.Api.Commands;
using Safeguard.Api.WakeUps;
using Safeguard.Domain;
using Safeguard.Domain.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>A referral's clock: reminds its owner, and after the reminders tells the Coordinators (R22).</summary>
public sealed class ReferralWakeUp(ReferralCommands referrals) : IWakeUpHandler
{
    public string Kind => ReferralKind.StreamType;

    public async Task WakeAsync(Guid stream)
    {
        var info = new CommandInfo(Guid.CreateVersion7(), Caller.System, null);
        var outcome = await referrals.RunAsync(
            nameof(WakeReferral), info, stream, (state, context) => WakeReferral.Decide(new(), state, context));
        if (outcome is Stale) throw new InvalidOperationException("Others kept changing this referral.");
    }
}
