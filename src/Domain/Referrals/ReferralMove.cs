using Safeguard.Domain.CaseFiles;

namespace Safeguard.Domain.Referrals;

/// <summary>What somebody may do to a referral; on its page each is one form.</summary>
public enum ReferralMove
{
    ConsentGiven, ConsentRefused, Send, RecordDisclosure, Receive, Accept, Decline, Chase, RecordSeen,
    RecordNonAttendance, Complete, Withdraw,
}

/// <summary>
/// What the rules let somebody do now. Each move is put to its own command's decision, with words that nothing is wrong
/// with: so a page never offers what would be refused, and never hides what is allowed.
/// </summary>
public static class ReferralMoves
{
    private static readonly Confidential Words = new("Words.");

    public static IReadOnlySet<ReferralMove> For(Referral state, ReferralContext context)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Tried(state, context)
            .Where(tried => tried.Decision is { Rejection: null, Events.Count: > 0 })
            .Select(tried => tried.Move).ToHashSet();
    }

    private static IEnumerable<(ReferralMove Move, Decision<ReferralEvent> Decision)> Tried(
        Referral state, ReferralContext context)
    {
        var sending = new SendReferral(Words, Words, Channel.Email, Why: null);
        var disclosure = new RecordReferralDisclosure(Words, DecidedBy: null);
        yield return (ReferralMove.ConsentGiven, RecordReferralConsent.Decide(new(true, Words), state, context));
        yield return (ReferralMove.ConsentRefused, RecordReferralConsent.Decide(new(false, Words), state, context));
        yield return (ReferralMove.Send, SendReferral.Decide(sending, state, context));
        yield return (ReferralMove.RecordDisclosure, RecordReferralDisclosure.Decide(disclosure, state, context));
        yield return (ReferralMove.Receive, ReceiveReferral.Decide(new(Words), state, context));
        yield return (ReferralMove.Accept, AcceptReferral.Decide(new(Words), state, context));
        yield return (ReferralMove.Decline, DeclineReferral.Decide(new(Words), state, context));
        yield return (ReferralMove.Chase, ChaseReferral.Decide(new(Words), state, context));
        yield return (ReferralMove.RecordSeen, RecordSeen.Decide(new(Words), state, context));
        yield return (ReferralMove.RecordNonAttendance, RecordNonAttendance.Decide(new(Words), state, context));
        yield return (ReferralMove.Withdraw, WithdrawReferral.Decide(new(Words), state, context));
        foreach (var outcome in CompleteReferral.Possible(state.State))
            yield return (ReferralMove.Complete, CompleteReferral.Decide(new(outcome, Words), state, context));
    }
}
