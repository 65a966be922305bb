using Safeguard.Api.Commands;
using Safeguard.Domain.Referrals;
using Safeguard.EventStore;
using Safeguard.Projections.Referrals;

namespace Safeguard.Api.Referrals;

/// <summary>
/// What is written with every change of a referral: its row, its open items, its one next wake-up, and a neutral e-mail
/// to everyone whom its events tell.
/// </summary>
public static class ReferralKind
{
    public const string StreamType = ReferralReadModels.StreamType;

    public static StreamKind<ReferralMemory, ReferralEvent> Kind { get; } = new(
        new(StreamType, ReferralMemory.NotOffered, ReferralMemory.Evolve), Alongside);

    private static Alongside Alongside(StreamChange<ReferralMemory, ReferralEvent> change) =>
        new()
        {
            WakeUps = [new WakeUp(change.Stream, StreamType, Referral.NextWakeUp(change.After.State))],
            Rows = ReferralReadModels.Writes(change.Stream, change.Before, change.After),
            Outbox =
            [
                .. change.Events.SelectMany(happened =>
                    ReferralNotice.Of(happened.Id, happened.Event, change.After.State.Owner, change.Stamp)),
            ],
        };
}
