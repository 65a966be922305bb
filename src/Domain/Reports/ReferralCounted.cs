using Safeguard.Domain.Referrals;

namespace Safeguard.Domain.Reports;

/// <summary>What became of a referral, as few as a service's counts can be divided into (R22, R25).</summary>
public enum ReferralResult
{
    StillGoing, Seen, NotKnown, DidNotAttend, NotTaken, Withdrawn,
}

/// <summary>A referral as reports count it.</summary>
/// <param name="Service">The service's slug.</param>
public sealed record ReferralCounted(string Service, ReferralResult Result)
{
    /// <summary>The events that it is made from; all others change nothing.</summary>
    public static IReadOnlyList<Type> Events { get; } =
        [typeof(ReferralOffered), typeof(ReferralCompleted), typeof(ReferralWithdrawn)];

    /// <param name="before">Null before it was offered.</param>
    public static ReferralCounted? Evolve(ReferralCounted? before, object happened) => happened switch
    {
        ReferralOffered e => new(e.Service, ReferralResult.StillGoing),
        _ when before is null => null,
        ReferralCompleted e => before with { Result = Of(e.Outcome) },
        ReferralWithdrawn => before with { Result = ReferralResult.Withdrawn },
        _ => before,
    };

    private static ReferralResult Of(ReferralOutcome outcome) => outcome switch
    {
        ReferralOutcome.Helped or ReferralOutcome.WithService or ReferralOutcome.NotHelped => ReferralResult.Seen,
        ReferralOutcome.NotKnown => ReferralResult.NotKnown,
        ReferralOutcome.DidNotAttend => ReferralResult.DidNotAttend,
        ReferralOutcome.DeclinedByService or ReferralOutcome.NoReply => ReferralResult.NotTaken,
        _ => ReferralResult.Withdrawn,
    };
}
